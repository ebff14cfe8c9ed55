"""Retire legacy code after a migration: fold settled flags, remove the old path, keep it gone."""

__version__ = "0.1.0"
