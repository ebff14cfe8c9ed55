"""Counts and chains of reasons into the words that people read."""

from __future__ import annotations

from collections.abc import Iterable


def count(number: int, noun: str) -> str:
    """``1 file``, ``3 files``, ``1,204 lines``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def chain(reasons: Iterable[str]) -> str:
    """``USE_X is true → branch unreachable → legacy unused``."""
    return " → ".join(reasons)


def chains(whys: Iterable[tuple[str, ...]]) -> list[str]:
    """Each chain once, in order; one that only begins another is left out, those that end apart share a line."""
    by_start: dict[tuple[str, ...], dict[str, None]] = {}
    known = dict.fromkeys(whys)
    for why in known:
        if why and not any(len(other) > len(why) and other[: len(why)] == why for other in known):
            by_start.setdefault(why[:-1], {})[why[-1]] = None
    return [chain([*start, ", ".join(ends)]) for start, ends in by_start.items()]


def shares(lines_in: int, lines_out: int) -> str:
    """``+3 -14``: lines in and lines out, a zero left out."""
    parts = [f"+{lines_in}"] if lines_in else []
    return " ".join([*parts, f"-{lines_out}"] if lines_out else parts)
