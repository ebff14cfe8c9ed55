"""Which fields of a log record say what, and which values mean the old path and the new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

RESOLVE_CODES: Final = (  # what the resolve call says when it does not give a model
    "unauthorized",
    "policy_blocked",
    "route_disabled",
    "no_route",
    "route_unpublished",
    "no_key_available",
    "resolve_incomplete",
)


@dataclass(frozen=True, slots=True)
class Window:
    """The time after a deployment in which instances of the old release may still answer."""

    start: datetime  # with its time zone
    length: timedelta

    def holds(self, moment: datetime) -> bool:
        """Whether ``moment`` lies in it."""
        return self.start <= moment <= self.start + self.length


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the fields, the first that is there counts; ``legacy``, ``new`` and ``fallback`` are values."""

    source: str = "source"
    legacy: tuple[str, ...] = ("legacy",)
    new: tuple[str, ...] = ("restormel",)
    fallback: tuple[str, ...] = ("default", "fallback")  # values of the source, where neither path gave the answer
    times: tuple[str, ...] = ("ts", "time", "timestamp", "@timestamp")
    latency: tuple[str, ...] = ("resolve_ms", "resolve_latency_ms")  # milliseconds of the resolve call
    measured: tuple[tuple[str, str], ...] = ()  # only records with these values say the latency of the call
    levels: tuple[str, ...] = ("level", "severity", "levelname")
    errors: tuple[str, ...] = ("error", "error_code")  # anything in them is an error
    codes: tuple[str, ...] = ("code",)  # a code of the resolve call in them is one
    fell_back: tuple[str, ...] = ("fallback", "fallback_used")  # true where the record's answer is a fallback
    windows: tuple[Window, ...] = ()
