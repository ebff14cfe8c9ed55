"""What the records of logs add up to, and the sum of two such tallies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce

from legacy_codemod.model import Place


@dataclass(frozen=True, slots=True)
class Tally:
    """The log records that name a path, from the day the flag was on; each ``Counter`` is by day and path.

    A day is the record's own (``2026-11-02``), or ``""`` where it has no time.
    """

    lines: int = 0
    paths: Counter[tuple[str, str]] = field(default_factory=Counter)  # "legacy", "new", "fallback"
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)  # of "" too: a resolve error names no path
    fell_back: Counter[tuple[str, str]] = field(default_factory=Counter)
    tenths: Counter[tuple[str, int]] = field(default_factory=Counter)  # by path and tenths of a millisecond
    excused: int = 0  # legacy records inside a deployment window; they are in ``paths`` as "excused"
    earlier: int = 0  # records from before that day; they do not count
    malformed: int = 0  # lines that are no JSON object
    first: datetime | None = None  # UTC, of the records that count
    last: datetime | None = None
    legacy_at: Place | None = None  # the first legacy record that counts
    legacy_last: datetime | None = None
    unreadable: tuple[str, ...] = ()  # one reason per file that could not be read to its end

    def of(self, path: str) -> int:
        """How many records came from ``path``."""
        return sum(number for (_, each), number in self.paths.items() if each == path)

    @property
    def legacy(self) -> int:
        """How many records came from the legacy path, outside the deployment windows."""
        return self.of("legacy")

    @property
    def new(self) -> int:
        """How many records came from the new path."""
        return self.of("new")

    @property
    def undated(self) -> int:
        """How many of the records that count have no time we can read."""
        return sum(number for (day, _), number in self.paths.items() if not day)

    @property
    def days(self) -> tuple[str, ...]:
        """The days that have records, in order."""
        return tuple(sorted({day for day, _ in self.paths if day}))


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum."""
    return reduce(_sum, tallies, Tally())


def end_to_end(tallies: Iterable[Tally]) -> Tally:
    """The sum of the parts of one file: lines count from its begin."""

    def behind(one: Tally, other: Tally) -> Tally:
        at = other.legacy_at
        return _sum(one, replace(other, legacy_at=at and Place(at.path, at.line + one.lines)))

    return reduce(behind, tallies, Tally())


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(
        lines=one.lines + other.lines,
        paths=one.paths + other.paths,
        failed=one.failed + other.failed,
        fell_back=one.fell_back + other.fell_back,
        tenths=one.tenths + other.tenths,
        excused=one.excused + other.excused,
        earlier=one.earlier + other.earlier,
        malformed=one.malformed + other.malformed,
        first=min(filter(None, (one.first, other.first)), default=None),
        last=max(filter(None, (one.last, other.last)), default=None),
        legacy_at=one.legacy_at or other.legacy_at,
        legacy_last=max(filter(None, (one.legacy_last, other.legacy_last)), default=None),
        unreadable=one.unreadable + other.unreadable,
    )
