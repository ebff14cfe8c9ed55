"""A live use of a member that goes into whether it certainly means that member; if not, why it is left alone."""

from __future__ import annotations

import ast
from collections.abc import Set

from legacy_codemod.index.alternatives import alternatives
from legacy_codemod.index.family import owner_of
from legacy_codemod.index.reach import Sure, reach
from legacy_codemod.index.symbols import Symbol, bindings, class_node, instance_stores
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World


def other_meaning(world: World, use: Use, symbol: Symbol, removed: Set[Symbol]) -> str:
    """What else the use may mean, so that nothing may stand in for it; ``removed`` is what goes as well."""
    if use.module is None or use.how not in (How.NAME, How.ATTRIBUTE):
        return ""
    if "." not in symbol.name and isinstance(use.node, (ast.Name, ast.Attribute)):
        found = alternatives(world, use.module, use.node) - {symbol, None}
        others = sorted(str(o) if isinstance(o, str) else _named(world, o) for o in found - removed if o is not None)
        return f"it may mean {others[0]} here, which stays" if others else ""
    return _other_member(world, use, symbol, removed)


def _other_member(world: World, use: Use, symbol: Symbol, removed: Set[Symbol]) -> str:
    if use.module is None or not isinstance(use.node, ast.Attribute):
        return ""
    found = reach(world, use.module, use.node, symbol)
    if found.sure is not Sure.MAYBE:
        return ""
    if others := [other for other in found.others if other not in removed]:
        return f"it may mean {_named(world, others[0])} here, which stays"
    return "" if found.others else "the class of the object is not known here, so it may mean something else"


def _named(world: World, symbol: Symbol) -> str:
    return f"{symbol.name} ({_place(world, symbol)})"


def is_elsewhere(world: World, use: Use, symbol: Symbol) -> bool:
    """Whether the object is of a class that has nothing to do with the member's, and gets it from somewhere else."""
    if use.how is not How.ATTRIBUTE or use.module is None or not isinstance(use.node, ast.Attribute):
        return False
    return "." in symbol.name and reach(world, use.module, use.node, symbol).sure is Sure.OUTSIDE


def _place(world: World, symbol: Symbol) -> str:
    nodes: list[ast.AST] = [binding.node for binding in bindings(world, symbol)]
    owner, module = class_node(world, owner_of(symbol)), world.module(symbol.path)
    if not nodes and owner is not None and module is not None:
        nodes += instance_stores(module, owner, symbol.last)
    return f"{symbol.path}:{getattr(nodes[0], 'lineno', 1) if nodes else 1}"
