"""``codemod check``: the guard. What a commit brings back of what was retired, or adds of what is about to be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.checking import Asked, check
from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.settings import request
from legacy_codemod.reports.check import formats


def _known(name: str) -> str:
    if name not in formats():
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(formats())}.")
    return name


def run(  # one parameter per option, as typer reads them
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILES]...", help="Files to check, as they are on disk.", show_default=False),
    ] = None,
    root: Root = None,
    inventory: InventoryFile = None,
    whole: Annotated[bool, typer.Option("--all", help="Check every tracked file, as it is on disk.")] = False,
    old: Annotated[str, typer.Option("--from", metavar="REV", help="Check what --to adds to this commit.")] = "",
    new: Annotated[
        str, typer.Option("--to", metavar="REV", help="The commit to check with --from; default: HEAD.")
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on mentions too: comments, documents, strings.")
    ] = False,
    shape: Annotated[
        str, typer.Option("--format", callback=_known, metavar="|".join(formats()), help="What to write.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
    install_hook: Annotated[
        bool, typer.Option("--install-hook", help="Have git run the check before each commit; checks nothing now.")
    ] = False,
) -> int:
    """Keep legacy names from coming back: without arguments, what is staged is compared with the last commit.

    Before `codemod apply` only new uses fail; after it, any use does. Exit 0 clean, 1 found, 2 unreadable.
    """
    _one_way(files, whole=whole, between=bool(old or new), hook=install_hook)
    if install_hook:
        from legacy_codemod.cli.shell import hooking

        return hooking.install_hook(request(root, inventory))
    return check(Asked(root, inventory, tuple(map(str, files or ())), whole, old, new, strict, shape, output))


def _one_way(files: list[Path] | None, *, whole: bool, between: bool, hook: bool) -> None:
    if hook and (files or whole or between):
        raise typer.BadParameter("--install-hook checks nothing, so it takes no FILES, --all or --from/--to.")
    if sum([bool(files), whole, between]) > 1:
        raise typer.BadParameter("FILES, --all and --from/--to are three ways to say what to check: choose one.")
