"""A name, or an attribute of a class or its instances, into the one value that it was given and never loses."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings, class_node, instance_stores
from legacy_codemod.index.world import World
from legacy_codemod.index.writes import writes

Held = tuple[Module, ast.expr]


def held(world: World, module: Module, node: ast.expr) -> Held | None:
    """The expression that ``node`` holds, and the file it stands in; a call holds itself, awaited or not."""
    match node:
        case ast.Await(value=value):
            return held(world, module, value)
        case ast.Call():
            return module, node
        case ast.Name():
            scope = module.scopes.resolve(node)
            bound = scope.bindings.get(node.id, []) if scope else []
            if scope is not None and not scope.is_module and not scope.is_class:
                found = bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None
                return _unpacked(module, bound[0].node, found) if found is not None else None
    symbol = target(world, module, node) if isinstance(node, (ast.Name, ast.Attribute)) else None
    return held_by(world, symbol) if isinstance(symbol, Symbol) else None


def held_by(world: World, symbol: Symbol) -> Held | None:
    """The same for a definition of the repository."""
    module, bound = world.module(symbol.path), bindings(world, symbol)
    owner = class_node(world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    if module is None:
        return None
    stores = instance_stores(module, owner, symbol.last) if owner else []
    nodes = [*(b.node for b in bound if b.kind is not Kind.DECLARE), *stores]
    if len(nodes) != 1 or (bound and bound[0].kind not in (Kind.ASSIGN, Kind.DECLARE)):
        return None
    value = getattr(module.scopes.parents.get(nodes[0]), "value", None)
    found = _unpacked(module, nodes[0], value) if isinstance(value, ast.expr) else None
    return None if found is None or any(w.certain for w in writes(world, symbol)) else found


def _unpacked(module: Module, bound: ast.AST, value: ast.expr) -> Held | None:
    """The call that a plain assignment to one name gives it."""
    statement = module.scopes.parents.get(bound)
    if not isinstance(statement, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
        return None
    inner = value.value if isinstance(value, ast.Await) else value
    return (module, inner) if isinstance(inner, ast.Call) else None
