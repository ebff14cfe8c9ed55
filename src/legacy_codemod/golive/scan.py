"""Chunks of lines → their tally: runs of lines that share shapes by a few searches, the others one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Final

from legacy_codemod.golive.chunks import Chunk
from legacy_codemod.golive.edges import Edge
from legacy_codemod.golive.epochs import of_day
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.line_shapes import Shape, shape
from legacy_codemod.golive.log_blocks import UnreadableLogError
from legacy_codemod.golive.moments import Number, moment
from legacy_codemod.golive.record import MalformedError, Reading, parsed, reading, tenths
from legacy_codemod.golive.shape_set import ShapeSet
from legacy_codemod.golive.tally import Tally
from legacy_codemod.model import Place

_FIRST_LOOK: Final = 200  # lines whose shapes are learnt before the first chunk is read
_LESSONS: Final = 12  # chunks from whose odd lines shapes are learnt
_LATENCIES: Final = 50_000  # different ones that are kept as text


@dataclass(frozen=True, slots=True)
class Terms:
    """What a scan is to find out."""

    fields: Fields
    since: date


def scan(chunks: Iterable[Chunk], path: str, terms: Terms, again: Callable[[int, int], bytes]) -> Tally:
    """The tally of ``chunks`` of the file ``path``; ``again(start, length)`` reads some of it once more."""
    scanner = _Scanner(path, terms, again)
    unreadable: tuple[str, ...] = ()
    try:
        for chunk in chunks:
            scanner.take(chunk)
    except UnreadableLogError as reason:
        unreadable = (f"{path} {reason}",)
    return scanner.result(unreadable)


class _Scanner:
    """What has been counted so far."""

    def __init__(self, path: str, terms: Terms, again: Callable[[int, int], bytes]) -> None:
        self._path, self._terms, self._again = path, terms, again
        self._since = terms.since.isoformat()
        self._shapes, self._lessons = ShapeSet(terms.fields.new), _LESSONS
        self._day = ""
        self._runs: dict[str, re.Pattern[bytes]] = {}
        self._latencies: Counter[bytes] = Counter()  # of the new path, as they are written
        self._edges = (Edge(lambda one, other: one < other), Edge(lambda one, other: one > other))
        self._paths: Counter[tuple[str, str]] = Counter()
        self._failed: Counter[tuple[str, str]] = Counter()
        self._fell_back: Counter[tuple[str, str]] = Counter()
        self._tenths: Counter[tuple[str, int]] = Counter()
        self._numbers: Counter[str] = Counter()
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._legacy_at: Place | None = None
        self._legacy_last: datetime | None = None

    def take(self, chunk: Chunk) -> None:
        if not self._numbers["lines"]:
            self._learn(islice(chunk.lines.split(b"\n"), _FIRST_LOOK))
        if not _is_utf8(chunk.lines):
            for line in chunk.lines.split(b"\n")[:-1]:
                self._one(line)
            return
        days: set[str] = set()
        odd: list[bytes] = []
        place, end = 0, len(chunk.lines)
        while place < end:
            ran = self._run(chunk.lines, place)
            if ran > place:
                days.add(self._day)
                self._count_run(chunk.lines, place, ran)
            if ran < end:
                following = chunk.lines.index(b"\n", ran)
                line = chunk.lines[ran:following]
                self._one(line)
                if len(odd) < _FIRST_LOOK:
                    odd.append(line)
                ran = following + 1
            place = ran
        self._see_edges(chunk, {day for day in days if day >= self._since})
        self._learn(odd)

    def result(self, unreadable: tuple[str, ...]) -> Tally:
        self._add_latencies()
        for edge in self._edges:
            for start, length in edge.places:
                self._look_for_moments(self._again(start, length), edge.day)
        return Tally(
            lines=self._numbers["lines"],
            paths=self._paths,
            failed=+self._failed,
            fell_back=+self._fell_back,
            tenths=self._tenths,
            excused=self._numbers["excused"],
            earlier=self._numbers["earlier"],
            malformed=self._numbers["malformed"],
            first=self._first,
            last=self._last,
            legacy_at=self._legacy_at,
            legacy_last=self._legacy_last,
            unreadable=unreadable,
        )

    def _learn(self, lines: Iterable[bytes]) -> None:
        if not self._lessons:
            return
        shapes = self._shapes.with_more(dict.fromkeys(_shapes_of(lines, self._terms.fields)))
        if shapes is not self._shapes:
            self._shapes = shapes
            self._runs = {}
            self._lessons -= 1

    def _run(self, lines: bytes, place: int) -> int:
        """How far the lines from ``place`` on share shapes and the day of those before."""
        pattern = self._runs.get(self._day)
        if pattern is None:
            pattern = self._runs[self._day] = self._shapes.run(self._day)
        found = pattern.match(lines, place)
        return found.end() if found else place

    def _count_run(self, lines: bytes, start: int, end: int) -> None:
        number = lines.count(b"\n", start, end)
        self._numbers["lines"] += number
        if not self._shapes.all_new:
            number = sum(lines.count(spelled, start, end) for spelled in self._shapes.sources)
        if self._day < self._since:
            self._numbers["earlier"] += number
            return
        if number:
            self._paths[self._day, "new"] += number
        if self._shapes.latencies:
            self._latencies.update(self._shapes.latencies.findall(lines, start, end))
            if len(self._latencies) > _LATENCIES:
                self._add_latencies()

    def _add_latencies(self) -> None:
        for text, number in self._latencies.items():
            self._tenths["new", _tenths(text.decode())] += number
        self._latencies.clear()

    def _see_edges(self, chunk: Chunk, days: set[str]) -> None:
        for edge in self._edges:
            if days and edge.see(days, chunk):
                self._look_for_moments(chunk.lines, edge.day)

    def _look_for_moments(self, lines: bytes, day: str) -> None:
        """The first and the last moment of ``day`` that the shapes find in ``lines``."""
        found = self._shapes.moments.findall(lines)
        wanted = re.compile(re.escape(day.encode()) + b"|" + of_day(date.fromisoformat(day)))
        for group in range(self._shapes.moments.groups - 2):
            texts = [match[group] for match in found if wanted.match(match[group])]
            if texts:
                self._see_moment(_written(min(texts)))
                self._see_moment(_written(max(texts)))

    def _see_moment(self, at: datetime | None) -> None:
        if at is not None:
            at = at.astimezone(UTC)
            self._first, self._last = min(self._first or at, at), max(self._last or at, at)

    def _one(self, line: bytes) -> None:
        self._numbers["lines"] += 1
        if not line.strip():
            return
        try:
            said = reading(parsed(line), self._terms.fields)
        except MalformedError:
            self._numbers["malformed"] += 1
            return
        if said.path == "new" and said.moment:
            self._day = said.moment.date().isoformat()
        if said.path or said.failed:
            self._count(said)

    def _count(self, said: Reading) -> None:
        # by the record's own calendar day: the inventory's date has no time zone either
        if said.moment and said.moment.date() < self._terms.since:
            self._numbers["earlier"] += bool(said.path)
            return
        day = said.moment.date().isoformat() if said.moment else ""
        path: str = said.path
        if path == "legacy" and said.moment and any(window.holds(said.moment) for window in self._terms.fields.windows):
            path = "excused"
            self._numbers["excused"] += 1
        self._failed[day, path] += said.failed
        if not path:
            return
        self._paths[day, path] += 1
        self._fell_back[day, path] += said.fell_back
        self._see_moment(said.moment)
        if said.tenths is not None:
            self._tenths[path, said.tenths] += 1
        if path == "legacy":
            self._legacy_at = self._legacy_at or Place(self._path, self._numbers["lines"])
            at = said.moment
            self._legacy_last = max(filter(None, (self._legacy_last, at and at.astimezone(UTC))), default=None)


def _shapes_of(lines: Iterable[bytes], fields: Fields) -> Iterator[Shape | None]:
    for line in lines:
        try:
            yield shape(line, parsed(line), fields)
        except MalformedError:
            continue


def _written(text: bytes) -> datetime | None:
    """The moment of a time as a shape finds it: of a day, or a number."""
    said = text.decode()
    return moment(int(said) if said.isdigit() else Number(said) if said.replace(".", "").isdigit() else said)


def _tenths(text: str) -> int:
    return tenths(Number(text) if "." in text else int(text)) or 0


def _is_utf8(lines: bytes) -> bool:
    if lines.isascii():
        return True
    try:
        lines.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
