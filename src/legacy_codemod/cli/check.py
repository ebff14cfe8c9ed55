"""``codemod check``: the guard. What a commit brings back of what was retired, or adds of what is about to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.reports.check import formats, renderer
from legacy_codemod.reports.parts.page import Page

if TYPE_CHECKING:
    from legacy_codemod.guard.guard import Watch
    from legacy_codemod.guard.scopes import Scope
    from legacy_codemod.sources import Repository


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
    from legacy_codemod.guard.guard import judge
    from legacy_codemod.sources import locate

    asked = request(root, inventory)
    _one_way(files, whole=whole, between=bool(old or new), hook=install_hook)
    if install_hook:
        from legacy_codemod.cli.shell import hooking

        return hooking.install_hook(asked)
    with step("looking for legacy names"):
        watch = _watch(inventory_file(asked), Path(asked.root), strict=strict)
        repository = locate(Path(asked.root))
        outcome = judge(watch, _scope(repository, watch, (files or [], whole, old, new)), repository.top)
    paper = replace(Page() if output else page(), prefix=repository.prefix)
    content = renderer(shape).render(outcome, paper)
    if output:
        save(content, output)
    else:
        show(content)
    return outcome.code


def _one_way(files: list[Path] | None, *, whole: bool, between: bool, hook: bool) -> None:
    if hook and (files or whole or between):
        raise typer.BadParameter("--install-hook checks nothing, so it takes no FILES, --all or --from/--to.")
    if sum([bool(files), whole, between]) > 1:
        raise typer.BadParameter("FILES, --all and --from/--to are three ways to say what to check: choose one.")


def _watch(file: Path, root: Path, *, strict: bool) -> Watch:
    from legacy_codemod.guard.guard import Watch
    from legacy_codemod.guard.use import said
    from legacy_codemod.guard.words import words
    from legacy_codemod.inventory import read

    inventory = read(file, root)
    unseen = (inventory.path,) if not Path(inventory.path).is_absolute() else ()
    named = [said(item) for item in (*inventory.flags, *inventory.remove)]
    return Watch(inventory, words(named), unseen, strict)


def _scope(repository: Repository, watch: Watch, asked: tuple[list[Path], bool, str, str]) -> Scope:
    from legacy_codemod.guard import scopes

    files, whole, old, new = asked
    if files:
        return scopes.files(repository, map(str, files))
    if whole:
        return scopes.whole(repository, watch.words)
    if old or new:
        return scopes.between(repository, old or "HEAD", new or "HEAD")
    return scopes.staged(repository)
