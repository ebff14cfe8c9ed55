"""What a record says of its time → a moment."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime


class Number(str):
    """A JSON number with a fraction or an exponent, as it was written."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """As of the number, not of its text."""
        return float(self) != 0


def moment(written: object) -> datetime | None:
    """ISO 8601, or seconds, milli-, micro- or nanoseconds since 1970; without a time zone it is UTC."""
    with suppress(ValueError, OverflowError, OSError):
        if isinstance(written, Number):
            return _since_1970(float(written))
        if isinstance(written, str):
            read = datetime.fromisoformat(written.strip())
            read = read if read.tzinfo else read.replace(tzinfo=UTC)
            read.astimezone(UTC)  # raises at either end of the calendar
            return read
        if isinstance(written, int | float) and not isinstance(written, bool):
            return _since_1970(written)
    return None


def _since_1970(number: float) -> datetime:
    scale = next((scale for scale in (1e18, 1e15, 1e12) if abs(number) >= scale / 10), 1e9)
    return datetime.fromtimestamp(number / (scale / 1e9), UTC)
