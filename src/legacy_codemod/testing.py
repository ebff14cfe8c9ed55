"""Paths into whether they are tests."""

from __future__ import annotations

_FOLDERS = frozenset({"test", "tests"})


def is_test(path: str) -> bool:
    """Whether ``path`` lies under ``test/`` or ``tests/``, or is named ``test_*.py``, ``*_test.py``, ``tests.py`` or ``conftest.py``."""
    *folders, name = path.split("/")
    return (
        bool(_FOLDERS & set(folders))
        or name.startswith("test_")
        or name.endswith("_test.py")
        or name in ("conftest.py", "tests.py")
    )
