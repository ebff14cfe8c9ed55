"""A plan's files into what git knows of them beyond their bytes: where they lie, and which are executable."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from legacy_codemod.model import Plan
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.sources import locate
from legacy_codemod.sources.git import git

_EXECUTABLE = "100755"
_AT_ONCE = 500  # paths: a command line holds a few thousand


def placed(page: Page, plan: Plan, root: Path) -> Page:
    """``page`` with the place of ``root`` in its repository, and the files of ``plan`` that git calls executable.

    Raises:
        WorkspaceError: git cannot tell.
    """
    prefix = locate(root).prefix
    executable = _on_disk(plan.files, root) if not plan.base else _committed(plan.files, root, f"{plan.base}:{prefix}")
    return replace(page, prefix=prefix, executable=frozenset(executable))


def _on_disk(paths: Iterable[str], root: Path) -> Iterable[str]:
    return (path for path in paths if os.access(root / path, os.X_OK))


def _committed(paths: Iterable[str], root: Path, tree: str) -> Iterable[str]:
    waiting = sorted(paths)
    while waiting:
        some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        listed = git(root, "ls-tree", "-z", "--full-tree", tree, "--", *some).decode("utf-8", "surrogateescape")
        entries = (entry.split("\t", 1) for entry in listed.split("\0") if entry)
        yield from (path for fields, path in entries if fields.startswith(_EXECUTABLE))
