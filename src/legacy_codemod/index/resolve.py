"""Expressions into what they name: a symbol of the repository, or the dotted name of something outside it."""

from __future__ import annotations

import ast

from legacy_codemod.index.from_imports import import_base, is_starred, module_target
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind, Scope
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

_DEPTH = 12  # aliases of aliases, base classes of base classes: past this nothing is certain


def target(world: World, module: Module, node: ast.expr, depth: int = _DEPTH) -> Target:
    """What ``node`` names where it stands."""
    if depth < _DEPTH:
        return _target(world, module, node, depth)
    if node not in world.targets:
        world.targets[node] = _target(world, module, node, depth)
    return world.targets[node]  # type: ignore[return-value]


def _target(world: World, module: Module, node: ast.expr, depth: int) -> Target:
    if depth <= 0:
        return None
    match node:
        case ast.Name():
            scope = module.scopes.resolve(node)
            bound = bound_target(world, module, scope, node.id, depth) if scope else None
            return bound if scope else _starred(world, module, node.id, depth)
        case ast.Attribute(value=base, attr=name):
            base_target = target(world, module, base, depth - 1)
            if base_target is not None and not _is_instance(world, base_target):
                return member(world, base_target, name, depth - 1)
            owner = class_of(world, module, base, depth - 1)
            return member(world, owner, name, depth - 1) if owner else None
    return None


def _is_instance(world: World, found: Target) -> bool:
    """Whether a symbol is a value (a constant, an attribute) and not a module or class, whose members are known."""
    if not isinstance(found, Symbol) or not found.name:
        return False
    return class_node(world, found) is None


def bound_target(world: World, module: Module, scope: Scope, name: str, depth: int = _DEPTH) -> Target:
    """What ``name`` stands for in ``scope``, which binds it."""
    bindings = scope.bindings.get(name, [])
    imports = [b for b in bindings if b.kind is Kind.IMPORT]
    if imports and len(imports) == len(bindings):
        return import_target(world, module, imports[0].node, depth - 1)
    if scope.is_module:
        return Symbol(module.path, name)
    if scope.is_class and isinstance(scope.node, ast.ClassDef):
        return Symbol(module.path, f"{qualified(module, scope.node)}.{name}")
    return None


def import_target(world: World, module: Module, alias: ast.AST, depth: int = _DEPTH) -> Target:
    """What an ``import`` or ``from … import`` alias brings in."""
    statement = module.scopes.parents[alias]
    if not isinstance(alias, ast.alias) or depth <= 0:
        return None
    if isinstance(statement, ast.Import):
        dotted = alias.name if alias.asname else alias.name.split(".")[0]
        return module_target(world, dotted, module.path)
    if not isinstance(statement, ast.ImportFrom):
        return None
    base = import_base(world, module, statement)
    if base == Symbol(module.path) and module.is_package:  # `from . import part` in a package's own __init__
        found = world.submodule(module.path, alias.name)
        return Symbol(found) if found else None
    return member(world, base, alias.name, depth - 1) if base is not None else None


def member(world: World, owner: Target, name: str, depth: int = _DEPTH) -> Target:
    """``owner.name``: through re-exports to the definition, through base classes to the class that has it."""
    if owner is None or depth <= 0:
        return None
    if isinstance(owner, str):
        found = world.find(f"{owner}.{name}") if world.is_package_folder(owner) else None
        return Symbol(found) if found else f"{owner}.{name}"
    if owner.name:
        return _class_member(world, owner, name, depth - 1)
    return _module_member(world, owner.path, name, depth - 1)


def _module_member(world: World, path: str, name: str, depth: int) -> Target:
    module = world.module(path)
    if module is None:
        return Symbol(path, name) if path in world.tree.path_set else None
    scope = module.scopes.module
    if name in scope.bindings:
        return bound_target(world, module, scope, name, depth)
    if module.is_package and (found := world.submodule(path, name)):
        return Symbol(found)
    return _starred(world, module, name, depth)


def _starred(world: World, module: Module, name: str, depth: int) -> Target:
    """What the last ``from … import *`` that has it makes of a name that nothing in ``module`` binds."""
    for statement in sorted(module.imports, key=lambda s: s.lineno, reverse=True):
        if isinstance(statement, ast.ImportFrom) and statement.names[0].name == "*":
            base = import_base(world, module, statement)
            other = world.module(base.path) if isinstance(base, Symbol) else None
            if other is not None and is_starred(other, name) is False:
                continue
            inner = member(world, base, name, depth - 1)
            if isinstance(inner, Symbol):
                return inner
    return None


def _class_member(world: World, owner: Symbol, name: str, depth: int) -> Target:
    node = class_node(world, owner)
    module = world.module(owner.path)
    if node is None or module is None:
        return None
    if name in module.scopes.of_node[node].bindings or instance_stores(module, node, name):
        return owner.member(name)
    for base in node.bases:
        inner = member(world, target(world, module, base, depth - 1), name, depth - 1)
        if isinstance(inner, Symbol):
            return inner
    return None


