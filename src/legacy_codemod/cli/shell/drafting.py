"""A repository into a draft of its inventory, gone through with a person where that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table
from rich.text import Text

from legacy_codemod.cli.shell.output import on_terminal, page, save, say, show
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.errors import CodemodError, ExitCode
from legacy_codemod.index.world import World
from legacy_codemod.inventory import called
from legacy_codemod.model import Item, Place, Request
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.sources import open_sources
from legacy_codemod.stocktaking import take_stock
from legacy_codemod.stocktaking.asked import flags_asked
from legacy_codemod.stocktaking.proposal import Proposal, Sure
from legacy_codemod.stocktaking.written import decided, summary, written
from legacy_codemod.tree import tree_of

_KEYS = {"r": "remove", "k": "keep", "w": "wrap", "s": "skip", "": "as proposed", "q": "stop here"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``inventory init`` was asked for."""

    target: Path
    flags: tuple[str, ...]
    sdks: tuple[str, ...]
    interactive: bool


def draft_inventory(asked: Request, wanted: Asked) -> ExitCode:
    """Write the draft and say what is in it.

    Raises:
        CodemodError: the file is there already, nobody sits at a terminal to be asked, or a name is unknown.
    """
    root = Path(asked.root)
    name = called(wanted.target, root)
    _refuse(wanted, name)
    world = World(tree_of(open_sources(root, worktree=asked.worktree), name))
    with step("reading the code"):
        narrowed = bool(wanted.flags or wanted.sdks)
        found = flags_asked(world, root, wanted.flags, wanted.sdks) if narrowed else take_stock(world)
    if wanted.interactive:
        found = _gone_through(found)
    if not found:
        what = "asks for a flag of it" if narrowed else "chooses a provider or a model"
        say(f"nothing here {what}, as far as the code shows; nothing was written")
        return ExitCode.OK
    save(written(found, name).encode("utf-8", "backslashreplace"), wanted.target)
    _tell(found, name)
    return ExitCode.OK


def _refuse(wanted: Asked, name: str) -> None:
    if wanted.target.exists() and wanted.target.is_file():
        next_step = "Name another file with -o, and take over what you want."
        raise CodemodError(f"{name} is there already", next_step=next_step)
    if wanted.interactive and not (on_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        raise CodemodError("--interactive needs a terminal", next_step="Leave it out, and edit the draft.")


def _gone_through(found: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Each proposal as the person at the terminal decides it; from ``q`` on, as proposed."""
    done: list[Proposal] = []
    for number, proposal in enumerate(found, 1):
        _show(proposal, number, len(found))
        key = _key()
        if key == "q":
            return (*done, *found[number - 1 :])
        done.append(decided(proposal, _KEYS[key]) if key else proposal)
    return tuple(done)


def _show(proposal: Proposal, number: int, total: int) -> None:
    say()
    title = Item(proposal.subject, Place("", 1)).title.removeprefix("remove ")
    say(f"{number}/{total}  {title}   {proposal.sure}: {proposal.decision}   {proposal.category}")
    for evidence in proposal.evidence[:4]:
        say(f"    {evidence.place} {evidence.what}")


def _key() -> str:
    while True:
        sys.stdout.write("  [r]emove  [k]eep  [w]rap  [s]kip  [q]uit, Enter as proposed: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        key = line.strip().lower()[:1] if line else "q"
        if key in _KEYS:
            return key


def _tell(found: Iterable[Proposal], name: str) -> None:
    proposals = list(found)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, side in (("", "left"), ("list", "left"), ("evident", "right"), ("undecided", "right")):
        table.add_column(heading, justify=side)  # type: ignore[arg-type]
    for category, section, sure, open_ones in summary(proposals):
        table.add_row(Text(str(category)), section, str(sure or ""), str(open_ones or ""))
    show(draw([table], page()))
    evident = sum(proposal.sure is Sure.EVIDENT for proposal in proposals)
    rest = len(proposals) - evident
    entries = "1 entry" if evident == 1 else f"{evident} entries"
    say(f"{name}: {entries}, {rest} undecided and commented out")
    say("Go through it, then `codemod inventory validate` and `codemod plan`.")
