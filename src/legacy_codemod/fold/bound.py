"""The assignments of a local name and a read of it into whether the name is sure to be bound there.

Where it is not, the read may raise, and no value stands for it.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from legacy_codemod.fold.assigned import assigned
from legacy_codemod.fold.live import exits
from legacy_codemod.fold.managers import passes_errors
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding
from legacy_codemod.truth import settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

_FIRST = frozenset({"test", "iter", "subject", "items", "guard"})  # what runs before the rest of its statement


def is_bound_at(ask: Evaluator, module: Module, binding: Binding, read: ast.Name) -> bool:
    """Whether the assignment ends before ``read``, and control cannot come from elsewhere."""
    if assigned(module, binding) is None:
        return False
    return _has_run(ask, module, _path(module, binding.node, binding.scope.node), read)


def is_bound_by(ask: Evaluator, module: Module, bindings: Sequence[Binding], read: ast.Name) -> bool:
    """Whether one of several assignments has run before ``read``, or that of either branch of an ``if``."""
    if any(is_bound_at(ask, module, binding, read) for binding in bindings):
        return True
    statements = {module.scopes.parents[b.node] for b in bindings if assigned(module, b) is not None}
    paths = [_path(module, statement, bindings[0].scope.node) for statement in statements]
    branches = {outer: path[path.index(outer) :] for path in paths for outer in path if isinstance(outer, ast.If)}
    return any(_binds(statements, [outer]) and _has_run(ask, module, path, read) for outer, path in branches.items())


def _binds(statements: AbstractSet[ast.AST], suite: Sequence[ast.stmt]) -> bool:
    """Whether a suite that is passed has run one of ``statements``."""
    return any(
        s in statements or (isinstance(s, ast.If) and _binds(statements, s.body) and _binds(statements, s.orelse))
        for s in suite
    )


def _has_run(ask: Evaluator, module: Module, made: list[ast.AST], read: ast.Name) -> bool:
    """Whether the first of ``made``, which the others hold, has run whenever control comes to ``read``."""
    around = _path(module, read, made[-1])
    openings = [outer for outer in around[:-1] if outer in module.scopes.of_node]
    if openings:  # a function of its own that runs later: the name must be bound when it is made
        around = around[around.index(openings[-1]) :]
    meeting = next(outer for outer in made if outer in around)
    within, reached = made[: made.index(meeting)], around[: around.index(meeting)]
    if not within or not reached:
        return False
    whole = next(part for part in made if isinstance(part, (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.If)))
    ordered = module.span(whole)[1] <= module.span(around[0])[0]
    if not _is_first(meeting, (_field(meeting, within[-1]), _field(meeting, reached[-1])), ordered=ordered):
        return False
    return all(_always_runs(ask, module, outer, child) for child, outer in pairwise(within))


def _path(module: Module, node: ast.AST, scope: ast.AST) -> list[ast.AST]:
    """``node`` and what holds it, up to the scope."""
    path = [node]
    while path[-1] is not scope:
        path.append(module.scopes.parents[path[-1]])
    return path


def _is_first(meeting: ast.AST, fields: tuple[str, str], *, ordered: bool) -> bool:
    """Whether what stands in one field of a node has run whenever what stands in another does."""
    one, other = fields
    if one in _FIRST and other not in _FIRST:
        return True
    if not ordered or one in ("handlers", "cases"):
        return False
    match meeting:
        case ast.If() | ast.IfExp() | ast.For() | ast.AsyncFor() | ast.While() | ast.Match():
            return one == other
        case ast.Try() | ast.TryStar():
            return one == other or (one, other) == ("body", "orelse")
    return True


def _field(node: ast.AST, part: ast.AST) -> str:
    for name, value in ast.iter_fields(node):
        if value is part or (isinstance(value, list) and part in value):
            return name
    return ""


def _always_runs(ask: Evaluator, module: Module, outer: ast.AST, child: ast.AST) -> bool:
    """Whether ``child`` has run once ``outer``, which holds it, is passed."""
    field = _field(outer, child)
    if field in _FIRST:
        return True
    match outer:
        case ast.If(test=test):
            value = ask.value(module, test)
            return settled(value) and truth(value) is (field == "body")
        case ast.With() | ast.AsyncWith():
            surely = all(passes_errors(ask.world, module, item) for item in outer.items)
            return surely or _is_quiet(ask, module, outer.body, child)
        case ast.Try() | ast.TryStar():
            if field == "finalbody" or (field == "body" and _is_quiet(ask, module, outer.body, child)):
                return True
            return field != "handlers" and all(_leaves(ask, module, h) for h in outer.handlers)
        case ast.BoolOp(values=[first, *_]):
            return child is first
        case ast.Compare(left=left, comparators=[second, *_]):
            return child in (left, second)
    return not isinstance(outer, _PASSED_BY)


_PASSED_BY = (
    *(ast.For, ast.AsyncFor, ast.While, ast.Match, ast.match_case, ast.ExceptHandler, ast.IfExp, ast.Assert),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.comprehension),
)


def _leaves(ask: Evaluator, module: Module, handler: ast.ExceptHandler) -> bool:
    return any(map(exits(ask, module).leaves, handler.body))


def _is_quiet(ask: Evaluator, module: Module, suite: Sequence[ast.stmt], child: ast.AST) -> bool:
    """Whether nothing up to and with ``child`` can raise: only values that the flag settled are assigned."""
    for statement in suite:
        value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
        if value is None or not settled(ask.value(module, value)) or not ask.pure(module, value):
            return False
        if statement is child:
            return True
    return False
