"""A use of a removed name into the guard that only tests it and raises or returns an error."""

from __future__ import annotations

import ast
import re

from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World

_NEGATIVE = (ast.NotIn, ast.NotEq, ast.IsNot)
_SAYS_ERROR = re.compile(
    r"error|invalid|forbidden|denied|reject|bad_?request|unauthori[sz]ed|not_?allowed|\b4\d\d\b", re.IGNORECASE
)


def guard_of(world: World, module: Module, node: ast.expr) -> ast.If | None:
    """``if x not in REMOVED: raise …``: a guard that tests nothing else, and leaves with an error."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, ast.If):
            return outer if _is_guard(world, module, (outer, node)) else None
        if isinstance(outer, ast.stmt):
            return None
    return None


def _is_guard(world: World, module: Module, place: tuple[ast.If, ast.expr]) -> bool:
    guard, node = place
    simple = isinstance(guard.test, (ast.Compare, ast.UnaryOp, ast.Name, ast.Call))
    if not simple or guard.orelse or len(guard.body) != 1 or node not in ast.walk(guard.test):
        return False
    return _leaves_with_error(module, guard) and _asks_nothing_else(world, module, (guard.test, node))


def _leaves_with_error(module: Module, guard: ast.If) -> bool:
    match guard.body[0]:
        case ast.Raise():
            return True
        case ast.Return(value=value):
            nothing = value is None or (isinstance(value, ast.Constant) and value.value in (None, False))
            return _is_negative(guard.test) and (nothing or bool(_SAYS_ERROR.search(module.source(guard.body[0]))))
    return False


def _is_negative(test: ast.expr) -> bool:
    match test:
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Compare(ops=[op]):
            return isinstance(op, _NEGATIVE)
    return False


def _asks_nothing_else(world: World, module: Module, place: tuple[ast.expr, ast.expr]) -> bool:
    """Whether the test does nothing besides asking the removed name; asking may be a call of it."""
    test, node = place
    call = module.scopes.parents[node]
    asked = {call} if isinstance(call, ast.Call) and call.func is node else set()
    parts = [n for n in ast.walk(test) if isinstance(n, ast.Call) and n not in asked]
    return all(acts_on_nothing(world, module, part) for part in parts) and not any(
        isinstance(n, (ast.Await, ast.NamedExpr, ast.Yield)) for n in ast.walk(test)
    )
