"""Columns of which only one value is left, since the rows of another were cut, into that value where a test reads it.

``@parametrize("on", [True])`` and ``if on: a else: b`` → ``a``
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.draft import Draft, Pieces
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.fold import folded
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.model import ExprFlag
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.rows import tables
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of
from legacy_codemod.truth import Known

Test = tuple[Module, Function]


def with_settled_columns(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Put in the value of a column by which a test was set up where the step began: one a round, since text moves."""
    changed: dict[str, Pieces] = {}
    for earlier, later in changed_tests(draft, before, is_kept):
        for was, function in pairs(earlier, later):
            for name, value in _settled((earlier, was), (later, function)):
                if later.path in changed or _is_requested(draft.world, later, name):
                    continue
                why = why_of(draft, was, later.path, f"{name} is {value!r} in every row")
                if (piece := _put_in(draft.world, (later, function), name, Known(value, why))) is not None:
                    changed[later.path] = piece
    return draft.spliced(changed)


def _settled(then: Test, now: Test) -> Iterator[tuple[str, object]]:
    """Columns that had several values and have one, which fewer places of the test read than before."""
    scope_then, scope_now = (module.scopes.of_node[function] for module, function in (then, now))
    for name, left in _columns(now).items():
        loads = scope_now.loads.get(name, ())
        was_set_up = len(scope_then.loads.get(name, ())) > len(loads) > 0
        if (
            len(left) == 1
            and len(_columns(then).get(name, ())) > 1
            and was_set_up
            and len(scope_now.bindings[name]) == 1
        ):
            yield name, left[0][1]


def _columns(test: Test) -> dict[str, list[tuple[type, object]]]:
    """The columns of a test that hold constants only, each with its values, of which none comes twice."""
    found: dict[str, list[tuple[type, object]]] = {}
    for table in tables(*test):
        for name in table.names:
            cells = [row.get(name) for row in table.rows]
            if all(isinstance(cell, ast.Constant) for cell in cells):
                values = ((type(c.value), c.value) for c in cells if isinstance(c, ast.Constant))
                found[name] = list(dict.fromkeys(values))
    return found


def _is_requested(world: World, module: Module, name: str) -> bool:
    """Whether a fixture may ask for the column by its name."""
    folders = module.path.split("/")[:-1]
    above = ("/".join([*folders[:depth], "conftest.py"]) for depth in range(len(folders) + 1))
    files = [module, *(found for path in above if (found := world.module(path)) is not None)]
    fixtures = (f for file in files for f in parts.functions(file) if parts.is_fixture(f))
    return any(argument.arg == name for fixture in fixtures for argument in parts.parameters(fixture))


def _put_in(world: World, test: Test, name: str, value: Known) -> Pieces | None:
    module, function = test
    nothing = Flag(ExprFlag(name, value.value), name, frozenset())  # that is read nowhere: the column alone decides
    ask = Evaluator(world, nothing, words={name})
    ask.memo.update(dict.fromkeys(module.scopes.of_node[function].loads[name], value))
    piece, _ = folded(ask, module)
    return piece if piece is not None and piece.splices else None
