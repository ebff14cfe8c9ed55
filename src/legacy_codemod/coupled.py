"""Edits into the functions that they are made in: flags that decide something in the same function go together."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import parse
from legacy_codemod.index.world import is_python
from legacy_codemod.model import Change, Edit
from legacy_codemod.testing import is_test

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

Where = tuple[str, str]  # a path, and the name of a function there


def changed_functions(change: Change) -> frozenset[Where]:
    """The functions outside tests that ``change`` edits."""
    before = {file.path: file.before for file in change.files}
    return _functions(change.edits, lambda path: parse(path, before[path]).tree)


def drafted_functions(draft: Draft) -> frozenset[Where]:
    """The same for an item on its way."""

    def tree(path: str) -> ast.Module | None:
        module = draft.start.module(path)
        return module.tree if module else None

    return _functions(draft.edits, tree)


def _functions(edits: Iterable[Edit], tree: Callable[[str], ast.Module | None]) -> frozenset[Where]:
    found: set[Where] = set()
    spans: dict[str, list[Edit]] = {}
    for edit in edits:
        if is_python(edit.path) and not is_test(edit.path):
            spans.setdefault(edit.path, []).append(edit)
    for path, within in spans.items():
        for node in ast.walk(tree(path) or ast.Module([], [])):
            if isinstance(node, _DEFINITIONS):
                last = node.end_lineno or node.lineno
                if any(edit.start <= last and node.lineno <= edit.end for edit in within):
                    found.add((path, node.name))
    return frozenset(found)
