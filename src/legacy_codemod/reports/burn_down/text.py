"""A series into a small chart of block characters, one column a commit."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from legacy_codemod.burn_down.series import Series
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.told_series import basis, headline, moment, ticks
from legacy_codemod.reports.parts.wrapped import Hung

_HEIGHT = 8  # rows
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_NARROWEST = 12  # columns of a chart


def render(series: Series, page: Page) -> bytes:
    """The chart with what it says above, and what it was made from below."""
    return draw(_parts(series, page), page)


def _parts(series: Series, page: Page) -> Iterator[RenderableType]:
    yield Hung(Text(headline(series), "bold"))
    if any(point.lines for point in series.points):
        yield Text()
        yield from _chart(series, page.width or 80)
    yield Text()
    yield Hung(Text(basis(series), "dim"))
    if series.names:
        yield Hung(Text(one_line(", ".join(series.names)), "dim"))


def _chart(series: Series, width: int) -> Iterator[Text]:
    top = ticks(max(point.lines for point in series.points))[-1]
    margin = len(f"{top:,}") + 1
    values = _spread([point.lines for point in series.points], max(width - margin - 2, _NARROWEST))
    heights = [-(-value * _HEIGHT * 8 // top) for value in values]  # rounded up: one line is not none
    labels = {_HEIGHT - 1: f"{top:,}", _HEIGHT // 2 - 1: f"{top // 2:,}" if top % 2 == 0 else ""}
    for row in reversed(range(_HEIGHT)):
        bar = "".join(_EIGHTHS[min(max(height - row * 8, 0), 8)] for height in heights)
        yield Text.assemble((f"{labels.get(row, ''):>{margin}}", "dim"), ("┤" if labels.get(row) else "│", "dim"), bar)
    yield Text(f"{0:>{margin}}└{'─' * len(values)}", "dim")
    first, last = (f"{moment(point):%Y-%m-%d}" for point in (series.points[0], series.points[-1]))
    gap = len(values) - len(first) - len(last)
    yield Text(f"{'':>{margin + 1}}{first}{' ' * gap}{last}" if gap > 0 else f"{'':>{margin + 1}}{last}", "dim")


def _spread(values: list[int], width: int) -> list[int]:
    """One or more columns a value, as many as there is room for; the last ones where there is room for fewer."""
    if len(values) > width:
        return values[-width:]
    wide = max(min(width, 64) // len(values), 1)
    return [value for value in values for _ in range(wide)]
