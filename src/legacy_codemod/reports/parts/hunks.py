"""Bytes before and after into hunks, each joined to the edits that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legacy_codemod.alignment import Block, blocks
from legacy_codemod.model import Edit

AROUND = 3  # unchanged lines shown on each side, as git does


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a hunk with its newline, if it has one; its numbers count from 1, 0 where it is not there."""

    sign: str  # " ", "-" or "+", as in a patch
    text: bytes
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Hunk:
    """A run of changed lines with the unchanged ones around it, and why it changed."""

    lines: tuple[Line, ...]
    start_before: int  # as in a patch header: from 1, or the line above where there is none
    start_after: int
    edits: tuple[Edit, ...] = ()

    @property
    def count_before(self) -> int:
        """Lines of the file before that the hunk covers."""
        return sum(line.sign != "+" for line in self.lines)

    @property
    def count_after(self) -> int:
        """Lines of the file after that the hunk covers."""
        return sum(line.sign != "-" for line in self.lines)

    @property
    def header(self) -> str:
        """``@@ -1,4 +1,2 @@``, spelled as git spells it."""
        before, after = _span(self.start_before, self.count_before), _span(self.start_after, self.count_after)
        return f"@@ -{before} +{after} @@"


def split(content: bytes) -> list[bytes]:
    r"""Lines with their newline; like git, only ``\n`` ends a line, so CRLF and form feeds stay inside."""
    lines = content.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def hunks(before: bytes, after: bytes, edits: Iterable[Edit] = ()) -> tuple[Hunk, ...]:
    """The hunks from ``before`` to ``after`` in order; ``edits`` are those of this file, with lines of ``before``.

    An edit belongs to each hunk that changes one of its lines; one that changes no line of any (what it removed came
    back in another place) belongs to the hunk nearest to it.
    """
    old, new = split(before), split(after)
    found = [_hunk(old, new, group) for group in _groups(blocks(old, new))]
    return tuple(_explained(found, sorted(set(edits))))


def counts(before: bytes, after: bytes | None) -> tuple[int, int]:
    """Lines that came and lines that went."""
    changed = blocks(split(before), split(after or b""))
    return sum(end - start for _, _, start, end in changed), sum(end - start for start, end, _, _ in changed)


def _groups(changed: list[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in changed:
        if group and block[0] - group[-1][1] > 2 * AROUND:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _hunk(old: Sequence[bytes], new: Sequence[bytes], group: list[Block]) -> Hunk:
    first, last = max(group[0][0] - AROUND, 0), min(group[-1][1] + AROUND, len(old))
    shift = group[0][2] - group[0][0]
    lines: list[Line] = []
    at, to = first, first + shift
    for start, end, new_start, new_end in [*group, (last, last, 0, 0)]:
        lines += [Line(" ", old[at + i], at + i + 1, to + i + 1) for i in range(start - at)]
        lines += [Line("-", old[i], i + 1, 0) for i in range(start, end)]
        lines += [Line("+", new[i], 0, i + 1) for i in range(new_start, new_end)]
        at, to = end, new_end
    bare = Hunk(tuple(lines), first, first + shift)
    # git counts lines from 1, but names the line above where a side of the hunk is empty
    return replace(
        bare, start_before=first + bool(bare.count_before), start_after=first + shift + bool(bare.count_after)
    )


def _explained(found: list[Hunk], edits: list[Edit]) -> Iterator[Hunk]:
    owners = [[at for at, hunk in enumerate(found) if _touches(hunk, edit)] or _nearest(found, edit) for edit in edits]
    for at, hunk in enumerate(found):
        yield replace(hunk, edits=tuple(edit for edit, owner in zip(edits, owners, strict=True) if at in owner))


def _touches(hunk: Hunk, edit: Edit) -> bool:
    return any(line.sign == "-" and edit.start <= line.before <= edit.end for line in hunk.lines)


def _nearest(found: list[Hunk], edit: Edit) -> list[int]:
    def distance(at: int) -> int:
        start = found[at].start_before
        end = start + found[at].count_before
        return max(start - edit.end, edit.start - end, 0)

    return [min(range(len(found)), key=distance)] if found else []


def _span(start: int, count: int) -> str:
    return f"{start}" if count == 1 else f"{start},{count}"
