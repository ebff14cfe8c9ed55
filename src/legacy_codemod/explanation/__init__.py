"""A plan and a question into why a name, a line, a file or an item is removed, kept or refused."""
