"""Paths into whether they are tests."""

from __future__ import annotations

_FOLDERS = frozenset({"test", "tests"})


def is_test(path: str) -> bool:
    """Whether ``path`` lies under ``test/`` or ``tests/``, or has a name for tests.

    Those are ``test_*.py``, ``*_test.py``, ``conftest.py`` and, as Django's ``startapp`` writes it, ``tests.py``.
    """
    *_folders, name = path.split("/")
    return lies_in_tests(path) or name.startswith("test_") or name.endswith("_test.py")


def lies_in_tests(path: str) -> bool:
    """Whether the place of ``path`` says that it is a test, or a name that nothing else has."""
    *folders, name = path.split("/")
    return bool(_FOLDERS & set(folders)) or name in ("conftest.py", "tests.py")
