"""A verdict into the page for people: the summary, then each item with its diff and a reason above each hunk."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.text import Text

from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.listing import listed, section
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.summary import summary

_TRAILING = re.compile(" +$", re.MULTILINE)  # what rich fills its cells with
_PROSE = 100  # columns for a page without an edge


def render(verdict: Verdict, page: Page) -> bytes:
    """The page as UTF-8, with ANSI colours only where ``page.colour`` asks for them."""
    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=page.width or _PROSE,
        force_terminal=page.colour,
        color_system="standard" if page.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(verdict, page):
        # rich wraps prose; code is folded by its own rows, or, without an edge, not at all
        console.print(part, soft_wrap=isinstance(part, Text))
    drawn = sheet.getvalue()
    return (drawn if page.colour else _TRAILING.sub("", drawn)).encode("utf-8")


def _parts(verdict: Verdict, page: Page) -> Iterator[RenderableType]:
    plan = verdict.plan
    yield from summary(verdict)
    for change in plan.changes:
        yield from section(change, page)
    yield from listed("found in the tree", plan.findings, "yellow")
    yield from listed("problems: the proof failed, so nothing may be applied", verdict.problems, "red")
