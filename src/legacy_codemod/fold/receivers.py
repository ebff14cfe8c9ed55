"""The receiver of a method call into what it is known to be: a client of an SDK, something else, or not known."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Binding, Kind
from legacy_codemod.index.symbols import (
    Symbol,
    Target,
    bindings,
    class_node,
    definition,
    enclosing_class,
    instance_stores,
    qualified,
)
from legacy_codemod.index.world import World

_DEPTH = 8
_DISPLAYS = (ast.Constant, ast.JoinedStr, ast.Dict, ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.DictComp)
_OPEN = frozenset({"typing.Any", "typing.cast", "object"})


def may_be_client(world: World, module: Module, node: ast.expr, clients: Sequence[str]) -> bool:
    """Whether ``node`` is one of ``clients`` or an instance of one, or nothing is known of it."""
    roots = frozenset(client.split(".")[0] for client in clients)
    found = _made_by(world, module, node, roots)
    if isinstance(found, Symbol):
        return _inherits(world, found, clients)
    return found is None or found in clients


def _inherits(world: World, symbol: Symbol, clients: Sequence[str], depth: int = _DEPTH) -> bool:
    node, module = class_node(world, symbol), world.module(symbol.path)
    if node is None or module is None or not depth:
        return False
    bases = [target(world, module, base) for base in node.bases]
    return any(
        base in clients if isinstance(base, str) else base is not None and _inherits(world, base, clients, depth - 1)
        for base in bases
    )


def _made_by(world: World, module: Module, node: ast.expr | None, roots: frozenset[str], depth: int = _DEPTH) -> Target:
    """The class of the repository, or what outside it, made the value of ``node``; ``None`` where that is not known."""
    match node:
        case _ if not depth:
            return None
        case ast.Await(value=value) | ast.NamedExpr(value=value):
            return _made_by(world, module, value, roots, depth - 1)
        case ast.Call(func=func):
            return _called(world, target(world, module, func), roots, depth - 1)
        case ast.Name():
            return _named(world, module, node, roots, depth - 1)
        case ast.Attribute():
            found = target(world, module, node)
            if isinstance(found, Symbol):
                return _of_symbol(world, found, roots, depth - 1)
            return None if found is not None and _of_object(module, node) else found
    return "builtins" if isinstance(node, _DISPLAYS) else None


def _of_object(module: Module, node: ast.expr) -> bool:
    """``current_app.flags``: an attribute of what was imported by its name, of which nothing is known."""
    while isinstance(node, ast.Attribute):
        node = node.value
    scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    bound = scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    return any(isinstance(module.scopes.parents.get(b.node), ast.ImportFrom) for b in bound)


def _named(world: World, module: Module, node: ast.Name, roots: frozenset[str], depth: int) -> Target:
    if owner := enclosing_class(module, node):
        return Symbol(module.path, qualified(module, owner))
    scope = module.scopes.resolve(node)
    bound = [b for b in scope.bindings.get(node.id, []) if b.kind is not Kind.DECLARE] if scope else []
    if bound and all(b.kind is Kind.IMPORT for b in bound):
        found = target(world, module, node)
        return _of_symbol(world, found, roots, depth) if isinstance(found, Symbol) else found
    every = {_bound(world, module, binding, roots, depth) for binding in bound}
    return every.pop() if len(every) == 1 else None


def _of_symbol(world: World, symbol: Symbol, roots: frozenset[str], depth: int) -> Target:
    if not symbol.name or class_node(world, symbol) is not None:
        return symbol
    module = world.module(symbol.path)
    if module is None:
        return None
    every = {_bound(world, module, binding, roots, depth) for binding in bindings(world, symbol)}
    owner = class_node(world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    for store in instance_stores(module, owner, symbol.last) if owner else ():
        statement = module.scopes.parents[store]
        value = getattr(statement, "value", None)
        annotation = getattr(statement, "annotation", None)
        every.add(_annotated(world, module, annotation) or _made_by(world, module, value, roots, depth))
    return every.pop() if len(every) == 1 else None


def _bound(world: World, module: Module, binding: Binding, roots: frozenset[str], depth: int) -> Target:
    if binding.kind is Kind.CLASS:
        return Symbol(module.path, qualified(module, binding.node))
    statement = module.scopes.parents.get(binding.node)
    stated = binding.node if isinstance(binding.node, ast.arg) else statement
    if known := _annotated(world, module, getattr(stated, "annotation", None)):
        return known
    return _made_by(world, module, binding.value, roots, depth) if binding.kind is Kind.ASSIGN else None


def _annotated(world: World, module: Module, node: ast.expr | None) -> Target:
    """What an annotation names, without ``None`` beside it."""
    match node:
        case ast.BinOp(left=left, right=ast.Constant(value=None)):
            return _annotated(world, module, left)
        case ast.Subscript(value=ast.Name(id="Optional") | ast.Attribute(attr="Optional"), slice=inner):
            return _annotated(world, module, inner)
        case ast.Name() | ast.Attribute():
            found = target(world, module, node)
            return None if found in _OPEN else found
    return None


def _called(world: World, called: Target, roots: frozenset[str], depth: int) -> Target:
    if isinstance(called, str):
        is_class = called.rpartition(".")[2][:1].isupper()
        return called if is_class or called.split(".")[0] in roots else None
    node = definition(world, called) if called else None
    module = world.module(called.path) if called else None
    if isinstance(node, ast.ClassDef) or called is None or module is None:
        return called
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    if known := _annotated(world, module, node.returns):
        return known
    returns = [n.value for n in ast.walk(node) if isinstance(n, ast.Return)]
    return _made_by(world, module, returns[0], roots, depth) if len(returns) == 1 else None
