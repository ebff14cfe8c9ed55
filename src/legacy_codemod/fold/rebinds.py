"""A named flag into the places where code gives it another value at run time: there it is not settled."""

from __future__ import annotations

import ast

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.world import World
from legacy_codemod.index.writes import writes
from legacy_codemod.model import Place, Refusal

_REASON = "code sets the flag here at run time, so no one value holds for it"


def rebinds(world: World, flag: Flag) -> list[Refusal]:
    """The places outside the tests that certainly set what the flag's name is bound to, after it was made."""
    symbol = flag.symbol
    if symbol is None or not symbol.name:
        return []
    found = {(w.module.path, w.line) for w in writes(world, symbol) if w.certain}
    module = world.module(symbol.path)
    for node in module.nodes if module else ():
        if isinstance(node, ast.Global) and symbol.name in node.names:
            found.add((symbol.path, node.lineno))
    return [Refusal(Place(*place), _REASON) for place in sorted(found)]
