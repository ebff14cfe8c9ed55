"""Commits and the inventory's ``verify`` commands into stages, and into the item that broke one of them."""

from __future__ import annotations

from rich.text import Text

from legacy_codemod import branch
from legacy_codemod.cli.shell.ledger import Mark, complain, stage
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.cli.shell.wish import Wish
from legacy_codemod.errors import RefusedError
from legacy_codemod.model import Item, Refusal
from legacy_codemod.reports.parts.names import shown
from legacy_codemod.reports.parts.words import count
from legacy_codemod.workspace import Workspace


def broken(opened: Workspace, commits: tuple[branch.Commit, ...], wish: Wish) -> tuple[Item, Refusal] | None:
    """Run the commands on the tip, or on each commit; the item to leave out where one fails, and why.

    Raises:
        RefusedError: a command fails and no item is to be left out, or none did it.
    """
    commands = opened.inventory.verify
    if wish.skip_verify:
        stage(Mark.PASSED_OVER, "verify", f"passed over: {wish.skip_verify}")
        return None
    if not commands:
        stage(Mark.PASSED_OVER, "verify", "the inventory names no command to run on the result")
        return None
    terms = branch.Terms(commands, branch.Limits(seconds=wish.verify_timeout), wish.verify_each)
    with step("running the verify commands"):
        outcome = branch.try_out(opened.root, commits, terms)
    where = " on each commit" if wish.verify_each else ""
    for result in outcome.results:
        said = f"{result.command}{where if result.passed else ''}  ({result.seconds:.1f} s)"
        stage(Mark.DONE if result.passed else Mark.FAILED, "verify", said)
    return _judged(outcome, wish) if outcome.failed else None


def _judged(outcome: branch.Outcome, wish: Wish) -> tuple[Item, Refusal]:
    failed, culprit = outcome.failed, outcome.culprit
    assert failed is not None
    complain(Text(shown(line)) for line in failed.output.split("\n"))
    why = f"took longer than {count(wish.verify_timeout, 'second')}" if failed.timed_out else _ended(failed.exit_code)
    if culprit is None:
        what = f"`{failed.command}` {why} on the base too, before any change; nothing was created"
        raise RefusedError(what, next_step="Mend that first, or change `verify` in the inventory.")
    if not wish.partial:
        what = f"`{failed.command}` {why} on the result; nothing was created"
        next_step = f"The item that broke it: {culprit.title} ({culprit.item.place}). Leave it out with --partial."
        raise RefusedError(what, next_step=next_step)
    stage(Mark.PASSED_OVER, "without", f"{culprit.title}: `{failed.command}` {why} with it")
    return culprit.item, Refusal(culprit.item.place, f"`{failed.command}` {why} once this is done")


def _ended(exit_code: int) -> str:
    return f"was ended by signal {-exit_code}" if exit_code < 0 else f"ended with exit code {exit_code}"
