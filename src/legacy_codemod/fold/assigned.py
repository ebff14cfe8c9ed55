"""A binding into the expression that the name holds from there on."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind
from legacy_codemod.index.symbols import last_name

_FIELDS = frozenset({"field", "Field", "attrib", "ib"})


def assigned(module: Module, binding: Binding) -> ast.expr | None:
    """The value of an assignment, its part of ``a, b = 1, 2``, or the default of a dataclass's ``field(default=…)``."""
    if binding.kind is Kind.OTHER:
        return _part(module, binding.node)
    value = binding.value if binding.kind is Kind.ASSIGN else None
    if binding.scope.is_class and isinstance(value, ast.Call):
        return _default(value) or value
    return value


def _part(module: Module, node: ast.AST) -> ast.expr | None:
    row = module.scopes.parents.get(node)
    statement = module.scopes.parents.get(row) if isinstance(row, (ast.Tuple, ast.List)) else None
    match row, statement:
        case ((ast.Tuple(elts=names) | ast.List(elts=names)), ast.Assign(value=ast.Tuple(elts=values))):
            starred = any(isinstance(e, ast.Starred) for e in (*names, *values))
            if row in statement.targets and len(names) == len(values) and not starred:
                return values[names.index(node)]  # type: ignore[arg-type]
    return None


def _default(call: ast.Call) -> ast.expr | None:
    if last_name(call.func) not in _FIELDS:
        return None
    for keyword in call.keywords:
        if keyword.arg == "default":
            return keyword.value
        if keyword.arg in ("default_factory", "factory") and isinstance(keyword.value, ast.Lambda):
            return keyword.value.body
    return None
