"""``codemod explain``: why a name, a line, a file or an item is removed, kept or refused; or a catalogue entry."""

from __future__ import annotations

from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.cli.shell.settings import request
from legacy_codemod.cli.shell.steps import step


def run(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="A name, file:line, a file, an item, or an entry of the catalogue.")
    ],
    root: Root = None,
    inventory: InventoryFile = None,
    worktree: Annotated[
        bool, typer.Option("--worktree", help="Plan from the files on disk, not from the committed tree.")
    ] = False,
) -> int:
    """Say why WHAT is removed, kept or refused, with the chain of reasons as a tree; or show a catalogue entry.

    A name may be dotted (app.resolve.legacy_resolve) or plain; lines are those of the file as it is now.
    """
    from legacy_codemod.explanation.catalogue_page import entries

    if found := entries(what):
        from legacy_codemod.reports.explain.entries import render as draw_entries

        show(draw_entries(found, page()))
        return 0
    from legacy_codemod import plan, workspace
    from legacy_codemod.explanation.asked import answers
    from legacy_codemod.reports.explain.answers import render

    with step("reading the tree"):
        opened = workspace.open(request(root, inventory, worktree=worktree))
    with step("planning"):
        given = answers(plan.make(opened), opened.tree, what)
    show(render(given, page()))
    return 0
