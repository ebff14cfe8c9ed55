"""``codemod inventory``: checks the inventory, and prints the schema by which editors complete it."""

from __future__ import annotations

from pathlib import Path

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import say, show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import ExitCode, InventoryError

group = typer.Typer(rich_markup_mode=None, help="Check the inventory, or print its schema.")


@group.command()
def validate(root: Root = None, inventory: InventoryFile = None) -> int:
    """Check the inventory: exit 0 when it is valid, 1 with the first error when it is not."""
    from legacy_codemod.cli.shell.failures import warn
    from legacy_codemod.inventory import read

    asked = request(root, inventory)
    file = inventory_file(asked)
    try:
        found = read(file, Path(asked.root))
    except InventoryError as error:
        if error.place is None:  # there is nothing to judge: no file, or none that can be read
            raise
        warn(f"codemod: {error}")
        return ExitCode.FOUND
    counted = (len(found.flags), len(found.remove), len(found.keep), len(found.wrap))
    say("{} is valid: {} settled, {} to remove, {} to keep, {} to wrap".format(found.path, *counted))
    return ExitCode.OK


@group.command()
def schema() -> int:
    """Print the JSON Schema of the inventory, for your editor."""
    from legacy_codemod.inventory import schema_text

    show(schema_text().rstrip("\n").encode() + b"\n")
    return ExitCode.OK
