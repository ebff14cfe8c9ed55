"""``legacy-inventory.yaml`` into an ``Inventory``: what a team has settled about its legacy path."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.conflicts import conflicts
from legacy_codemod.inventory.decoding import LARGEST_FILE, decode
from legacy_codemod.inventory.document import read_document
from legacy_codemod.inventory.nodes import compose
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.model import Inventory, Place

__all__ = ["called", "load", "path_matches", "read", "schema_text"]


def load(text: bytes | str, path: str) -> Inventory:
    """The inventory written in ``text``; ``path`` is how errors call the file.

    Raises:
        InventoryError: the first thing in file order that version 1 does not allow.
    """
    problems: list[InventoryError] = []
    inventory = _read(decode(text, path), path, problems)
    problems.extend(conflicts(inventory))
    if problems:
        raise min(problems, key=_position)
    return inventory


def read(file: Path, root: Path) -> Inventory:
    """The inventory in ``file``, called by its path from ``root`` where it lies inside.

    Raises:
        InventoryError: it cannot be read, or as ``load``.
    """
    name = called(file, root)
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        step = "write one, or name another with --inventory"
        raise InventoryError(f"no inventory at {name}", next_step=step) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a readable file"
        step = "name a readable file with --inventory"
        raise InventoryError(f"{name} cannot be read: {reason}", next_step=step) from None
    return load(content, name)


def schema_text() -> str:
    """The JSON Schema of version 1, for editors."""
    return (files(__name__) / "schema.json").read_text("utf-8")


def _read(text: str, path: str, problems: list[InventoryError]) -> Inventory:
    try:
        root = compose(text, path, problems)
    except InventoryError as error:
        problems.append(error)
        return Inventory(path)
    if root is None:
        step = "begin it with `version: 1`"
        problems.append(InventoryError("the inventory is empty", place=Place(path, 1), next_step=step))
        return Inventory(path)
    return read_document(root, problems)


def called(file: Path, root: Path) -> str:
    """How messages call ``file``: by its path from ``root`` where it lies inside."""
    inside = os.path.relpath(file.absolute(), root.absolute())
    return str(file) if inside.startswith("..") else inside.replace(os.sep, "/")


def _position(error: InventoryError) -> tuple[int, int]:
    return (error.place.line, error.place.column) if error.place else (0, 0)
