"""Days → one line each: the day, a bar of how much the new path carried, and the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from legacy_codemod.golive.measures import Day

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_LONGEST: Final = 60  # days


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chart: what the new path carried, what it did not, and what is said beside it."""

    name: str
    carried: str
    rest: str
    numbers: str


def rows(days: Sequence[Day], width: int = 24) -> Iterator[Row]:
    """The last days, a bar ``width`` signs wide for each."""
    for day in days[-_LONGEST:]:
        if not day.total:
            yield Row(f"{day.day}", "", "·" * width, "no record")
            continue
        bar = _bar(day.share, width)
        numbers = f"{day.share:>6.1%}  {day.new:,} of {day.total:,}"
        yield Row(f"{day.day}", bar, "░" * (width - len(bar)), numbers)


def _bar(share: float, width: int) -> str:
    """As long as ``share`` says, to an eighth of a sign; whatever is not all of it does not look like all of it."""
    eighths = int(share * width * 8)
    full, part = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[part] if part else "")
