"""``codemod inventory``: drafts, imports and checks the inventory, and prints its schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import ExitCode

group = typer.Typer(rich_markup_mode=None, help="Draft, import or check the inventory, or print its schema.")


def _known(name: str) -> str:
    if name not in ("text", "json"):
        raise typer.BadParameter(f"{name!r} is not one of text, json.")
    return name


@group.command()
def validate(
    root: Root = None,
    inventory: InventoryFile = None,
    shape: Annotated[
        str, typer.Option("--format", callback=_known, metavar="text|json", help="What to write.")
    ] = "text",
    worktree: Annotated[
        bool, typer.Option("--worktree", help="Ask the files on disk, not the committed tree.")
    ] = False,
) -> int:
    """Check the inventory, and against the repository what it names: exit 0 without an error, 1 with one.

    Warnings are for you to look at: what is nowhere may have been taken out already.
    """
    from legacy_codemod.cli.shell.validating import check

    return check(request(root, inventory, worktree=worktree), shape)


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


@group.command()
def init(  # one parameter per option, as typer reads them
    root: Root = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; default: the inventory.")
    ] = None,
    flag: Annotated[
        list[str] | None, typer.Option("--flag", metavar="NAME", help="Draft entries for this flag only.")
    ] = None,
    sdk: Annotated[
        list[str] | None, typer.Option("--sdk", metavar="NAME", help="Draft entries for every key asked of this SDK.")
    ] = None,
    interactive: Annotated[bool, typer.Option("--interactive", help="Go through it: r, k, w, s or q.")] = False,
    worktree: Annotated[
        bool, typer.Option("--worktree", help="Read the files on disk, not the committed tree.")
    ] = False,
) -> int:
    """Draft an inventory from what the code shows, each line with its evidence; an inventory is never overwritten."""
    from legacy_codemod.cli.shell.drafting import Asked, draft_inventory

    asked = request(root, None, worktree=worktree)
    wanted = Asked(output or inventory_file(asked), tuple(flag or ()), tuple(sdk or ()), interactive)
    return draft_inventory(asked, wanted)
