"""Definitions into all that they use, and what that uses, as far as one cares to look."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.index.children import walk
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World


def reached_from(world: World, starts: Iterable[Symbol], most: int) -> set[Symbol]:
    """``starts`` and what their bodies name, up to ``most`` definitions, nearest first."""
    seen: set[Symbol] = set()
    waiting = list(starts)
    while waiting and len(seen) < most:
        symbol = waiting.pop(0)
        if symbol in seen or world.module(symbol.path) is None:
            continue
        seen.add(symbol)
        waiting += _named_in(world, symbol)
    return seen


def _named_in(world: World, symbol: Symbol) -> tuple[Symbol, ...]:
    """The definitions that the body of ``symbol`` names, each once."""
    return world.once(("named in", symbol), lambda: tuple(dict.fromkeys(_names(world, symbol))))


def _names(world: World, symbol: Symbol) -> Iterator[Symbol]:
    module = world.module(symbol.path)
    if module is None:
        return
    for node in _inside(world, symbol):
        found = target(world, module, node) if isinstance(node, (ast.Name, ast.Attribute)) else None
        if isinstance(found, Symbol) and found.name:
            yield found


def attributes_in(world: World, symbols: Iterable[Symbol]) -> set[str]:
    """The attributes that the bodies of ``symbols`` ask for of objects that are not known."""
    return {
        node.attr
        for symbol in symbols
        if (module := world.module(symbol.path)) is not None
        for node in _inside(world, symbol)
        if isinstance(node, ast.Attribute) and target(world, module, node) is None
    }


def nodes_of(world: World, symbols: Iterable[Symbol]) -> set[ast.AST]:
    """What defines ``symbols``."""
    return {binding.node for symbol in symbols for binding in bindings(world, symbol)}


def _inside(world: World, symbol: Symbol) -> Iterator[ast.AST]:
    for binding in bindings(world, symbol):
        yield from walk(binding.node)
