"""A constant fallback and the place of the call into why it would only raise there, or an empty string."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module

_DECIDES = (ast.Compare, ast.BoolOp, ast.IfExp, ast.If, ast.While, ast.Assert, ast.Match)


def unfit(module: Module, whole: ast.expr, text: str) -> str:
    """``None.columns``, ``with None:``, ``for x in None``, ``a, b = None``: what cannot but raise is no fallback."""
    tree = ast.parse(text)
    match tree.body:
        case [ast.Expr(value=ast.Constant(value=value))]:
            if missing := _missing(value, module.scopes.parents[whole], whole):
                return f"the fallback {text} would raise here, for {missing}"
            for load in _untested(module, whole):
                if missing := _missing(value, module.scopes.parents[load], load):
                    return f"the fallback {text} would raise where {load.id} is used, for {missing}"
    return ""


def _untested(module: Module, whole: ast.expr) -> list[ast.Name]:
    """Where a local that only gets this value is read; nothing where a condition may ask for it first."""
    match module.scopes.parents[whole]:
        case ast.Assign(targets=[ast.Name() as name]) | ast.AnnAssign(target=ast.Name() as name):
            scope = module.scopes.at_name[name]
            loads = scope.loads.get(name.id, [])
            once = scope.is_function and name.id not in scope.outer and len(scope.bindings.get(name.id, ())) == 1
            return loads if once and not any(_decides(module, load) for load in loads) else []
    return []


def _decides(module: Module, load: ast.Name) -> bool:
    for outer in module.scopes.ancestors(load):
        if isinstance(outer, _DECIDES) or isinstance(getattr(outer, "op", None), ast.Not):
            return True
        if isinstance(outer, ast.stmt):
            return False
    return False


def _missing(value: object, parent: ast.AST, whole: ast.expr) -> str:
    """What the code around asks of the value, which it does not have."""
    match parent:
        case ast.Attribute(attr=attr):
            return "" if hasattr(value, attr) else f"it has no {attr}"
        case ast.Call(func=func) if func is whole:
            return "it cannot be called"
        case ast.Subscript(value=base) if base is whole:
            return "" if hasattr(value, "__getitem__") else "it has no items"
        case ast.withitem():
            return "it is no context manager"
        case ast.Assign(targets=targets) if any(isinstance(t, (ast.Tuple, ast.List)) for t in targets):
            return "" if hasattr(value, "__iter__") else "it cannot be taken apart"
        case ast.AsyncFor() | ast.comprehension(is_async=1):
            return "it cannot be iterated"
        case ast.For(iter=base) | ast.comprehension(iter=base) if base is whole:
            return "" if hasattr(value, "__iter__") else "it cannot be iterated"
        case ast.Starred() | ast.YieldFrom():
            return "" if hasattr(value, "__iter__") else "it cannot be iterated"
    return ""
