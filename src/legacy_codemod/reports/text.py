"""A verdict into the page for people: the summary, then each item with its diff and a reason above each hunk."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.listing import listed, section
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.summary import summary


def render(verdict: Verdict, page: Page) -> bytes:
    """The page as UTF-8, with ANSI colours only where ``page.colour`` asks for them."""
    return draw(_parts(verdict, page), page)


def _parts(verdict: Verdict, page: Page) -> Iterator[RenderableType]:
    plan = verdict.plan
    yield from summary(verdict)
    for change in plan.changes:
        yield from section(change, page)
    yield from listed("found in the tree", plan.findings, "yellow")
    yield from listed("problems: the proof failed, so nothing may be applied", verdict.problems, "red")
