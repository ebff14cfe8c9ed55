"""A series into the words and scales that its pictures share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import accumulate

from legacy_codemod.burn_down.series import Point, Series
from legacy_codemod.reports.parts.words import count

_STEPS = (1, 2, 5)
DAYS = 4  # steps from the first day to the last


def moment(point: Point) -> datetime:
    """When the commit was made, in UTC."""
    return datetime.fromtimestamp(point.time, UTC)


def headline(series: Series) -> str:
    """``12 lines mention 4 legacy names; it was 214 at most, on 2026-03-01``."""
    names = count(len(series.names), "legacy name")
    if not series.points:
        return f"no line mentions {names}"
    now = series.points[-1].lines
    top = max(series.points, key=lambda point: point.lines)
    said = f"{count(now, 'line')} {'mentions' if now == 1 else 'mention'} {names}"
    return said if top.lines == now else f"{said}; it was {top.lines:,} at most, on {moment(top):%Y-%m-%d}"


def basis(series: Series) -> str:
    """``60 of 1,204 commits``, and why it goes back no further."""
    asked, all_of_them = len(series.points), count(series.commits, "commit")
    said = all_of_them if asked == series.commits else f"{asked} of {all_of_them}, evenly spaced"
    return f"{said}; {series.missing}" if series.missing else said


def times(points: Sequence[Point]) -> tuple[int, ...]:
    """When each was made, never falling: a clock that was wrong moves no line back."""
    return tuple(accumulate((point.time for point in points), max))


def days(times: Sequence[int]) -> dict[str, float]:
    """Days evenly spaced from the first to the last of ``times``, each once, and its share of the way."""
    start, span = times[0], times[-1] - times[0]
    moments = ((at / DAYS, datetime.fromtimestamp(start + span * at // DAYS, UTC)) for at in range(DAYS + 1))
    return {f"{moment:%Y-%m-%d}": share for share, moment in moments}


def ticks(most: int) -> list[int]:
    """Round numbers from 0 to beyond ``most``, two to five steps."""
    size = 1
    while True:
        for step in _STEPS:
            if step * size * 4 >= most:
                return list(range(0, max(-(-most // (step * size)), 1) * step * size + 1, step * size))
        size *= 10
