"""The options that several verbs have, as typer reads them."""

from __future__ import annotations

from typing import Annotated

import typer

Root = Annotated[
    str | None,
    typer.Option(metavar="FOLDER", help="The folder to work on; default: where [tool.codemod] is, or here."),
]
InventoryFile = Annotated[
    str | None,
    typer.Option("--inventory", metavar="FILE", help="The inventory; default: legacy-inventory.yaml at the root."),
]
DecisionsFile = Annotated[
    str | None,
    typer.Option("--decisions", metavar="FILE", help="What a reviewer keeps, saved from the page of `plan`."),
]
