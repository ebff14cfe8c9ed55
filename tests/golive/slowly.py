"""The tally of a log as anyone would write it: every line parsed whole, one after the other."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

SINCE = date(2026, 11, 2)
LEGACY, NEW, FALLBACK = {"legacy"}, {"restormel"}, {"default", "fallback"}
CODES = {
    *("unauthorized", "policy_blocked", "route_disabled", "no_route", "route_unpublished"),
    *("no_key_available", "resolve_incomplete"),
}
LEVELS = {"error", "err", "critical", "fatal", "alert", "emergency"}


class Text(str):
    """A number as it was written."""

    def __bool__(self) -> bool:
        return float(self) != 0


def slowly(content: bytes) -> dict[str, object]:
    """What `logs.tally` is to find in ``content``."""
    counts: Counter[tuple[str, ...]] = Counter()
    tenths: Counter[tuple[str, int]] = Counter()
    moments, legacy_at = [], None
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line, parse_float=Text)
        except (ValueError, RecursionError):
            record = None
        if not isinstance(record, dict):
            counts["malformed",] += 1
            continue
        source = record.get("source")
        source = source if isinstance(source, str) else ""
        path = "legacy" if source in LEGACY else "new" if source in NEW else "fallback" if source in FALLBACK else ""
        failed = _failed(record, named=bool(path))
        if not path and not failed:
            continue
        at = next((at for name in ("ts", "time", "timestamp", "@timestamp") if (at := _moment(record.get(name)))), None)
        if at and at.date() < SINCE:
            counts["earlier",] += bool(path)
            continue
        day = at.date().isoformat() if at else ""
        if failed:
            counts["failed", day, path] += 1
        if not path:
            continue
        counts["path", day, path] += 1
        if path == "fallback" or record.get("fallback") is True or record.get("fallback_used") is True:
            counts["fell back", day, path] += 1
        moments += [at.astimezone(UTC)] if at else []
        if path == "legacy":
            legacy_at = legacy_at or number
        named = [name for name in ("resolve_ms", "elapsed_ms", "latency_ms", "duration_ms") if name in record]
        if named and (measured := _tenths(record[named[0]])) is not None:
            tenths[path, measured] += 1
    return {
        "counts": +counts,
        "tenths": tenths,
        "moments": (min(moments), max(moments)) if moments else (None, None),
        "legacy_at": legacy_at,
    }


def _failed(record: dict[str, object], *, named: bool) -> bool:
    values = [record.get(name) for name in ("error", "error_code", "code")]
    if any(isinstance(value, str) and value in CODES for value in values):
        return True
    level = next((record[name] for name in ("level", "severity", "levelname") if name in record), "")
    loud = isinstance(level, str) and level.lower() in LEVELS
    return named and (loud or bool(record.get("error")) or bool(record.get("error_code")))


def _moment(written: object) -> datetime | None:
    try:
        if isinstance(written, str) and not isinstance(written, Text):
            read = datetime.fromisoformat(written.strip())
            read = read if read.tzinfo else read.replace(tzinfo=UTC)
            read.astimezone(UTC)
            return read
        if isinstance(written, bool) or not isinstance(written, int | Text):
            return None
        number = float(written)
        size = abs(number)
        for digits, divisor in ((17, 1e9), (14, 1e6), (11, 1e3)):
            if size >= 10.0**digits:
                return datetime.fromtimestamp(number / divisor, UTC)
        return datetime.fromtimestamp(number, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _tenths(written: object) -> int | None:
    if isinstance(written, bool) or not isinstance(written, int | Text):
        return None
    number = Decimal(written) if isinstance(written, int) or "e" not in written.lower() else Decimal(float(written))
    if number.is_nan() or number < 0:
        return None
    return int(min(number * 10, Decimal(99_999_999)))
