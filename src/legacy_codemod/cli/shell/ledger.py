"""The stages of a long job into one line each, with a mark for how it went."""

from __future__ import annotations

from enum import Enum

from rich.text import Text

from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.sheet import draw


class Mark(Enum):
    """How a stage went: the sign that is shown, and its colour."""

    DONE = ("✓", "green")
    PASSED_OVER = ("–", "yellow")  # noqa: RUF001  a dash, as wide as the other marks
    FAILED = ("✗", "red")


def stage(mark: Mark, name: str, what: str) -> None:
    """``✓ burn-in  on since 2026-11-01`` on stdout, at once."""
    sign, style = mark.value
    show(draw([Text.assemble((f"{sign} ", style), (f"{name:<8}", "bold"), one_line(what))], page()))
