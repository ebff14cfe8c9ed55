"""Parameters and parametrized columns that nothing reads any more into the draft without them."""

from __future__ import annotations

import ast

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.rows import Table, table_of, take_column
from legacy_codemod.tests_cleanup.signatures import take_decorator, take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of
from legacy_codemod.truth import Why


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
    listed = {name for table in _own_tables(function) for name in table.names}
    return [a for a in parts.parameters(function) if then.get(a.arg) and not now.get(a.arg) and a.arg not in listed]


def _own_tables(function: Function) -> list[Table]:
    return [table for d in function.decorator_list if (table := table_of(d, function))]


def without_unread_columns(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Columns of a parametrized test that nothing reads any more: one a round, since the rest of the table moves."""
    changed: dict[str, Pieces] = {}
    for earlier, later in changed_tests(draft, before, is_kept):
        for was, function in pairs(earlier, later):
            then, now = earlier.scopes.of_node[was].loads, later.scopes.of_node[function].loads
            for table in _own_tables(function):
                name = next((n for n in table.names if then.get(n) and not now.get(n)), "")
                gone = [a for a in parts.parameters(function) if a.arg == name]
                why = why_of(draft, was, later.path, f"column {name} unused")
                taken = take_parameters(later, function, gone, why) if gone else None
                if taken is not None and later.path not in changed and _is_regular(table):
                    changed[later.path] = pieces(later, [*taken, *_take(later, table, name, why)])
    return draft.spliced(changed)


def _take(module: Module, table: Table, name: str, why: Why) -> list[Splice]:
    return [take_decorator(module, table.call, why)] if len(table.names) == 1 else take_column(module, table, name, why)


def _is_regular(table: Table) -> bool:
    if len(table.names) == 1:
        return not table.unpacks  # `@unpack` would have nothing left to unpack
    return all(len(table.cells(row)) == len(table.names) for row in table.elts)
