"""A constant fallback and the place of the call into why it would only raise there, or an empty string."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module

_DECIDES = (ast.Compare, ast.BoolOp, ast.IfExp, ast.If, ast.While, ast.Assert, ast.Match)
_LATER = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_COUNTS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow)


def unfit(module: Module, whole: ast.expr, text: str) -> str:
    """``None.columns``, ``with None:``, ``for x in None``, ``a, b = None``: what cannot but raise is no fallback."""
    tree = ast.parse(text)
    match tree.body:
        case [ast.Expr(value=ast.Constant(value=value))]:
            if missing := _missing(value, module.scopes.parents[whole], whole):
                return f"the fallback {text} would raise here, for {missing}"
            for load in _loads(module, whole):
                if missing := _missing(value, module.scopes.parents[load], load):
                    return f"the fallback {text} would raise where {load.id} is used, for {missing}"
    return ""


def _loads(module: Module, whole: ast.expr) -> list[ast.Name]:
    """Where a local that gets this value is read, and has it still."""
    parents = module.scopes.parents
    while isinstance(parents[whole], ast.IfExp) and whole is not parents[whole].test:  # type: ignore[attr-defined]
        whole = parents[whole]  # type: ignore[assignment]
    match statement := parents[whole]:
        case ast.Assign(targets=[ast.Name() as name]) | ast.AnnAssign(target=ast.Name() as name):
            scope = module.scopes.at_name[name]
            if not scope.is_function or name.id in scope.outer:
                return []
            loads, once = scope.loads.get(name.id, []), len(scope.bindings.get(name.id, ())) == 1
            asked = any(_decides(module, load) for load in loads)
            return loads if once and not asked else _onward(module, statement, name.id)
    return []


def _decides(module: Module, load: ast.Name) -> bool:
    """Whether a condition reads it, and so may ask for the value first."""
    for outer in module.scopes.ancestors(load):
        if isinstance(outer, _DECIDES) or isinstance(getattr(outer, "op", None), ast.Not):
            return True
        if isinstance(outer, ast.stmt):
            return False
    return False


def _onward(module: Module, statement: ast.stmt, name: str) -> list[ast.Name]:
    """The reads that certainly come next in the same suite, up to a block or a statement that may set the name."""
    parent = module.scopes.parents[statement]
    suite = next(s for s in vars(parent).values() if isinstance(s, list) and statement in s)
    found: list[ast.Name] = []
    for following in suite[suite.index(statement) + 1 :]:
        named = [n for n in ast.walk(following) if isinstance(n, ast.Name) and n.id == name]
        found += [n for n in named if isinstance(n.ctx, ast.Load) and _is_certain(module, n, following)]
        if named and (hasattr(following, "body") or not all(isinstance(n.ctx, ast.Load) for n in named)):
            break
    return found


def _is_certain(module: Module, node: ast.AST, statement: ast.stmt) -> bool:
    """Whether running ``statement`` evaluates ``node`` in any case."""
    while node is not statement:
        child, node = node, module.scopes.parents[node]
        match node:
            case ast.IfExp(test=first) | ast.BoolOp(values=[first, *_]) if child is not first:
                return False
        if isinstance(child, ast.stmt) or isinstance(node, _LATER):
            return False
    return True


def _missing(value: object, parent: ast.AST, whole: ast.expr) -> str:
    """What the code around asks of the value, which it does not have."""
    match parent:
        case ast.Attribute(attr=attr):
            return "" if hasattr(value, attr) else f"it has no {attr}"
        case ast.Call(func=func) if func is whole:
            return "it cannot be called"
        case ast.Subscript(value=base) if base is whole:
            return "" if hasattr(value, "__getitem__") else "it has no items"
        case ast.withitem() | ast.Call(func=ast.Attribute(attr="enter_context" | "enter_async_context")):
            return "it is no context manager"
        case ast.Assign(targets=targets) if any(isinstance(t, (ast.Tuple, ast.List)) for t in targets):
            return "" if hasattr(value, "__iter__") else "it cannot be taken apart"
        case ast.AsyncFor() | ast.comprehension(is_async=1):
            return "it cannot be iterated"
        case ast.For(iter=base) | ast.comprehension(iter=base) if base is whole:
            return "" if hasattr(value, "__iter__") else "it cannot be iterated"
        case ast.Compare(ops=[op]) if isinstance(op, _ORDERS):
            return "it has no order" if value is None else ""
        case ast.BinOp(op=op) if isinstance(op, _COUNTS):
            return "it takes no part in arithmetic" if value is None else ""
        case ast.Starred() | ast.YieldFrom():
            return "" if hasattr(value, "__iter__") else "it cannot be iterated"
    return ""
