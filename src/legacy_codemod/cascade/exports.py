"""Exports and imports of what is gone into the splices that drop them."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from legacy_codemod.displays import take_out_elements
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why


def exports_and_imports(
    world: World, gone: Mapping[Symbol, Why]
) -> tuple[dict[ast.alias, Why], dict[ast.Constant, Why]]:
    """Every import alias and ``__all__`` entry that names one of the symbols that go."""
    aliases: dict[ast.alias, Why] = {}
    entries: dict[ast.Constant, Why] = {}
    for symbol, why in gone.items():
        if "." in symbol.name:
            continue
        for use in uses(world, symbol):
            if use.how is How.IMPORT and isinstance(use.node, ast.alias):
                aliases[use.node] = (*why, "import unused")
            elif use.how is How.EXPORT and isinstance(use.node, ast.Constant):
                entries[use.node] = (*why, "export unused")
    return aliases, entries


def take_out_entries(module: Module, gone: Mapping[ast.Constant, Why]) -> list[Splice]:
    """Remove strings from the lists that hold them."""
    splices: list[Splice] = []
    for display in dict.fromkeys(module.scopes.parents[entry] for entry in gone):
        if isinstance(display, (ast.List, ast.Tuple, ast.Set)):
            indexes = [i for i, e in enumerate(display.elts) if e in gone]
            why = next(gone[e] for e in display.elts if isinstance(e, ast.Constant) and e in gone)
            splices += take_out_elements(module, display, indexes, why)
    return splices
