"""What the guard found into text for a person: where, what, since when it is gone, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from legacy_codemod.guard.allowances import Allowance
from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.reports.parts.guarded import BARE, UNUSED, about
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.wrapped import Hung


def render(outcome: Outcome, page: Page) -> bytes:
    """Nothing at all where there is nothing to say."""
    lines = list(_lines(outcome))
    return draw(lines, page) if lines else b""


def _lines(outcome: Outcome) -> Iterator[RenderableType]:
    for failure in outcome.failures:
        yield from _failure(failure)
    for each in outcome.unreadable:
        yield _line(str(each.place), each.reason, "red")
    for allowance in outcome.bare:
        yield _about(allowance, BARE)
    for allowance in outcome.unused:
        yield _about(allowance, UNUSED)
    yield from _summary(outcome)


def _failure(failure: Failure) -> Iterator[RenderableType]:
    use = failure.use
    yield _line(use.place.exact, use.what, "red")
    if use.text:
        yield Text(f"    {one_line(use.text)}")
    told = [failure.since, *([f"instead: {failure.instead}"] if failure.instead else [])]
    yield Hung(Text(one_line("; ".join(told)), "dim"), 4, 6)
    yield Hung(Text(f"to let this line through, write on it: {one_line(failure.allowance)}", "dim"), 4, 6)


def _about(allowance: Allowance, what: str) -> RenderableType:
    return _line(f"{allowance.path}:{allowance.line}", about(allowance, what), "yellow")


def _line(where: str, what: str, style: str) -> RenderableType:
    return Hung(Text.assemble((one_line(where), "bold"), ": ", (one_line(what), style)), hang=4)


def _summary(outcome: Outcome) -> Iterator[RenderableType]:
    if outcome.failures:
        files = len({failure.use.place.path for failure in outcome.failures})
        yield Text(
            f"{_count(len(outcome.failures), 'use')} of {_count(len(outcome.items), 'legacy name')}"
            f" in {_count(files, 'file')}",
            "bold",
        )
    if outcome.remaining:
        yield Text(f"{_count(outcome.remaining, 'use')} from before, of what is still to go", "dim")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
