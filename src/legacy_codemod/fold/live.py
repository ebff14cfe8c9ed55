"""Statements into whether the flag's value keeps them from ever running."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from legacy_codemod.index.module import Module
from legacy_codemod.truth import OPAQUE, Value, Why, settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def is_unreachable(ask: Evaluator, module: Module, node: ast.AST) -> bool:
    """Whether ``node`` lies in a branch that the flag rules out, or behind a statement that now always leaves."""
    if node not in ask.unreachable:
        ask.unreachable[node] = False  # asked again on the way: not known to be unreachable
        parent = module.scopes.parents.get(node)
        ask.unreachable[node] = parent is not None and (
            is_unreachable(ask, module, parent) or _ruled_out(ask, module, parent, node)
        )
    return ask.unreachable[node]


def _ruled_out(ask: Evaluator, module: Module, parent: ast.AST, node: ast.AST) -> bool:
    if isinstance(parent, (ast.If, ast.While, ast.IfExp)) and node is not parent.test:
        value = condition(ask, module, parent.test)
        known = truth(value) if settled(value) else None
        if known is not None and not (isinstance(parent, ast.While) and known):
            suite = parent.orelse if known else parent.body
            if node is suite or (isinstance(suite, list) and node in suite):
                return True
    if isinstance(parent, ast.Try) and isinstance(node, ast.ExceptHandler):
        return _cannot_raise(ask, module, parent)
    return isinstance(node, ast.stmt) and follows_an_exit(ask, module, parent, node)


def ruled_out_by(ask: Evaluator, module: Module, node: ast.AST) -> Why:
    """Why ``node`` is unreachable: the innermost settled condition around it."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, (ast.If, ast.While)):
            value = condition(ask, module, outer.test)
            if settled(value):
                return value.why
    return ()


def condition(ask: Evaluator, module: Module, test: ast.expr) -> Value:
    """The value of a test, asked only where the flag may settle it."""
    return ask.value(module, test) if test in ask.hot(module).nodes or ask.flag is None else OPAQUE


def follows_an_exit(ask: Evaluator, module: Module, parent: ast.AST, node: ast.stmt) -> bool:
    """Whether a statement before ``node`` in its suite now always leaves it."""
    for field in ("body", "orelse", "finalbody"):
        suite = getattr(parent, field, None)
        if isinstance(suite, list) and node in suite:
            return any(leaves(ask, module, earlier, by_flag=True) for earlier in suite[: suite.index(node)])
    return False


def leaves(ask: Evaluator, module: Module, node: ast.stmt, *, by_flag: bool = False) -> bool:
    """Whether control never passes ``node``; with ``by_flag`` only where the flag's value makes it so."""
    match node:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return not by_flag
        case ast.If():
            value = condition(ask, module, node.test)
            known = truth(value) if settled(value) else None
            if known is not None:
                return suite_leaves(ask, module, node.body if known else node.orelse)
            both = suite_leaves(ask, module, node.body), suite_leaves(ask, module, node.orelse)
            return all(both) and not (by_flag and _leaves_unfolded(node))
        case ast.With() | ast.AsyncWith():
            return isinstance(node.body[-1], ast.Return) and not by_flag
    return False


def _leaves_unfolded(node: ast.stmt) -> bool:
    """Whether control never passed ``node`` before any flag was settled."""
    match node:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return True
        case ast.If(body=body, orelse=orelse):
            return bool(orelse) and any(map(_leaves_unfolded, body)) and any(map(_leaves_unfolded, orelse))
    return False


def suite_leaves(ask: Evaluator, module: Module, suite: Sequence[ast.stmt]) -> bool:
    """Whether control never reaches the end of ``suite``."""
    return any(leaves(ask, module, statement) for statement in suite)


def _cannot_raise(ask: Evaluator, module: Module, node: ast.Try) -> bool:
    """Whether the body only assigns or returns values that the flag settled: then no handler can run."""
    for statement in node.body:
        if not isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Return)) or statement.value is None:
            return False
        if not settled(ask.value(module, statement.value)) or not ask.pure(module, statement.value):
            return False
    return True
