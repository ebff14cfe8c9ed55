"""``x = A`` straight before an ``x = B`` that the fold took out of its ``if``: the first assignment is never read."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind, Scope
from legacy_codemod.index.world import World

Origin = Callable[[int], int]  # the line where the item began, of a line of now


def overwritten(world: World, before: Module, now: Module, origin: Origin) -> Iterator[tuple[str, ast.stmt]]:
    """Each assignment that another one, once conditional, now always replaces before anything reads the name."""
    for scope in now.scopes.of_node.values():
        if not scope.is_function:
            continue
        for name, bindings in scope.bindings.items():
            ordered = sorted((b for b in bindings if b.kind is Kind.ASSIGN), key=lambda b: _line(b.node))
            for first, second in pairwise(ordered):
                statements = _siblings(now, first, second)
                idle = statements and _is_idle(world, now, scope, (name, *statements))
                if statements and idle and _was_conditional(before, origin(statements[1].lineno)):
                    yield name, statements[0]


def _line(node: ast.AST) -> int:
    return node.lineno  # type: ignore[attr-defined, no-any-return]


def _siblings(module: Module, first: Binding, second: Binding) -> tuple[ast.stmt, ast.stmt] | None:
    """The two plain assignments, where they stand in one suite and nothing between them can leave it."""
    one, other = (module.scopes.parents[binding.node] for binding in (first, second))
    if not (_is_plain(one) and _is_plain(other)) or not isinstance(one, ast.stmt) or not isinstance(other, ast.stmt):
        return None
    if not _is_straight(module, one, first.scope):
        return None
    body = getattr(module.scopes.parents[one], "body", ())
    if one not in body or other not in body:
        return None
    between = body[body.index(one) + 1 : body.index(other)]
    return (one, other) if not any(isinstance(n, _EXITS) for s in between for n in ast.walk(s)) else None


def _is_straight(module: Module, node: ast.AST, scope: Scope) -> bool:
    """Whether no loop, ``try`` or ``with`` around the statement can bring somebody to the name in between."""
    for outer in module.scopes.ancestors(node):
        if outer is scope.node:
            return True
        if not isinstance(outer, ast.If):
            return False
    return False


_EXITS = (ast.Return, ast.Raise, ast.Break, ast.Continue, ast.Yield, ast.YieldFrom, ast.Await, ast.Try)


def _is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) or (isinstance(node, ast.Assign) and len(node.targets) == 1)


def _is_idle(world: World, module: Module, scope: Scope, what: tuple[str, ast.stmt, ast.stmt]) -> bool:
    """Whether the first value does nothing, and nothing reads the name before the second is there."""
    name, first, second = what
    value = first.value if isinstance(first, (ast.Assign, ast.AnnAssign)) else None
    if value is None or not acts_on_nothing(world, module, value):
        return False
    reads = scope.loads.get(name, ())
    inner = any(module.scopes.at_name[read] is not scope for read in reads)
    last = second.end_lineno or second.lineno
    return not inner and not any(first.lineno < read.lineno <= last for read in reads)


def _was_conditional(before: Module, line: int) -> bool:
    """Whether the assignment on this line stood in an ``if`` of its own before."""
    for node in before.nodes:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.lineno == line:
            return isinstance(before.scopes.parents[node], ast.If)
    return False
