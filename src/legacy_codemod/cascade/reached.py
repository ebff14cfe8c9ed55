"""Definitions into all that they use, and what that uses, as far as one cares to look."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World


def reached_from(world: World, starts: Iterable[Symbol], most: int) -> set[Symbol]:
    """``starts`` and what their bodies name, up to ``most`` definitions, nearest first."""
    seen: set[Symbol] = set()
    waiting = list(starts)
    while waiting and len(seen) < most:
        symbol = waiting.pop(0)
        module = world.module(symbol.path)
        if symbol in seen or module is None:
            continue
        seen.add(symbol)
        for binding in bindings(world, symbol):
            nodes = (n for n in ast.walk(binding.node) if isinstance(n, (ast.Name, ast.Attribute)))
            waiting += [f for n in nodes if isinstance(f := target(world, module, n), Symbol) and f.name]
    return seen
