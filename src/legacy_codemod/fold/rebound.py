"""A symbol that one binding gives its value into whether it may hold another when it is read."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold.fields import is_given
from legacy_codemod.index import symbols
from legacy_codemod.index.alternatives import alternatives
from legacy_codemod.index.family import ancestors, descendants, may_precede, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.index.writes import writes

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def rebound(ask: Evaluator, symbol: Symbol, *, by_calls: bool = True) -> bool:
    """Whether code outside the tests may set the name, or another class of the family may hide it.

    With ``by_calls`` a call that gives a field its own value sets it, too.
    """
    return ask.world.once(("rebound", symbol, by_calls), lambda: _is_rebound(ask, symbol, by_calls=by_calls))


def _is_rebound(ask: Evaluator, symbol: Symbol, *, by_calls: bool) -> bool:
    if any(True for _ in writes(ask.world, symbol)):
        return True
    return "." in symbol.name and (_overridden(ask.world, symbol) or (by_calls and is_given(ask, symbol)))


def is_certain(ask: Evaluator, module: Module, node: ast.expr, found: Symbol) -> bool:
    """Whether ``node`` names nothing but ``found``, whichever import ran and whatever a star brings."""
    return alternatives(ask.world, module, node) == {found}


def _overridden(world: World, symbol: Symbol) -> bool:
    """Whether the body of another class may bind the same name in front of it, or all attributes are intercepted."""
    owner = owner_of(symbol)
    for path, _held in world.mentioning([symbol.last]):
        module = world.module(path)
        for node in module.classes if module else ():
            binds = module is not None and symbol.last in module.scopes.of_node[node].bindings
            if module and binds and may_precede(world, module, node, owner):
                return True
    family = ancestors(world, owner) | descendants(world, owner)
    return any(symbols.bindings(world, each.member("__getattribute__")) for each in family)
