"""A plan into what becomes of each file's lines from the base to the end, each run of them with the items it is due to.

An item counts lines in the tree that the item before it left; here they are followed back to the lines of the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legacy_codemod.alignment import blocks
from legacy_codemod.model import Edit, FileChange, Place, Plan
from legacy_codemod.reports.parts.hunks import AROUND, split
from legacy_codemod.tree import line_before


@dataclass(frozen=True, slots=True)
class Due:
    """Why a run of lines changes: the item, as an index of ``Plan.changes``, and one of its chains of reasons."""

    item: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """Lines ``start`` to ``end`` of the base, counted from 0 and without ``end``, become ``text``."""

    start: int
    end: int
    text: bytes
    due: tuple[Due, ...]

    @property
    def item(self) -> int:
        """The first item that it is due to."""
        return min(each.item for each in self.due)


@dataclass(frozen=True, slots=True)
class _Line:
    text: bytes
    base: int | None  # its number in the base, where it stood there
    due: tuple[Due, ...] = ()


def replacements(plan: Plan) -> Mapping[str, tuple[Replacement, ...]]:
    """Of every file that the plan changes, in order; an empty file that goes has one that takes nothing."""
    return {path: tuple(_of_file(plan, file)) for path, file in plan.files.items()}


def based(plan: Plan, item: int, place: Place) -> Place:
    """Where a place that the item, as an index of ``Plan.changes``, names stands in the base."""
    earlier = [file for change in plan.changes[:item] for file in change.files if file.path == place.path]
    if not earlier or earlier[-1].after is None:
        return place
    return replace(place, line=line_before(earlier[0].before, earlier[-1].after, place.line))


def together(each: Iterable[Replacement]) -> Iterator[tuple[Replacement, ...]]:
    """Replacements in groups: of one item, and near enough to share a hunk."""
    group: list[Replacement] = []
    for one in each:
        if group and (one.item != group[-1].item or one.start - group[-1].end > 2 * AROUND):
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _of_file(plan: Plan, file: FileChange) -> Iterator[Replacement]:
    base = split(file.before)
    lines = [_Line(text, number) for number, text in enumerate(base)]
    gone: dict[int, tuple[Due, ...]] = {}
    for item, change in enumerate(plan.changes):
        for step in change.files:
            if step.path == file.path:
                edits = [edit for edit in change.edits if edit.path == file.path]
                lines = _after(lines, split(step.after or b""), _Dues(item, edits), gone)
    yield from _runs(lines, len(base), gone)
    if not file.before and file.after is None:
        yield Replacement(0, 0, b"", tuple(_dues_of_removal(plan, file.path)))


def _dues_of_removal(plan: Plan, path: str) -> Iterator[Due]:
    for item, change in enumerate(plan.changes):
        if any(file.path == path for file in change.files):
            yield from ([Due(item, edit.why) for edit in change.edits if edit.path == path] or [Due(item)])


@dataclass(frozen=True, slots=True)
class _Dues:
    item: int
    edits: Sequence[Edit]

    def of(self, start: int, end: int) -> tuple[Due, ...]:
        """The reasons for lines ``start`` to ``end``, counted from 0: those of the edits there, or of the nearest."""
        touching = [edit for edit in self.edits if edit.start <= max(end, start + 1) and edit.end > start]
        near = touching or sorted(self.edits, key=lambda edit: max(edit.start - 1 - end, start - edit.end))[:1]
        return tuple(dict.fromkeys(Due(self.item, edit.why) for edit in near)) or (Due(self.item),)


def _after(lines: Sequence[_Line], new: Sequence[bytes], dues: _Dues, gone: dict[int, tuple[Due, ...]]) -> list[_Line]:
    """The lines as one item leaves them; those of the base that it takes are added to ``gone``."""
    left: list[_Line] = []
    at = 0
    for start, end, first, last in blocks([line.text for line in lines], new):
        due = dues.of(start, end)
        gone |= {line.base: due for line in lines[start:end] if line.base is not None}
        left += [*lines[at:start], *(_Line(text, None, due) for text in new[first:last])]
        at = end
    return [*left, *lines[at:]]


def _runs(lines: Sequence[_Line], length: int, gone: Mapping[int, tuple[Due, ...]]) -> Iterator[Replacement]:
    at, came = 0, list[_Line]()
    for line in [*lines, _Line(b"", length)]:
        if line.base is None:
            came.append(line)
            continue
        if came or line.base > at:
            due = [*(each for number in range(at, line.base) for each in gone[number])]
            due += [each for each_line in came for each in each_line.due]
            yield Replacement(at, line.base, b"".join(each.text for each in came), tuple(dict.fromkeys(due)))
        at, came = line.base + 1, []
