"""The definition that gives a settled flag its value into the statements that go with it, though the value may act."""

from __future__ import annotations

import ast

from legacy_codemod.cascade.guarded import is_guarded
from legacy_codemod.fold.given import Given
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings, class_node, instance_stores
from legacy_codemod.index.world import World

_SUSPENDS = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)


def given_statements(world: World, module: Module, given: Given) -> tuple[ast.stmt, ...]:
    """The assignments that give the flag its value, where each of them is nothing else: its value is a read of it."""
    symbol = given.symbol
    if symbol is None:
        return ()
    owner = class_node(world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    bound = [b.node for b in bindings(world, symbol) if b.kind is not Kind.DECLARE]
    stores = instance_stores(module, owner, symbol.last) if owner else []
    found = [_assignment(module, given, node) for node in (*bound, *stores)]
    return tuple(s for s in found if s is not None) if all(found) else ()


def _assignment(module: Module, given: Given, node: ast.AST) -> ast.stmt | None:
    statement = module.scopes.parents.get(node)
    match statement:
        case ast.AnnAssign(value=ast.expr() as value) | ast.Assign(targets=[_], value=value):
            reads = given.certain or _asks_for_a_key(value)
            free = not any(isinstance(part, _SUSPENDS) for part in ast.walk(value))
            return statement if reads and free and not is_guarded(module, statement, {given.name}) else None
    return None


def _asks_for_a_key(value: ast.expr) -> bool:
    """``read("APP_NEW", False)``: a value that is asked for by its name, as settings are."""
    calls = [part for part in ast.walk(value) if isinstance(part, ast.Call)]
    return bool(calls) and all(
        any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(call)) for call in calls
    )
