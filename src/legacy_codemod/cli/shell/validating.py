"""An inventory and its repository into remarks on stdout and an exit code."""

from __future__ import annotations

import json
from pathlib import Path

from legacy_codemod.cli.shell import ledger
from legacy_codemod.cli.shell.failures import warn
from legacy_codemod.cli.shell.output import say, show
from legacy_codemod.cli.shell.settings import inventory_file
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.errors import ExitCode, InventoryError, WorkspaceError
from legacy_codemod.index.world import World
from legacy_codemod.inspection import Remark, inspect
from legacy_codemod.inventory import called, read
from legacy_codemod.model import Inventory, Request
from legacy_codemod.reports.parts.words import count
from legacy_codemod.sources import locate, open_sources
from legacy_codemod.tree import tree_of

_SECTIONS = ("flags", "remove", "keep", "wrap")


def check(asked: Request, shape: str) -> ExitCode:
    """Write what is to be said about the inventory of ``asked`` as ``text`` or ``json``.

    Raises:
        InventoryError: there is no file to judge, or none that can be read.
        WorkspaceError: the repository cannot be read.
    """
    root, file = Path(asked.root), inventory_file(asked)
    name = called(file, root)
    try:
        inventory = read(file, root)
    except InventoryError as error:
        if error.place is None:
            raise
        if shape == "json":
            show(_as_json(Inventory(name), (Remark(error.place, True, error.what, error.next_step),), compared=False))
        else:
            warn(f"codemod: {error}")
        return ExitCode.FOUND
    world = _world(asked, name)
    with step("asking the repository"):
        remarks = inspect(inventory, world, root) if world else ()
    if shape == "json":
        show(_as_json(inventory, remarks, compared=world is not None))
    else:
        _tell(inventory, remarks)
    return ExitCode.FOUND if any(remark.is_error for remark in remarks) else ExitCode.OK


def _world(asked: Request, name: str) -> World | None:
    """The repository without the inventory itself; ``None`` outside of one, where the file alone can be judged."""
    try:
        locate(Path(asked.root))
    except WorkspaceError:
        return None
    return World(tree_of(open_sources(Path(asked.root), worktree=asked.worktree), name))


def _tell(inventory: Inventory, remarks: tuple[Remark, ...]) -> None:
    for remark in remarks:
        ledger.remark(f"{remark.place.exact}: {remark.level}: {remark.what}")
        if remark.next_step:
            ledger.remark(remark.next_step, 2)
    errors = sum(remark.is_error for remark in remarks)
    if errors:
        say(f"{inventory.path} has {count(errors, 'error')}")
        return
    counted = tuple(len(getattr(inventory, section)) for section in _SECTIONS)
    said = "{} is valid: {} settled, {} to remove, {} to keep, {} to wrap".format(inventory.path, *counted)
    say(f"{said}; {count(len(remarks), 'warning')}" if remarks else said)


def _as_json(inventory: Inventory, remarks: tuple[Remark, ...], *, compared: bool) -> bytes:
    page = {
        "inventory": inventory.path,
        "valid": not any(remark.is_error for remark in remarks),
        "compared": compared,  # with the repository
        **{section: len(getattr(inventory, section)) for section in _SECTIONS},
        "remarks": [
            {
                "level": remark.level,
                "file": remark.place.path,
                "line": remark.place.line,
                "column": remark.place.column,
                "what": remark.what,
                "next_step": remark.next_step,
            }
            for remark in remarks
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"
