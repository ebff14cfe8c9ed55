"""Checks into one line each, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legacy_codemod.cli.shell.ledger import Mark, stage
from legacy_codemod.golive.checks import Check, Outcome

_NAME = 15  # columns
_MARKS = {
    Outcome.PASSED: Mark.DONE,
    Outcome.ATTESTED: Mark.DONE,
    Outcome.FAILED: Mark.FAILED,
    Outcome.OPEN: Mark.PASSED_OVER,
}


def telling(checks: Iterable[Check]) -> Iterator[Check]:
    """``checks``, each told as soon as it is known."""
    for check in checks:
        stage(_MARKS[check.outcome], f"{check.name:<{_NAME}}", check.said)
        yield check


def tell(checks: Iterable[Check]) -> None:
    """Tell each of ``checks``."""
    for _ in telling(checks):
        pass


def conclude(good: bool, yes: str, no: str) -> None:
    """The line at the end."""
    stage(Mark.DONE if good else Mark.FAILED, f"{'verdict':<{_NAME}}", yes if good else no)
