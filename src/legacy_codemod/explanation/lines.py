"""A line of a file as it is committed into where it stands before each change of the plan, and which edits take it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from legacy_codemod.model import Change, Edit, FileChange, Plan


def edits_at(plan: Plan, path: str, first: int, last: int) -> Iterator[tuple[Change, Edit]]:
    """The edits that take a line of ``first``..``last``, each with its change."""
    lines = list(range(first, last + 1))
    for change in plan.changes:
        for edit in change.edits:
            if edit.path == path and any(edit.start <= line <= edit.end for line in lines):
                yield change, edit
        for file in change.files:
            if file.path == path:
                lines = [moved for line in lines if (moved := _after(file, line))]


def _after(file: FileChange, line: int) -> int:
    """Where the line stands after the change; 0 where it is gone."""
    before, after = file.before.splitlines(), (file.after or b"").splitlines()
    for tag, start, end, to, _ in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" and start < line <= end:
            return to + line - start
    return 0
