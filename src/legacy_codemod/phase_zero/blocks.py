"""Markdown or plain text into headings, tables and lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_BULLET = re.compile(r"\s*(?:>\s*)*(?P<bullet>(?:[-*+•]|\d+[.)])\s+)?(?P<box>\[[ xX]?\]\s+)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line, and where it begins; both count from 1."""

    text: str
    line: int
    column: int

    def part(self, start: int, end: int | None = None) -> Span:
        """The piece from ``start`` to ``end``, without the white space around it."""
        piece = self.text[start:end]
        return Span(piece.strip(), self.line, self.column + start + len(piece) - len(piece.lstrip()))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of any level from 1."""

    level: int
    title: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the row that heads it."""

    head: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Any other line that is not empty, without its bullet, number or check box."""

    text: Span
    is_bullet: bool


Block = Heading | Table | Line


def blocks(text: str) -> Iterator[Block]:
    """What ``text`` is made of, in order; comments, front matter and the marks of fences are passed over."""
    lines = _without_comments(text).split("\n")  # as editors count them
    at = _behind_front_matter(lines)
    while at < len(lines):
        if at + 1 < len(lines) and "|" in lines[at] and "|" in lines[at + 1] and _RULE.match(lines[at + 1]):
            end = _end_of_table(lines, at + 2)
            yield Table(_cells(lines[at], at + 1), tuple(_cells(lines[row], row + 1) for row in range(at + 2, end)))
            at = end
            continue
        yield from _block(lines[at], at + 1)
        at += 1


def _block(line: str, number: int) -> Iterator[Block]:
    if found := _HEADING.match(line):
        yield Heading(len(found[1]), Span(line, number, 1).part(found.start(2), found.end(2)))
    elif line.strip() and not _FENCE.match(line):
        bullet = _BULLET.match(line)
        start = bullet.end() if bullet else 0
        if rest := line[start:].rstrip():
            marked = bool(bullet and (bullet["bullet"] or bullet["box"]))
            yield Line(Span(rest, number, start + 1), marked)


def _without_comments(text: str) -> str:
    """HTML comments become white space, so that every other character stays where it is."""
    return re.sub(r"(?s)<!--.*?-->", lambda found: re.sub(r"[^\n]", " ", found[0]), text.removeprefix("\ufeff"))


def _behind_front_matter(lines: list[str]) -> int:
    if lines[:1] == ["---"] and "---" in lines[1:]:
        return lines.index("---", 1) + 1
    return 0


def _end_of_table(lines: list[str], start: int) -> int:
    return next((at for at in range(start, len(lines)) if "|" not in lines[at]), len(lines))


def _cells(line: str, number: int) -> tuple[Span, ...]:
    """The cells of a row; a bar in a code span or behind a backslash is a character like any other."""
    whole = Span(line, number, 1)
    edges, inside = [-1], False
    for at, character in enumerate(line):
        inside = inside ^ (character == "`")
        if character == "|" and not (inside and "`" in line[at:]) and line[at - 1 : at] != "\\":
            edges.append(at)
    edges.append(len(line))
    cells = [whole.part(left + 1, right) for left, right in pairwise(edges)]
    first = 1 if line.lstrip().startswith("|") else 0
    last = len(cells) - 1 if line.rstrip().endswith("|") else len(cells)
    return tuple(cells[first:last])
