"""``codemod inventory``: drafts, imports and checks the inventory, and prints its schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import say, show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import ExitCode, InventoryError

group = typer.Typer(rich_markup_mode=None, help="Draft, import or check the inventory, or print its schema.")


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


@group.command("import")
def import_(
    document: Annotated[Path, typer.Argument(metavar="FILE", help="The Phase 0 document, Markdown or text.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The inventory to write or to add to.")
    ] = None,
    root: Root = None,
) -> int:
    """Import the Phase 0 document: what the inventory lacks is added, and what it has stays byte for byte.

    Exit 0; 1 when something in the document cannot stand, and then nothing is written.
    """
    from legacy_codemod.cli.shell.importing import import_document

    asked = request(root, None)
    return import_document(asked, document, output or inventory_file(asked))
