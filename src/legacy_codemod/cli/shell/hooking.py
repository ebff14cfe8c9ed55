"""A ``Request`` into the hook that runs ``codemod check`` on it, and one line about that."""

from __future__ import annotations

import os
from pathlib import Path

from legacy_codemod.cli.shell.output import say
from legacy_codemod.cli.shell.settings import Settings, inventory_file, read
from legacy_codemod.errors import ExitCode
from legacy_codemod.hook import install
from legacy_codemod.inventory import read as read_inventory
from legacy_codemod.model import Request
from legacy_codemod.sources import locate


def install_hook(asked: Request) -> ExitCode:
    """Install it, once the inventory has been read: a hook that cannot read it would stop every commit.

    Raises:
        CodemodError: the inventory is not valid, or there is another hook.
    """
    root, inventory = Path(asked.root), inventory_file(asked)
    read_inventory(inventory, root)
    repository = locate(root)
    file, fate = install(repository, _options(repository.top, root, inventory))
    say(f"{_seen_from(Path.cwd(), file)} {fate.value}; delete the file to be rid of it")
    return ExitCode.OK


def _options(top: Path, root: Path, inventory: Path) -> tuple[str, ...]:
    """None where a run at the top of the work tree finds the same by itself."""
    there = read(top / "pyproject.toml") or Settings(top)
    at = top / there.root
    if _same(at, root) and _same(top / there.inventory if there.inventory else at / "legacy-inventory.yaml", inventory):
        return ()
    return "--root", _seen_from(top, root), "--inventory", _seen_from(top, inventory)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _seen_from(folder: Path, path: Path) -> str:
    """``path`` from ``folder`` where it lies below it: so it is right in every work tree."""
    inside = os.path.relpath(path.resolve(), folder.resolve())
    return str(path.resolve()) if inside.startswith("..") else inside
