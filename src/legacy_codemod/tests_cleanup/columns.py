"""Columns of parametrized tests that nothing reads any more into the draft without them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.recordings import recording
from legacy_codemod.tests_cleanup.rows import REQUESTED, Table, table_of
from legacy_codemod.tests_cleanup.signatures import take_decorator, take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of
from legacy_codemod.tests_cleanup.take_rows import take_column
from legacy_codemod.truth import Why

Pair = tuple[Function, Function]


def without_unread_columns(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Columns that a test read where the step began: one a round, since the rest of the table moves."""
    changed: dict[str, Pieces] = {}
    findings: list[Finding] = []
    for earlier, later in changed_tests(draft, before, is_kept):
        for table, fed in _tables(later, list(pairs(earlier, later))):
            name = _unread(earlier, later, table, fed)
            recorded = next((r for _, f in fed if name and (r := recording(draft.world, f, table, name))), "")
            if recorded:
                reason = f"nothing reads the column {name} any more, but {recorded} is named by its rows, so it stays"
                findings.append(Finding(Place(later.path, draft.line(later.path, table.call.lineno)), reason))
            elif name and later.path not in changed and _is_regular(table):
                why = why_of(draft, fed[0][0], later.path, f"column {name} unused")
                if splices := _taken(later, table, (name, fed), why):
                    changed[later.path] = pieces(later, splices)
    return draft.spliced(changed).noting(findings)


def _tables(module: Module, both: list[Pair]) -> Iterator[tuple[Table, list[Pair]]]:
    """Each table of a function or class, with the functions that it feeds."""
    for pair in both:
        for decorator in pair[1].decorator_list:
            if table := table_of(decorator, pair[1]):
                yield table, [pair]
    for owner in module.classes:
        fed = [p for p in both if parts.owner_class(module, p[1]) is owner and parts.is_test_function(p[1])]
        for decorator in owner.decorator_list if fed else ():
            if table := table_of(decorator, owner):
                yield table, fed


def _unread(earlier: Module, later: Module, table: Table, fed: list[Pair]) -> str:
    """A column that nothing reads any more, or an empty string."""
    for name in table.names:
        word = name.partition(".")[0]
        then = [earlier.scopes.of_node[was].loads.get(word) for was, _ in fed]
        now = [later.scopes.of_node[function].loads.get(word) for _, function in fed]
        if any(then) and not any(now):
            return name
    return ""


def _is_regular(table: Table) -> bool:
    if len(table.names) == 1:
        return not table.unpacks or table.display is not table.call  # `@unpack` would have nothing left to unpack
    return all(len(table.cells(row)) == len(table.names) for row in table.elts)


def _taken(module: Module, table: Table, column: tuple[str, list[Pair]], why: Why) -> list[Splice]:
    name, fed = column
    assert isinstance(table.call, ast.Call)
    if name == REQUESTED:
        return _without_params(module, table.call, why)
    splices: list[Splice] = []
    for _, function in fed:
        gone = [a for a in parts.parameters(function) if a.arg == name]
        taken = take_parameters(module, function, gone, why) if gone else None
        if taken is None:
            return []
        splices += taken
    if len(table.names) > 1:
        return [*splices, *take_column(module, table, name, why)]
    return [*splices, take_decorator(module, table.call, why)]


def _without_params(module: Module, call: ast.Call, why: Why) -> list[Splice]:
    """``@fixture(params=[…], ids=[…])`` → ``@fixture()``."""
    spans = [module.span(part) for part in (*call.args, *call.keywords)]
    indexes = [i + len(call.args) for i, k in enumerate(call.keywords) if k.arg in ("params", "ids")]
    if len(indexes) < len(spans):
        return take_out(module.text, spans, indexes, why)
    return [Splice(spans[0][0], module.span(call)[1] - 1, "", why)]
