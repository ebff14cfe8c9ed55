"""A use into the definition in which it stands."""

from __future__ import annotations

import ast
from itertools import pairwise

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.index.uses import Use


def owner_of(use: Use) -> tuple[Symbol, Module] | None:
    """The top-level definition (or class member) in which a use stands."""
    if use.module is None or use.node is None:
        return None
    chain = [use.node, *use.module.scopes.ancestors(use.node)]
    for node, outer in pairwise(chain):
        if isinstance(outer, (ast.Module, ast.ClassDef)) and (name := _bound_name(node)):
            scope = f"{qualified(use.module, outer)}." if isinstance(outer, ast.ClassDef) else ""
            return Symbol(use.path, scope + name), use.module
    return None


def _bound_name(node: ast.AST) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""