def class_of(world: World, module: Module, node: ast.expr, depth: int = _DEPTH) -> Symbol | None:
    """The class of the repository that the value of ``node`` is an instance of, as far as annotations and calls say."""
    if depth <= 0:
        return None
    match node:
        case ast.Name():
            if owner := enclosing_class(module, node):
                return Symbol(module.path, qualified(module, owner))
            scope = module.scopes.resolve(node)
            found = scope.bindings.get(node.id, []) if scope else []
            return _bound_class(world, module, found[0], depth - 1) if len(found) == 1 else None
        case ast.Call(func=func):
            return _called_class(world, target(world, module, func, depth - 1), depth - 1)
        case ast.Await(value=value):
            return class_of(world, module, value, depth - 1)
        case ast.Attribute(value=base, attr=name):
            owner_symbol = class_of(world, module, base, depth - 1)
            found_member = target(world, module, node, depth - 1)
            if isinstance(found_member, Symbol) and not found_member.name.count("."):
                found = bindings(world, found_member)
                other = world.module(found_member.path)
                return _bound_class(world, other, found[0], depth - 1) if len(found) == 1 and other else None
            return _attribute_class(world, owner_symbol, name, depth - 1) if owner_symbol else None
    return None


def class_of_symbol(world: World, symbol: Symbol) -> Symbol | None:
    """The class of the repository that a module's name or a class's attribute is an instance of."""
    owner, _, last = symbol.name.rpartition(".")
    if owner:
        return _attribute_class(world, Symbol(symbol.path, owner), last, _DEPTH)
    module, found = world.module(symbol.path), bindings(world, symbol)
    return _bound_class(world, module, found[0], _DEPTH) if module and len(found) == 1 else None


def _bound_class(world: World, module: Module, binding: Binding, depth: int) -> Symbol | None:
    node = binding.node
    if binding.kind is Kind.IMPORT:
        found = import_target(world, module, node, depth)
        other = world.module(found.path) if isinstance(found, Symbol) else None
        inner = bindings(world, found) if isinstance(found, Symbol) else []
        return _bound_class(world, other, inner[0], depth - 1) if other and len(inner) == 1 and depth > 0 else None
    if isinstance(node, ast.arg):
        return annotated_class(world, module, node.annotation, depth)
    statement = module.scopes.parents.get(node)
    if isinstance(statement, ast.AnnAssign):
        return annotated_class(world, module, statement.annotation, depth)
    return class_of(world, module, binding.value, depth) if binding.value is not None else None


def _called_class(world: World, called: Target, depth: int) -> Symbol | None:
    if not isinstance(called, Symbol):
        return None
    node = definition(world, called)
    if isinstance(node, ast.ClassDef):
        return called
    module = world.module(called.path)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and module:
        return annotated_class(world, module, node.returns, depth)
    return None


def _attribute_class(world: World, owner: Symbol, name: str, depth: int) -> Symbol | None:
    node, module = class_node(world, owner), world.module(owner.path)
    if node is None or module is None:
        return None
    for store in instance_stores(module, node, name):
        statement = module.scopes.parents[store]
        if isinstance(statement, ast.AnnAssign):
            return annotated_class(world, module, statement.annotation, depth)
        if isinstance(statement, ast.Assign):
            return class_of(world, module, statement.value, depth)
    for binding in module.scopes.of_node[node].bindings.get(name, []):
        return _bound_class(world, module, binding, depth)
    return None


def annotated_class(world: World, module: Module, annotation: ast.expr | None, depth: int = _DEPTH) -> Symbol | None:
    """The class an annotation names: plain, quoted, ``X | None``, ``Optional[X]``, ``Annotated[X, …]``."""
    match annotation:
        case ast.Constant(value=str(text)) if text.isidentifier():
            found = module.scopes.module.bindings.get(text)
            named: Target = bound_target(world, module, module.scopes.module, text, depth) if found else None
            return named if isinstance(named, Symbol) and class_node(world, named) else None
        case ast.Constant(value=str()):
            inner = next((n for n in module.scopes.quoted if module.scopes.parents.get(n) is annotation), None)
            return annotated_class(world, module, inner, depth - 1) if isinstance(inner, ast.expr) and depth else None
        case ast.BinOp(left=left, right=ast.Constant(value=None)):
            return annotated_class(world, module, left, depth)
        case ast.Subscript(value=ast.Name(id="Optional" | "Annotated") | ast.Attribute(attr="Optional" | "Annotated")):
            inner = annotation.slice.elts[0] if isinstance(annotation.slice, ast.Tuple) else annotation.slice
            return annotated_class(world, module, inner, depth)
        case ast.Name() | ast.Attribute():
            named = target(world, module, annotation, depth)
            return named if isinstance(named, Symbol) and class_node(world, named) else None
    return None
