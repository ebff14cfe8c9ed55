"""Exports and imports of what is gone into the splices that drop them."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from legacy_codemod.displays import take_out_elements, take_out_parts
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
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


def take_out_entries(module: Module, gone: Mapping[ast.Constant, Why]) -> tuple[list[Splice], dict[ast.stmt, Why]]:
    """The splices that take strings out of lists and keys out of dicts, and the statements that only added some."""
    splices: list[Splice] = []
    whole: dict[ast.stmt, Why] = {}
    for holder in dict.fromkeys(module.scopes.parents[entry] for entry in gone):
        parts = holder.elts if isinstance(holder, (ast.List, ast.Tuple, ast.Set)) else getattr(holder, "keys", [])
        indexes = [i for i, e in enumerate(parts) if e in gone]
        statement = next((o for o in (holder, *module.scopes.ancestors(holder)) if isinstance(o, ast.stmt)), None)
        why = next(w for e, w in gone.items() if module.scopes.parents[e] is holder)
        if len(indexes) == len(parts) and isinstance(statement, (ast.AugAssign, ast.Expr)) and _adds(statement, holder):
            whole[statement] = why
        elif isinstance(holder, (ast.List, ast.Tuple, ast.Set)):
            splices += take_out_elements(module, holder, indexes, why)
        elif isinstance(holder, ast.Dict):
            splices += take_out_parts(module, holder, indexes, why)
    return splices, whole


def _adds(statement: ast.AugAssign | ast.Expr, holder: ast.AST) -> bool:
    """``__all__ += [...]``, ``__all__.extend([...])`` and ``__all__.append("name")`` of nothing else."""
    value = statement.value
    return value is holder or (isinstance(value, ast.Call) and value.args == [holder])
