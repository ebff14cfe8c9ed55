r"""A line of JSON → the shape that it shares with its like, as pieces of a regular expression over bytes.

``{"ts": "2026-11-02T10:00:00Z", "source": "restormel", "elapsed_ms": 41.5}`` becomes a pattern that only valid JSON
matches, and only with these keys in this order, a time and a value of the new path. Lines that shapes match are counted
by the thousand. Lines that are odd in any way have no shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legacy_codemod.golive.epochs import epoch
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.moments import moment
from legacy_codemod.golive.possessive import compiled
from legacy_codemod.golive.record import reading, tenths

# possessive throughout: what a piece has taken, it does not give back
_STRING: Final = rb'"[ !#-\x5b\x5d-\xff]*+"'
_NUMBER: Final = rb"-?+(?:0|[1-9][0-9]{0,99}+)(?:\.[0-9]++)?+(?:[eE][-+]?+[0-9]++)?+"
_WORD: Final = rb"(?:true|false|null)"
TENTHS: Final = rb"((?:0|[1-9][0-9]{0,6}+)(?:\.[0-9]|(?![0-9.eE])))[0-9]*+"
DAY: Final = (
    rb"[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_CLOCK: Final = rb"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_LEXER: Final = compiled(
    rb"(?P<string>"
    + _STRING
    + rb")|(?P<number>"
    + _NUMBER
    + rb")|(?P<word>"
    + _WORD
    + rb")|(?P<mark>[{}\[\]:,]|[ \t\r]++)"
)
_TIME: Final = re.compile(
    rb'"' + DAY + rb"(?P<between>[T ])" + _CLOCK + rb'(?P<point>[.,][0-9]{1,6})?(?P<zone>Z|[-+]\d\d:\d\d)?"'
)
_KINDS: Final = {"string": _STRING, "number": _NUMBER, "word": _WORD}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a shape; ``whole`` is the same with a group around what is the time of the record."""

    pattern: bytes
    whole: bytes
    zone: bytes = b""  # of a time


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its pieces, and how its line spells the key of its source and of its latency, up to the value."""

    pieces: tuple[Piece, ...]
    source: bytes = b""  # empty where the line names no path
    latency: bytes = b""


def shape(line: bytes, record: dict[str, object], fields: Fields) -> Shape | None:
    """The shape of ``line``, which says ``record``, if it has one.

    Records of other paths than the new one, without a time, errors and fallbacks have none: they are read one by one.
    """
    if len(set(names := _names(fields))) < len(names):  # a field with two meanings
        return None
    said = reading(record, fields)
    if said.failed or said.fell_back or said.path not in ("", "new") or (said.path and not said.moment):
        return None
    roles = _roles(record, fields, named=bool(said.path))
    try:
        return _Reader(line, record, roles, fields).shape()
    except _OddError:
        return None


class _OddError(Exception):
    """The line has no shape."""


def _names(fields: Fields) -> tuple[str, ...]:
    others = (fields.times, fields.latency, fields.levels, fields.errors, fields.codes, fields.fell_back)
    kept = {name for name, _ in fields.measured} - set(fields.levels)
    return (fields.source, *(name for names in others for name in names), *kept)


def _roles(record: dict[str, object], fields: Fields, *, named: bool) -> dict[str, str]:
    """The fields that matter, each by what is done with it: a role, or ``exact`` for one that may not vary."""
    kept = [name for name, _ in fields.measured]
    exact = [fields.source, *fields.errors, *fields.codes, *fields.fell_back, *kept]
    roles = dict.fromkeys((name for name in exact if name in record), "exact")
    level = next((name for name in fields.levels if name in record), None)
    if level:
        roles[level] = "exact"
    if not named:
        return roles
    times = [name for name in fields.times if name in record]
    for name in times:
        dated = moment(record[name]) is not None
        roles[name] = "day" if dated else "exact"
        if dated:
            break
    measured = next((name for name in fields.latency if name in record), None)
    if measured and all(record.get(name) == value for name, value in fields.measured):
        roles[measured] = "tenths" if tenths(record[measured]) is not None else "exact"
    return roles | {fields.source: "source"}


class _Reader:
    """A walk over the tokens of a line."""

    def __init__(self, line: bytes, record: dict[str, object], roles: dict[str, str], fields: Fields) -> None:
        self._tokens = [(found.lastgroup or "", found[0]) for found in _LEXER.finditer(line)]
        if sum(len(text) for _, text in self._tokens) != len(line):
            raise _OddError
        self._record, self._roles, self._fields = record, roles, fields
        self._spelled = {"source": b"", "tenths": b""}

    def shape(self) -> Shape:
        pieces = tuple(self._pieces())
        return Shape(pieces, self._spelled["source"], self._spelled["tenths"])

    def _pieces(self) -> Iterator[Piece]:
        depth, keys, name, spelled = 0, 0, "", b""
        for place, (kind, text) in enumerate(self._tokens):
            if kind == "mark":
                depth += (text in b"{[") - (text in b"}]")
                spelled += text
                yield _literal(text)
            elif kind == "string" and _is_key(self._tokens, place):
                name, spelled = self._named(text, depth), text
                keys += depth == 1
                yield _literal(text)
            else:
                role = self._roles.get(name, "") if depth == 1 else ""
                if role in self._spelled:
                    self._spelled[role] = spelled
                yield _value(kind, text, role, self._fields.new)
        if keys != len(self._record):
            raise _OddError

    def _named(self, text: bytes, depth: int) -> str:
        """A key that the counts could take for another one makes the line odd."""
        name = text[1:-1].decode()
        counted = name == self._fields.source or name in self._fields.latency
        if counted and (depth > 1 or (name in self._fields.latency and self._roles.get(name) != "tenths")):
            raise _OddError
        return name


def _is_key(tokens: list[tuple[str, bytes]], place: int) -> bool:
    following = (text for _, text in tokens[place + 1 : place + 3] if text.strip())
    return next(following, b"") == b":"


def _value(kind: str, text: bytes, role: str, new: tuple[str, ...]) -> Piece:
    match role:
        case "":
            return _any(kind)
        case "exact":
            return _literal(text)
        case "day":
            return _time(text)
        case "tenths":
            if not re.fullmatch(TENTHS, text):
                raise _OddError
            return Piece(TENTHS.replace(b"((?:0", b"(?:(?:0"), TENTHS.replace(b"((?:0", b"(?:(?:0"))
    values = b"|".join(re.escape(value.encode()) for value in new if is_plain(value))
    return Piece(rb'"(?:' + values + rb')"', rb'"(?:' + values + rb')"')


def _time(text: bytes) -> Piece:
    if number := epoch(text):
        return Piece(number, b"(" + number + b")", b"number")
    found = _TIME.fullmatch(text)
    if found is None:
        raise _OddError
    point, zone = found["point"] or b"", found["zone"] or b""
    part = re.escape(point[:1]) + b"[0-9]{%d}" % (len(point) - 1) if point else b""
    rest = re.escape(found["between"]) + _CLOCK + part + re.escape(zone)
    return Piece(rb'"' + DAY + rest + rb'"', rb'"(' + DAY + rest + rb')"', zone or b"none")


def is_plain(value: str) -> bool:
    """Whether JSON writes ``value`` without an escape."""
    return value.isprintable() and json.dumps(value, ensure_ascii=False)[1:-1] == value


def _any(kind: str) -> Piece:
    return Piece(_KINDS[kind], _KINDS[kind])


def _literal(text: bytes) -> Piece:
    return Piece(re.escape(text), re.escape(text))
