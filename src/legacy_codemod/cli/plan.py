"""``codemod plan``: the dry run. Shows what would change and why, and changes nothing."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import DecisionsFile, InventoryFile, Root
from legacy_codemod.cli.shell.output import show
from legacy_codemod.cli.shell.planning import Asked, dry_run
from legacy_codemod.reports import formats, schema_text


def _known(name: str) -> str:
    if name in formats():
        return name
    near = get_close_matches(name, formats(), 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise typer.BadParameter(f"{name!r} is not one of {', '.join(formats())}.{hint}")


def _show_schema(wanted: bool) -> None:
    if wanted:
        show(schema_text().encode())
        raise typer.Exit


def run(  # one parameter per option, as typer reads them
    root: Root = None,
    inventory: InventoryFile = None,
    shape: Annotated[
        str, typer.Option("--format", callback=_known, metavar="|".join(formats()), help="What to write.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 when something would change.")] = False,
    worktree: Annotated[
        bool, typer.Option("--worktree", help="Plan from the files on disk, not from the committed tree.")
    ] = False,
    items: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="WHAT", help="Show only this item: its name, title or number. Repeatable."),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Show the summary only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show removed files in full.")] = False,
    pager: Annotated[bool, typer.Option("--pager/--no-pager", help="Page what is too long for the terminal.")] = True,
    schema: Annotated[  # noqa: ARG001  its callback ends the run
        bool,
        typer.Option("--schema", callback=_show_schema, is_eager=True, help="Print the JSON Schema of --format json."),
    ] = False,
    decisions: DecisionsFile = None,
) -> int:
    """Show what would be removed, kept and refused, with a reason for each hunk; nothing is changed.

    Exit 0; 1 with --check when something would change; 3 when an item was refused.
    """
    return dry_run(
        Asked(
            root,
            inventory,
            decisions,
            shape,
            output,
            tuple(items or ()),
            check=check,
            worktree=worktree,
            quiet=quiet,
            verbose=verbose,
            pager=pager,
        )
    )
