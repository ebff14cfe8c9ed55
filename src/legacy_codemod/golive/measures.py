"""A tally → shares, rates, percentiles and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from legacy_codemod.golive.tally import Tally

MOST_ERRORS: Final = 0.05  # the walkthrough's alerts
MOST_FALLBACKS: Final = 0.05
SLOW: Final = 200.0  # milliseconds at p95


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    some: int
    all: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return self.some / self.all if self.all else 0.0


@dataclass(frozen=True, slots=True)
class Day:
    """The records of one day, by path."""

    day: date
    legacy: int = 0
    new: int = 0
    other: int = 0  # fallbacks, and legacy records inside a deployment window

    @property
    def total(self) -> int:
        """All of them."""
        return self.legacy + self.new + self.other

    @property
    def share(self) -> float:
        """How much of the day the new path carried."""
        return self.new / self.total if self.total else 0.0


def errors(tally: Tally) -> Rate:
    """Failed records, of all that name a path and of the resolve calls that gave none."""
    failed = tally.failed.total()
    return Rate(failed, tally.paths.total() + sum(number for (_, path), number in tally.failed.items() if not path))


def errors_of(tally: Tally, path: str) -> Rate:
    """Failed records of one path; what names none can only come from the new one's resolve call."""
    paths = {path, ""} if path == "new" else {path}
    failed = sum(number for (_, each), number in tally.failed.items() if each in paths)
    nameless = sum(number for (_, each), number in tally.failed.items() if not each) if path == "new" else 0
    return Rate(failed, tally.of(path) + nameless)


def fallbacks(tally: Tally) -> Rate:
    """Records whose answer is a fallback, of all that name a path."""
    return Rate(tally.fell_back.total(), tally.paths.total())


def percentile(tally: Tally, path: str, share: float = 0.95) -> float | None:
    """The latency in milliseconds that this share of the records does not exceed (nearest rank), to a tenth."""
    counted = Counter({tenths: number for (each, tenths), number in tally.tenths.items() if each == path})
    rank = -(-counted.total() * share // 1)
    for tenths in sorted(counted):
        rank -= counted[tenths]
        if rank <= 0:
            return tenths / 10
    return None


def by_day(tally: Tally) -> tuple[Day, ...]:
    """Every day from the first to the last that has records, also those without."""
    if not tally.days:
        return ()
    return tuple(_day(tally, day) for day in _from_to(date.fromisoformat(tally.days[0]), tally.days[-1]))


def gaps(days: Iterable[Day], longest: int) -> Iterator[tuple[date, date]]:
    """The first and the last day of each row of more than ``longest`` days without a record."""
    quiet: list[date] = []
    for day in days:
        if not day.total:
            quiet.append(day.day)
            continue
        if len(quiet) > longest:
            yield quiet[0], quiet[-1]
        quiet = []


def _day(tally: Tally, day: date) -> Day:
    name = day.isoformat()
    other = tally.paths[name, "fallback"] + tally.paths[name, "excused"]
    return Day(day, tally.paths[name, "legacy"], tally.paths[name, "new"], other)


def _from_to(first: date, last: str) -> Iterator[date]:
    end = date.fromisoformat(last)
    return (first + timedelta(number) for number in range((end - first).days + 1))
