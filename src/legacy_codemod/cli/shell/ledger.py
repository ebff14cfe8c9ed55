"""The stages of a long job into one line each, with a mark for how it went."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from enum import Enum

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.wrapped import Hung

_NAME = 8  # columns
_LONG = Page()  # lines of whatever length, as a program printed them


class Mark(Enum):
    """How a stage went: the sign that is shown, and its colour."""

    DONE = ("✓", "green")
    PASSED_OVER = ("–", "yellow")  # noqa: RUF001  a dash, as wide as the other marks
    FAILED = ("✗", "red")


def stage(mark: Mark, name: str, what: str) -> None:
    """``✓ burn-in  on since 2026-11-01`` on stdout, at once."""
    show(line(mark, name, what, page()))


def line(mark: Mark, name: str, what: str, paper: Page) -> bytes:
    """The same as bytes for ``paper``."""
    sign, style = mark.value
    head = Text.assemble((f"{sign} ", style), (f"{name:<{_NAME}}", "bold"))
    return draw([_beside(head, Text(one_line(what))) if paper.width else head + Text(one_line(what))], paper)


def remark(text: str, indent: int = 0) -> None:
    """A sentence on stdout; what is too long for the terminal goes on a little further to the right."""
    show(draw([Hung(Text(one_line(text)), indent, indent + 2)], page()))


def complain(parts: Iterable[RenderableType], paper: Page = _LONG) -> None:
    """``parts`` on stderr, behind what stdout has shown so far; a reader that has gone is no reason to end."""
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    with contextlib.suppress(OSError):
        sys.stderr.buffer.write(draw(parts, paper))
        sys.stderr.buffer.flush()


def _beside(head: Text, what: Text) -> RenderableType:
    """What is too long for the terminal goes on below itself, not below the mark."""
    row = Table.grid()
    row.add_column(no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(head, what)
    return row
