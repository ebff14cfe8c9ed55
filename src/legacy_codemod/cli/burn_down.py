"""``codemod burn-down``: how many lines mentioned the names of the inventory, over the history of the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.cli.shell.steps import step


def run(
    root: Root = None,
    inventory: InventoryFile = None,
    shape: Annotated[str, typer.Option("--format", metavar="text|svg|json", help="What to write.")] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    points: Annotated[int, typer.Option(min=1, max=60, help="How many commits to look at, at most.")] = 60,
    seconds: Annotated[float, typer.Option(min=0, help="After that long, older commits are left out.")] = 60,
) -> int:
    """Show how the lines that mention a legacy name became more and fewer, commit by commit.

    Looked at are commits evenly spaced along the first parents, as far back as this clone goes.
    """
    from legacy_codemod.burn_down.series import Limits, series
    from legacy_codemod.inventory import read
    from legacy_codemod.reports.burn_down import formats, renderer
    from legacy_codemod.reports.parts.page import Page

    if shape not in formats():
        raise typer.BadParameter(f"{shape!r} is not one of {', '.join(formats())}.")
    asked = request(root, inventory)
    settled = read(inventory_file(asked), Path(asked.root))
    with step("reading the history"):
        found = series(Path(asked.root), settled, settled.path, Limits(points, seconds))
    content = renderer(shape)(found, Page() if output else page())
    if output:
        save(content, output)
    else:
        show(content)
    return 0
