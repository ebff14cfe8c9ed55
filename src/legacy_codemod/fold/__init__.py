"""A settled flag into code without it: the kept value put in, and what it decided simplified."""
