"""A constant that holds the key of a flag into the expressions that ask with it."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.uses import uses
from legacy_codemod.index.world import World
from legacy_codemod.model import Place
from legacy_codemod.stocktaking.proposal import Evidence
from legacy_codemod.testing import is_test


def held_key(world: World, symbol: Symbol) -> str:
    """The text that the constant is; empty where it is none, or one of several things."""
    match [binding.value for binding in bindings(world, symbol)]:
        case [ast.Constant(value=str(key))]:
            return key
    return ""


def asked_with(world: World, symbol: Symbol, key: str) -> dict[str, tuple[Evidence, ...]]:
    """Each expression that is asked with the constant, written with its key, and where."""
    found: dict[str, list[Evidence]] = {}
    for use in uses(world, symbol):
        if use.node is None or use.module is None or is_test(use.path):
            continue
        if expr := _expression(world, use.module, use.node, quoted(key)):
            found.setdefault(expr, []).append(Evidence(Place(use.path, use.line), "asks with it"))
    return {expr: tuple(sorted(places)) for expr, places in sorted(found.items())}


def _expression(world: World, module: Module, node: ast.AST, key: str) -> str:
    """``flags.is_on(KEY, user)`` → ``flags.is_on("key", $$$)``; empty where nothing is asked with it."""
    match module.scopes.parents.get(node):
        case ast.Call(func=func, args=[first, *others], keywords=keywords) if first is node:
            more = ", $$$" if others or keywords else ""
            return f"{_owner(world, module, func)}({key}{more})"
        case ast.Subscript(value=held, slice=inner) if inner is node:
            return f"{_owner(world, module, held)}[{key}]"
    return ""


def _owner(world: World, module: Module, node: ast.expr) -> str:
    """What is asked, with ``$NAME`` for an object of which it is not known what it is."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=attribute) if target(world, module, node) is None:
            return f"${name.upper()}.{attribute}"
    return module.source(node)


def quoted(key: str) -> str:
    """A key as a string of the code."""
    return f'"{key}"' if '"' not in key and "\\" not in key else repr(key)
