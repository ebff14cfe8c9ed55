"""Two steps of a draft into the test files and functions that stand in both."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.truth import Why

IsKept = Callable[[str], bool]


def changed_tests(draft: Draft, before: World, is_kept: IsKept) -> Iterator[tuple[Module, Module]]:
    """Test files that changed since ``before``, then and now."""
    now = draft.world.tree
    for path, content in now.changed.items():
        same = path in before.tree.changed and before.tree.changed[path] is content
        if content is None or same or not is_python(path) or not is_test(path) or is_kept(path):
            continue
        earlier, later = before.module(path), draft.world.module(path)
        if earlier is not None and later is not None:
            yield earlier, later


def pairs(earlier: Module, later: Module) -> Iterator[tuple[Function, Function]]:
    """Functions that stand in both, then and now."""
    known = {parts.symbol_of(earlier, f): f for f in parts.functions(earlier)}
    for function in parts.functions(later):
        if was := known.get(parts.symbol_of(later, function)):
            yield was, function


def why_of(draft: Draft, was: Function, path: str, last: str) -> Why:
    """The chain of the edit that took lines of the function, and ``last``."""
    lines = range(was.lineno, (was.end_lineno or was.lineno) + 1)
    return (*draft.because(path, lines), last)
