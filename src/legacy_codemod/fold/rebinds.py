"""A named flag into the places where code gives it another value at run time: there it is not settled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, target
from legacy_codemod.index.world import World
from legacy_codemod.model import Place, Refusal
from legacy_codemod.testing import is_test

_REASON = "code sets the flag here at run time, so no one value holds for it"


def rebinds(world: World, flag: Flag) -> list[Refusal]:
    """The assignments outside the tests that certainly reach the flag's definition after it was made."""
    symbol = flag.symbol
    if symbol is None or not symbol.name:
        return []
    modules = [world.module(path) for path, _held in world.mentioning([symbol.last]) if not is_test(path)]
    return [
        Refusal(Place(module.path, line), _REASON)
        for module in modules
        if module is not None
        for line in sorted(set(_stores(world, module, symbol)))
    ]


def _stores(world: World, module: Module, symbol: Symbol) -> Iterator[int]:
    for node in module.attributes.get(symbol.last, ()):
        if isinstance(node.ctx, ast.Store) and target(world, module, node) == symbol and not _makes(module, node):
            yield node.lineno
    if module.path == symbol.path:
        yield from (n.lineno for n in module.nodes if isinstance(n, ast.Global) and symbol.name in n.names)


def _makes(module: Module, node: ast.Attribute) -> bool:
    """Whether the store is the instance's own, while it is made."""
    return getattr(module.scopes.enclosing(node).node, "name", "") in ("__init__", "__post_init__", "__new__")
