"""Paths into whether they are tests."""

from __future__ import annotations

_FOLDERS = frozenset({"test", "tests"})


def is_test(path: str) -> bool:
    """Whether ``path`` lies under ``test/`` or ``tests/``, or has a name for tests.

    Those are ``test_*.py``, ``*_test.py``, ``conftest.py`` and, as Django's ``startapp`` writes it, ``tests.py``.
    """
    *folders, name = path.split("/")
    return (
        bool(_FOLDERS & set(folders))
        or name.startswith("test_")
        or name.endswith("_test.py")
        or name in ("conftest.py", "tests.py")
    )
