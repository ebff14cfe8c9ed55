"""What a command line asks to be checked into what is printed, without what reads command lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.guard.glance.arguments import plain
from legacy_codemod.reports.check import renderer
from legacy_codemod.reports.parts.page import Page

if TYPE_CHECKING:
    from legacy_codemod.guard.guard import Watch
    from legacy_codemod.guard.scopes import Scope
    from legacy_codemod.sources import Repository


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the verb; ``old`` and ``new`` are revisions."""

    root: str | None = None
    inventory: str | None = None
    files: tuple[str, ...] = ()
    whole: bool = False
    old: str = ""
    new: str = ""
    strict: bool = False
    shape: str = "text"
    output: Path | None = None


def _asked_plainly(arguments: Iterable[str]) -> Asked | None:
    """What a hook or a person asks for most: the root, the inventory, files or all of them; ``None`` for all else."""
    given = plain(arguments)
    if given is None:
        return None
    root, inventory, files, whole = given
    return Asked(root or None, inventory or None, tuple(files), whole)


def answer(arguments: Iterable[str]) -> int | None:
    """The exit code, once it is done; ``None``, and nothing is done, where more is asked for than is plain."""
    asked = _asked_plainly(arguments)
    return None if asked is None else check(asked)


def check(asked: Asked) -> int:
    """Check, print, and return the exit code."""
    from legacy_codemod.guard.guard import judge
    from legacy_codemod.sources import locate

    wanted = request(asked.root, asked.inventory)
    with step("looking for legacy names"):
        watch = _watch(inventory_file(wanted), Path(wanted.root), strict=asked.strict)
        repository = locate(Path(wanted.root))
        outcome = judge(watch, _scope(repository, watch, asked), repository.top)
    paper = replace(Page() if asked.output else page(), prefix=repository.prefix)
    content = renderer(asked.shape).render(outcome, paper)
    if asked.output:
        save(content, asked.output)
    else:
        show(content)
    return outcome.code


def _watch(file: Path, root: Path, *, strict: bool) -> Watch:
    from legacy_codemod.guard.guard import Watch
    from legacy_codemod.guard.use import said
    from legacy_codemod.guard.words import words
    from legacy_codemod.inventory import read

    inventory = read(file, root)
    unseen = (inventory.path,) if not Path(inventory.path).is_absolute() else ()
    named = [said(item) for item in (*inventory.flags, *inventory.remove)]
    return Watch(inventory, words(named), unseen, strict)


def _scope(repository: Repository, watch: Watch, asked: Asked) -> Scope:
    from legacy_codemod.guard import scopes

    if asked.files:
        return scopes.files(repository, asked.files)
    if asked.whole:
        return scopes.whole(repository, watch.words)
    if asked.old or asked.new:
        return scopes.between(repository, asked.old or "HEAD", asked.new or "HEAD")
    return scopes.staged(repository)
