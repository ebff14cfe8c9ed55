"""A name or attribute into everything it may name, where imports disagree or a star may bring a name in once more."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.index import resolve
from legacy_codemod.index.from_imports import import_base, is_starred
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind, Scope
from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World

Seen = frozenset[tuple[str, str]]  # files and names already asked for on the way


def alternatives(world: World, module: Module, node: ast.expr) -> frozenset[Target]:
    """Each thing that ``node`` may name where it stands; ``None`` among them stands for what cannot be known."""
    match node:
        case ast.Name(id=name):
            scope = module.scopes.resolve(node)
            if scope is None:
                return _or_unknown(_starred(world, module, name, frozenset()))
            if scope.is_module:
                return of_module(world, module.path, name)
            return _or_unknown(_bound(world, module, scope, name, frozenset()))
        case ast.Attribute(value=base, attr=name):
            bases = alternatives(world, module, base) if isinstance(base, (ast.Name, ast.Attribute)) else frozenset()
            modules = [b.path for b in bases if isinstance(b, Symbol) and not b.name]
            if modules:
                unknown: list[frozenset[Target]] = [frozenset({None})] if len(modules) < len(bases) else []
                return frozenset[Target]().union(*(of_module(world, path, name) for path in modules), *unknown)
    return frozenset({resolve.target(world, module, node)})


def is_read_off(world: World, module: Module, node: ast.Name | ast.Attribute, path: str) -> bool:
    """Whether ``node`` is a name of the file at ``path``, whatever that has from elsewhere."""
    if isinstance(node, ast.Attribute):
        inner = isinstance(node.value, (ast.Name, ast.Attribute))
        return inner and alternatives(world, module, node.value) == {Symbol(path)}
    scope = module.scopes.resolve(node)
    bound = scope.bindings.get(node.id, []) if scope else []
    statement = module.scopes.parents.get(bound[0].node) if len(bound) == 1 else None
    if not isinstance(statement, ast.ImportFrom) or getattr(bound[0].node, "name", "") != node.id:
        return False
    if any(each.names[0].name == "*" for each in module.imports):
        return False  # which may bring the name in once more
    return import_base(world, module, statement) == Symbol(path)


def of_module(world: World, path: str, name: str, seen: Seen = frozenset()) -> frozenset[Target]:
    """Each thing that ``name`` may be in the file at ``path``."""
    module = world.module(path)
    if module is None or (path, name) in seen:
        return frozenset({resolve.member(world, Symbol(path), name)})
    seen |= {(path, name)}
    scope = module.scopes.module
    found = list(_bound(world, module, scope, name, seen))
    if not found and module.is_package and (inner := world.submodule(path, name)):
        return frozenset({Symbol(inner)})
    last = max((b.node.lineno for b in scope.bindings.get(name, ())), default=0)  # type: ignore[attr-defined]
    return _or_unknown((*found, *_starred(world, module, name, seen, last)))


def _bound(world: World, module: Module, scope: Scope, name: str, seen: Seen) -> Iterator[Target]:
    bindings = scope.bindings.get(name, [])
    if not bindings or any(b.kind is not Kind.IMPORT for b in bindings):
        yield from [resolve.bound_target(world, module, scope, name)] if bindings else []
        return
    for binding in bindings:
        yield from imported(world, module, binding.node, seen)


def imported(world: World, module: Module, alias: ast.AST, seen: Seen = frozenset()) -> frozenset[Target]:
    """Each thing that an ``import`` may bring in."""
    statement = module.scopes.parents[alias]
    base = import_base(world, module, statement) if isinstance(statement, ast.ImportFrom) else None
    if isinstance(base, Symbol) and base.path != module.path and isinstance(alias, ast.alias):
        return of_module(world, base.path, alias.name, seen)
    return frozenset({resolve.import_target(world, module, alias)})


def _starred(world: World, module: Module, name: str, seen: Seen, after: int = 0) -> Iterator[Target]:
    """What the star imports behind line ``after`` may make of ``name``: anything, where one is not of this tree."""
    for statement in module.imports:
        if statement.names[0].name != "*" or statement.lineno <= after or not isinstance(statement, ast.ImportFrom):
            continue
        base = import_base(world, module, statement)
        other = world.module(base.path) if isinstance(base, Symbol) else None
        if other is None:
            yield None
            continue
        shown = is_starred(other, name)
        held = of_module(world, other.path, name, seen) if shown is not False else frozenset[Target]()
        yield from (t for t in held if t is not None)
        if shown is None or (None in held and len(held) > 1):
            yield None


def _or_unknown(found: Iterable[Target]) -> frozenset[Target]:
    return frozenset(found) or frozenset({None})
