"""A verdict into the page for people: the summary, then each item with its diff and a reason above each hunk."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from legacy_codemod.model import Plan, Verdict
from legacy_codemod.reports.parts.listing import listed, section
from legacy_codemod.reports.parts.page import Detail, Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.summary import summary


def render(verdict: Verdict, page: Page) -> bytes:
    """The page as UTF-8, with ANSI colours only where ``page.colour`` asks for them."""
    return draw(_parts(verdict, page), page)


def _parts(verdict: Verdict, page: Page) -> Iterator[RenderableType]:
    yield from summary(verdict, page.items)
    if page.detail is not Detail.SUMMARY:
        yield from _sections(verdict.plan, page)
    yield from listed("problems: the proof failed, so nothing may be applied", verdict.problems, "red")


def _sections(plan: Plan, page: Page) -> Iterator[RenderableType]:
    for number, change in enumerate(plan.changes, start=1):
        if not page.items or number in page.items:
            yield from section(change, page, number)
    if not page.items:  # what is found in the tree is of no item
        yield from listed("found in the tree", plan.findings, "yellow")
