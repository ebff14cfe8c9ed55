"""Log files of JSON lines → how many records came from the legacy path and from the new one, and over what time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import reduce
from pathlib import Path
from typing import Final

from legacy_codemod.golive.log_lines import UnreadableLogError, lines
from legacy_codemod.model import Place

_SOURCES: Final = ("legacy", "restormel")
_TIMES: Final = ("ts", "time", "timestamp", "@timestamp")


@dataclass(frozen=True, slots=True)
class Tally:
    """The log records that name a ``source``, from the day the flag was on."""

    legacy: int = 0
    restormel: int = 0
    earlier: int = 0  # records from before that day; they do not count
    undated: int = 0  # records without a time we can read; they count
    malformed: int = 0  # lines that are no JSON object
    first: datetime | None = None  # UTC, of the records that count
    last: datetime | None = None
    legacy_at: Place | None = None  # the first legacy record that counts
    unreadable: tuple[str, ...] = ()  # one reason per file that could not be read to its end


def tally(root: Path, paths: Iterable[str], since: date) -> Tally:
    """Count the records of ``paths`` (relative to ``root``), a line at a time."""
    return reduce(_together, (_of_file(root, path, since) for path in paths), Tally())


def _of_file(root: Path, path: str, since: date) -> Tally:
    counts: Counter[str] = Counter()
    first = last = legacy_at = None
    unreadable: tuple[str, ...] = ()
    try:
        for number, line in enumerate(lines(root / path), start=1):
            kind, moment = _judge(line, since)
            counts[kind] += 1
            if kind == "legacy" and legacy_at is None:
                legacy_at = Place(path, number)
            if kind in _SOURCES and moment is None:
                counts["undated"] += 1
            elif kind in _SOURCES and moment:
                first, last = min(first or moment, moment), max(last or moment, moment)
    except UnreadableLogError as reason:
        unreadable = (f"{path} {reason}",)
    numbers = {name: counts[name] for name in (*_SOURCES, "earlier", "undated", "malformed")}
    return Tally(**numbers, first=first, last=last, legacy_at=legacy_at, unreadable=unreadable)


def _together(one: Tally, other: Tally) -> Tally:
    return Tally(
        legacy=one.legacy + other.legacy,
        restormel=one.restormel + other.restormel,
        earlier=one.earlier + other.earlier,
        undated=one.undated + other.undated,
        malformed=one.malformed + other.malformed,
        first=min(filter(None, (one.first, other.first)), default=None),
        last=max(filter(None, (one.last, other.last)), default=None),
        legacy_at=one.legacy_at or other.legacy_at,
        unreadable=one.unreadable + other.unreadable,
    )


def _judge(line: bytes, since: date) -> tuple[str, datetime | None]:
    """What one line counts as (a source, ``earlier``, ``malformed``, or ``""``: of no matter here) and its time."""
    if not line.strip():
        return "", None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return "malformed", None
    if not isinstance(record, dict):
        return "malformed", None
    source = record.get("source")
    if source not in _SOURCES:
        return "", None
    moment = next(filter(None, (_moment(record[name]) for name in _TIMES if name in record)), None)
    if moment is None:
        return source, None
    # By the record's own calendar day: the inventory's date has no time zone either.
    return (source if moment.date() >= since else "earlier"), moment.astimezone(UTC)


def _moment(written: object) -> datetime | None:
    """ISO 8601, or seconds, milli-, micro- or nanoseconds since 1970; without a time zone it is UTC."""
    with suppress(ValueError, OverflowError, OSError):
        if isinstance(written, str):
            read = datetime.fromisoformat(written.strip())
            return read if read.tzinfo else read.replace(tzinfo=UTC)
        if isinstance(written, int | float) and not isinstance(written, bool):
            scale = next((scale for scale in (1e18, 1e15, 1e12) if abs(written) >= scale / 10), 1e9)
            return datetime.fromtimestamp(written / (scale / 1e9), UTC)
    return None
