"""A day → the pattern of the numbers of seconds since 1970 that lie in it, for times that are written as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

SECONDS: Final = rb"[1-9][0-9]{9}"  # of any day from 2001 to 2286; stands for those of one day
_DAY: Final = 86_400
_NUMBER: Final = re.compile(rb"[1-9][0-9]{9}(?P<more>(?:[0-9]{3}){0,2}|\.[0-9]{1,6})")


def epoch(text: bytes) -> bytes:
    """The pattern of numbers that are written as ``text`` is: seconds, with a fraction, milli- or microseconds.

    Empty for what is none of these. Longer ones are not exact as Python reads them, so they may fall on another day.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return b""
    more = found["more"]
    point = rb"\." if more.startswith(b".") else b""
    return SECONDS + point + b"[0-9]{%d}" % len(more.lstrip(b"."))


def of_day(day: date) -> bytes:
    """What stands for `SECONDS` where the time must be of ``day``, in UTC."""
    first = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    if len(str(first)) != 10 or len(str(first + _DAY)) != 10:
        return b"(?!)"
    return b"(?:" + b"|".join(_numbers(str(first), str(first + _DAY - 1))) + b")"


def _numbers(low: str, high: str) -> Iterator[bytes]:
    """Patterns for the whole numbers from ``low`` to ``high``, of as many digits both."""
    if not low:
        yield b""
    elif low[0] == high[0]:
        yield from (low[0].encode() + rest for rest in _numbers(low[1:], high[1:]))
    elif set(low[1:]) <= {"0"} and set(high[1:]) <= {"9"}:
        yield f"[{low[0]}-{high[0]}][0-9]{{{len(low) - 1}}}".encode()
    else:
        width = len(low) - 1
        yield from (low[0].encode() + rest for rest in _numbers(low[1:], "9" * width))
        if int(high[0]) - int(low[0]) > 1:
            yield f"[{int(low[0]) + 1}-{int(high[0]) - 1}][0-9]{{{width}}}".encode()
        yield from (high[0].encode() + rest for rest in _numbers("0" * width, high[1:]))
