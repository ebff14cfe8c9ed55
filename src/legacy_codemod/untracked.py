"""Env files that git does not track into findings: a name and a line, never a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from legacy_codemod.model import EnvFlag, EnvSubject, Finding, Inventory, Place
from legacy_codemod.tree import Tree


def untracked_env_files(inventory: Inventory, tree: Tree, root: Path) -> Iterator[Finding]:
    """Every line of an untracked ``.env`` file that names a variable the inventory retires.

    Looked at are the root and the folders that hold a tracked file whose name begins with ``.env``.
    """
    names = _variables(inventory)
    folders = {"", *(path.rpartition("/")[0] for path in tree.paths if path.rpartition("/")[2].startswith(".env"))}
    for folder in sorted(folders) if names else ():
        for file in sorted((root / folder).glob(".env*")):
            path = file.relative_to(root).as_posix()
            if path not in tree.path_set and file.is_file() and not file.is_symlink():
                yield from _named(path, file, names)


def _variables(inventory: Inventory) -> list[str]:
    subjects = [item.subject for item in (*inventory.flags, *inventory.remove)]
    return [s.env for s in subjects if isinstance(s, (EnvFlag, EnvSubject))]


def _named(path: str, file: Path, names: list[str]) -> Iterator[Finding]:
    try:
        content = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for number, line in enumerate(content.split("\n"), 1):
        for name in names:
            if re.match(rf"\s*(?:#\s*)?(?:export\s+)?{re.escape(name)}\s*=", line):
                yield Finding(
                    Place(path, number), f"git does not track this file; its line for {name} is yours to take out"
                )
