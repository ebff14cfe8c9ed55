"""``codemod plan``: the dry run. Shows what would change and why, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import DecisionsFile, InventoryFile, Root
from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.cli.shell.settings import request
from legacy_codemod.cli.shell.steps import step, walk
from legacy_codemod.errors import ExitCode
from legacy_codemod.model import Verdict
from legacy_codemod.reports import formats, renderer, schema_text
from legacy_codemod.reports.parts.page import Page


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
    from legacy_codemod import plan, verify, workspace
    from legacy_codemod.cli.shell.chosen import View
    from legacy_codemod.cli.shell.history import history
    from legacy_codemod.cli.shell.pager import show_paged
    from legacy_codemod.cli.shell.placed import placed

    view = View(items or (), quiet, verbose)
    view.check(shape)
    with step("reading the tree"):
        opened = workspace.open(replace(request(root, inventory, worktree=worktree), decisions=decisions or ""))
    with walk("planning") as through:
        verdict = verify.prove(plan.make(opened, through))
    paper = view.on(placed(Page() if output else page(), verdict.plan, opened.root), verdict.plan)
    if shape == "html":
        with step("reading the history"):
            paper = replace(paper, past=history(opened))
    content = renderer(shape)(verdict, paper)
    if output:
        save(content, output)
    elif pager and shape == "text":
        show_paged(content)
    else:
        show(content)
    return _exit_code(verdict, check=check)


def _exit_code(verdict: Verdict, *, check: bool) -> ExitCode:
    if verdict.plan.refused or verdict.problems:
        return ExitCode.REFUSED
    return ExitCode.FOUND if check and verdict.plan.files else ExitCode.OK
