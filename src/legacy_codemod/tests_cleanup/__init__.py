"""Test files into the same files without what forces a settled flag, or exercises what is removed."""
