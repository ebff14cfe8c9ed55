"""Parameters of tests and fixtures that nothing reads any more into the draft without them."""

from __future__ import annotations

import ast

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.rows import fed_names
from legacy_codemod.tests_cleanup.signatures import take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of


def without_unread_parameters(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Fixtures that a test read where the step began and does not any more."""
    changed: dict[str, Pieces] = {}
    for earlier, later in changed_tests(draft, before, is_kept):
        splices: list[Splice] = []
        for was, function in pairs(earlier, later):
            gone = _unread(earlier, later, (was, function))
            if gone:
                why = why_of(draft, was, later.path, f"{gone[0].arg} unused")
                splices += take_parameters(later, function, gone, why) or []
        if splices:
            changed[later.path] = pieces(later, splices)
    return draft.spliced(changed)


def _unread(earlier: Module, later: Module, pair: tuple[Function, Function]) -> list[ast.arg]:
    was, function = pair
    if not (parts.is_test_function(function) or parts.is_fixture(function)):
        return []
    then, now = earlier.scopes.of_node[was].loads, later.scopes.of_node[function].loads
    fed = fed_names(later, function)
    if fed is None:
        return []
    return [a for a in parts.parameters(function) if then.get(a.arg) and not now.get(a.arg) and a.arg not in fed]
