"""One log record → which path gave its answer, when, how fast, and whether it failed: the meaning of a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from legacy_codemod.golive.fields import RESOLVE_CODES, Fields
from legacy_codemod.golive.moments import Number, moment

Path = Literal["", "legacy", "new", "fallback"]  # "": the record names no path
SLOWEST: Final = 99_999_999  # tenths of a millisecond; whatever is slower counts as this
_ERRORS: Final = frozenset({"error", "err", "critical", "fatal", "alert", "emergency"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one record says."""

    path: Path = ""
    failed: bool = False
    fell_back: bool = False
    moment: datetime | None = None  # in the time zone it was written with
    tenths: int | None = None  # latency in tenths of a millisecond, rounded down


class MalformedError(Exception):
    """A line is no JSON object."""


def parsed(line: bytes) -> dict[str, object]:
    """The object of a line, numbers with a fraction as they were written; raises ``MalformedError``."""
    try:
        record = json.loads(line, parse_float=Number)
    except (ValueError, RecursionError) as error:
        raise MalformedError from error
    if not isinstance(record, dict):
        raise MalformedError
    return record


def reading(record: dict[str, object], fields: Fields) -> Reading:
    """What ``record`` says."""
    path = _path(record.get(fields.source), fields)
    failed = _failed(record, fields, named=bool(path))
    if not path and not failed:
        return Reading()
    times = (moment(record[name]) for name in fields.times if name in record)
    latencies = (tenths(record[name]) for name in fields.latency if name in record)
    return Reading(
        path=path,
        failed=failed,
        fell_back=path == "fallback" or (bool(path) and any(record.get(name) is True for name in fields.fell_back)),
        moment=next(filter(None, times), None),
        tenths=next(latencies, None) if all(record.get(name) == value for name, value in fields.measured) else None,
    )


def tenths(written: object) -> int | None:
    """A number of milliseconds in tenths, rounded down; ``None`` for what is none."""
    if isinstance(written, bool) or not isinstance(written, int | Number):
        return None
    if isinstance(written, int):
        return min(written * 10, SLOWEST) if written >= 0 else None
    whole, _, part = written.partition(".")
    if part.isdigit() and whole.isdigit():
        return min(int(whole[:20] + part[0]), SLOWEST)
    return _of_float(float(written))


def _of_float(number: float) -> int | None:
    return int(min(number * 10, SLOWEST)) if number >= 0 else None


def _path(source: object, fields: Fields) -> Path:
    if not isinstance(source, str) or isinstance(source, Number):
        return ""
    if source in fields.legacy:
        return "legacy"
    if source in fields.new:
        return "new"
    return "fallback" if source in fields.fallback else ""


def _failed(record: dict[str, object], fields: Fields, *, named: bool) -> bool:
    """A record of a path that is an error, or one of a resolve call that gave no path at all."""
    said = [record.get(name) for name in fields.errors]
    if any(isinstance(value, str) and value in RESOLVE_CODES for value in (*said, *map(record.get, fields.codes))):
        return True
    level = next((record[name] for name in fields.levels if name in record), "")
    return named and (any(said) or (isinstance(level, str) and level.lower() in _ERRORS))
