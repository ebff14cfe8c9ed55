"""Lines of a committed file into where they stand before each change of the plan, and which edits take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from legacy_codemod.alignment import blocks
from legacy_codemod.model import Change, Edit, FileChange, Plan


def edits_at(plan: Plan, path: str, first: int, last: int) -> Iterator[tuple[Change, Edit]]:
    """The edits that take a line of ``first``..``last``, each with its change."""
    for change, committed in followed(plan, path, range(first, last + 1)):
        for edit in change.edits:
            if edit.path == path and any(edit.start <= line <= edit.end for line in committed):
                yield change, edit


def followed(plan: Plan, path: str, lines: Iterable[int]) -> Iterator[tuple[Change, Mapping[int, int]]]:
    """Each change, with the committed lines that stand before it, by the line on which they do."""
    committed = {line: line for line in lines}
    for change in plan.changes:
        yield change, committed
        for file in change.files:
            if file.path == path:
                after = _after(file)
                committed = {after[line]: was for line, was in committed.items() if line in after}


def _after(file: FileChange) -> dict[int, int]:
    """Where each line that stays stands after the change."""
    before, after = file.before.splitlines(), (file.after or b"").splitlines()
    changed = blocks(before, after)
    stays: dict[int, int] = {}
    for (_, end, _, last), (start, _, _, _) in pairwise([(0, 0, 0, 0), *changed, (len(before), 0, 0, 0)]):
        stays |= {line + 1: line + 1 + last - end for line in range(end, start)}
    return stays
