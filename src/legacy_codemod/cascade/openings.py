"""A place in a condition into how the names of strings begin there: ``key.startswith("allow") and …``."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

from legacy_codemod.index.module import Module


def openings(module: Module, node: ast.AST) -> dict[str, str]:
    """For each name that was asked for its beginning on the way to ``node``: the regular expression of what it is."""
    found: dict[str, str] = {}
    for inner, outer in pairwise([node, *module.scopes.ancestors(node)]):
        if isinstance(outer, ast.stmt):
            break
        if isinstance(outer, ast.BoolOp) and isinstance(outer.op, ast.And) and inner in outer.values:
            for asked in outer.values[: outer.values.index(inner)]:
                found.update(_opening(asked))
    return found


def _opening(node: ast.expr) -> dict[str, str]:
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="startswith"), args=[ast.Constant(value=str(text))]
        ):
            return {name: f"{re.escape(text)}.*"}
    return {}
