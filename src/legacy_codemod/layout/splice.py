"""Splices and dedents of one text into the new text, and where each of its lines came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legacy_codemod.layout.text import Text


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters ``start``..``end`` (end exclusive) become ``text``, because of ``why``."""

    start: int
    end: int
    text: str = ""
    why: tuple[str, ...] = ()
    in_string: bool = False  # where letters may meet
    moves: bool = False  # its lines stand as deep as the one where it begins, wherever that comes to stand
    turns: tuple[tuple[int, tuple[str, ...]], ...] = ()  # where, further on, another reason begins to hold

    def parts(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """From where to where each reason holds."""
        begun = [(self.start, self.why), *((at, why) for at, why in self.turns if self.start < at < self.end)]
        for number, (start, why) in enumerate(begun, start=1):
            yield start, begun[number][0] if number < len(begun) else self.end, why


@dataclass(frozen=True, slots=True)
class Dedent:
    """Lines ``first``..``last`` whose white space begins with ``old`` begin with ``new`` instead."""

    first: int
    last: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new text; ``origins[i]`` is the line of the old text that line ``i + 1`` began on."""

    text: Text
    origins: tuple[int, ...]


def outermost(splices: Iterable[Splice]) -> list[Splice]:
    """Sorted splices, without those that lie inside a wider one; removals that share blank lines meet.

    Raises:
        ValueError: a replacement overlaps another splice, which is a fault of whoever made them.

    """
    kept: list[Splice] = []
    for splice in sorted(set(splices), key=lambda s: (s.start, -s.end)):
        if kept and splice.start < kept[-1].end:
            if splice.end > kept[-1].end:
                if splice.text or kept[-1].text:
                    raise ValueError(f"splices overlap: {kept[-1]} and {splice}")
                kept.append(replace(splice, start=kept[-1].end))  # each keeps its reason
            continue
        if kept and (splice.start, splice.end) == (kept[-1].start, kept[-1].end) and splice.start == splice.end:
            if splice.text != kept[-1].text:
                kept.append(splice)
            continue
        kept.append(splice)
    return kept


def apply(
    text: Text, splices: Iterable[Splice], dedents: Sequence[Dedent] = (), fixed: frozenset[int] = frozenset()
) -> Spliced:
    """Splice ``text``; ``fixed`` are the lines that begin inside a string, which no dedent may touch."""
    inner_first = sorted(dedents, key=lambda d: d.last - d.first)
    moved = [_with_its_line(text, one, inner_first) if one.moves else one for one in outermost(splices)]
    chosen = outermost([*moved, *_indent_splices(text, moved, inner_first, fixed)])
    pieces: list[str] = []
    anchors: list[_Anchor] = []
    length = position = 0
    for splice in (*chosen, Splice(len(text.text), len(text.text))):
        for piece, old, moves in (
            (text.text[position : splice.start], position, True),
            (splice.text, splice.start, False),
        ):
            if piece and pieces and not splice.in_string and _runs_together(pieces[-1][-1], piece[0]):
                anchors.append(_Anchor(length, old, moves=False))
                pieces.append(" ")
                length += 1
            if piece:
                anchors.append(_Anchor(length, old, moves))
                pieces.append(piece)
                length += len(piece)
        position = splice.end
    joined = "".join(pieces)
    new = replace(text, text=joined if text.text.endswith(_LINE_ENDS) else joined.rstrip("".join(_LINE_ENDS)))
    return Spliced(new, _origins(text, new, anchors))


_LINE_ENDS = ("\n", "\r")


def _runs_together(left: str, right: str) -> bool:
    """Whether two pieces would become one word, as in ``return(x)`` without its parentheses, or an escaped brace."""
    return all(c.isalnum() or c == "_" for c in (left, right)) or (left == "{" == right)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """From offset ``new`` on stands what stood at ``old`` (``moves``), or what was put in there."""

    new: int
    old: int
    moves: bool


def _with_its_line(text: Text, cut: Splice, dedents: Sequence[Dedent]) -> Splice:
    """``cut`` with each line of its text as deep as the line where it begins comes to stand."""
    line = text.line_of(cut.start)
    lead = split_feed(text.indent(line))[1]
    moved = _moved(lead, line, dedents)
    lines = cut.text.splitlines(keepends=True)
    return replace(cut, text="".join(moved + one.removeprefix(lead) if one.startswith(lead) else one for one in lines))


def _indent_splices(
    text: Text, splices: Sequence[Splice], dedents: Sequence[Dedent], fixed: frozenset[int]
) -> Iterable[Splice]:
    for line in sorted({n for d in dedents for n in range(d.first, d.last + 1)} - fixed):
        fed, lead = split_feed(text.indent(line)) if not text.is_blank(line) else ("", text.indent(line))
        moved = _moved(lead, line, dedents)
        start = text.start(line) + len(fed)
        if moved != lead and not any(s.start <= start < s.end for s in splices):
            yield Splice(start, start + len(lead), moved)


def _moved(lead: str, line: int, dedents: Sequence[Dedent]) -> str:
    """The white space in front of a line once the dedents around it are done, which stand the innermost first."""
    for dedent in dedents:
        old, new = split_feed(dedent.old)[1], split_feed(dedent.new)[1]
        if dedent.first <= line <= dedent.last and lead.startswith(old):
            lead = new + lead[len(old) :]
    return lead


def split_feed(lead: str) -> tuple[str, str]:
    """White space up to the last form feed, after which Python counts columns anew, and what stands behind it."""
    at = lead.rfind("\f") + 1
    return lead[:at], lead[at:]


def _origins(old: Text, new: Text, anchors: Sequence[_Anchor]) -> tuple[int, ...]:
    origins: list[int] = []
    index = 0
    last = max(0, len(old.text) - 1)
    for start in new.starts[: new.line_count] if anchors else ():
        while index + 1 < len(anchors) and anchors[index + 1].new <= start:
            index += 1
        anchor = anchors[index]
        was = anchor.old + (start - anchor.new) * anchor.moves
        origins.append(old.line_of(min(was, last)))
    return tuple(origins)
