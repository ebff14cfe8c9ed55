"""A call of a removed function and its fallback into the splices that put one in place of the other."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from legacy_codemod.fallback import Fallback
from legacy_codemod.index.module import Module
from legacy_codemod.layout.precedence import binding_strength, needed_strength
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why

Function = ast.FunctionDef | ast.AsyncFunctionDef
Outcome = tuple[list[Splice], dict[ast.stmt, Why], str]  # splices, statements that go, and why it cannot be done
_YIELDS = (ast.Yield, ast.YieldFrom)


def function_of(module: Module, node: ast.AST) -> Function | None:
    """The function in whose body (not its decorators or defaults) ``node`` stands; ``None`` outside of one."""
    inner = node
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)) and inner in outer.body:
            return outer
        if isinstance(outer, (ast.ClassDef, ast.Lambda)):
            return None
        inner = outer
    return None


def misplaced(module: Module, whole: ast.expr, fallback: Fallback) -> str:
    """Why the fallback cannot stand where ``whole`` stands, or an empty string."""
    if _is_in_header(module, whole):
        return "it is called in a decorator or for a base class, where no fallback can stand in for it"
    if _is_written_to(module, whole):
        return "live code writes to what the call gives, which must not reach the fallback"
    function = function_of(module, whole)
    awaits = any(isinstance(n, ast.Await) for n in ast.walk(ast.parse(fallback.text)))
    if awaits and not isinstance(function, ast.AsyncFunctionDef):
        return "the fallback awaits, and the call stands in no async function"
    if fallback.inside and (function is None or function.body[0].lineno == function.lineno):
        return (
            "the fallback's import would make a cycle at the top of the file, and there is no function body to hold it"
        )
    return ""


def _is_in_header(module: Module, whole: ast.expr) -> bool:
    inner: ast.AST = whole
    for outer in module.scopes.ancestors(whole):
        if isinstance(outer, ast.stmt):
            parts = [
                *getattr(outer, "decorator_list", ()),
                *getattr(outer, "bases", ()),
                *getattr(outer, "keywords", ()),
            ]
            return inner in parts
        inner = outer
    return False


def _is_written_to(module: Module, whole: ast.expr) -> bool:
    node: ast.AST = whole
    while isinstance(parent := module.scopes.parents[node], (ast.Attribute, ast.Subscript)) and parent.value is node:
        if not isinstance(parent.ctx, ast.Load):
            return True
        node = parent
    return False


def stand_in(module: Module, whole: ast.expr, fallback: Fallback, why: Why) -> Outcome:
    """Put the fallback in place of ``whole``, the call with its ``await``."""
    parent = module.scopes.parents[whole]
    if fallback.raises:
        return _raise(module, whole, fallback, why)
    value = ast.parse(fallback.text, mode="eval").body
    if isinstance(parent, ast.Expr) and not any(isinstance(n, (ast.Call, ast.Await)) for n in ast.walk(value)):
        return [], {parent: (*why, "call whose result nobody used")}, ""
    text = fallback.text
    if not _is_grouped(module, whole) and binding_strength(value) < needed_strength(parent, whole):
        text = f"({text})"
    quoted = _in_f_string(module, whole, text)
    if not quoted:
        return [], {}, "the fallback holds quotes or backslashes that the f-string around the call cannot hold"
    return [Splice(*module.span(whole), quoted, why)], {}, ""


def _is_grouped(module: Module, whole: ast.expr) -> bool:
    """Whether the parentheses directly around ``whole`` are its own, and stay."""
    start, end = module.span(whole)
    text, parent = module.text.text, module.scopes.parents[whole]
    owns = (
        isinstance(parent, (ast.Call, ast.Subscript, ast.Tuple, ast.ClassDef, ast.arguments))
        and getattr(parent, "value", None) is not whole
    )
    return not owns and text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _in_f_string(module: Module, whole: ast.expr, text: str) -> str:
    """``text`` with quotes that the f-string around it allows; empty where there are none."""
    strings = [n for n in module.scopes.ancestors(whole) if isinstance(n, ast.JoinedStr)]
    if not strings:
        return text
    source = module.source(strings[-1])
    quote, other = ('"', "'") if '"' in source[: source.find("{")] else ("'", '"')
    if quote in text and other not in text:
        text = text.replace(quote, other)
    if quote in text or "\\" in text or "#" in text:
        return ""
    return f"({text})" if text.startswith("{") else text


def _raise(module: Module, whole: ast.expr, fallback: Fallback, why: Why) -> Outcome:
    """``return legacy(x)``, a bare call, or an assignment whose target is then unused becomes the ``raise``."""
    parent = module.scopes.parents[whole]
    if not isinstance(parent, (ast.Return, ast.Expr, ast.Assign, ast.AnnAssign)) or parent.value is not whole:
        return [], {}, "the fallback raises, and the call stands inside an expression"
    function = function_of(module, whole)
    if function is None:
        return [], {}, "the fallback raises, and the call stands in no function"
    body = _siblings(module, parent)
    rest = body[list(body).index(parent) + 1 :]
    targets = (
        parent.targets
        if isinstance(parent, ast.Assign)
        else [parent.target]
        if isinstance(parent, ast.AnnAssign)
        else []
    )
    names = {t.id for t in targets if isinstance(t, ast.Name)}
    if len(names) != len(targets) or _read_outside(module, names, parent, rest):
        return [], {}, "the fallback raises, and what the call is assigned to is used elsewhere"
    if reason := _depends(module, function, rest):
        return [], {}, reason
    unreachable = dict.fromkeys(rest, (*why, "what follows is unreachable"))
    return [Splice(*module.span(parent), fallback.text, why)], unreachable, ""


def _siblings(module: Module, node: ast.stmt) -> Sequence[ast.stmt]:
    owner = module.scopes.parents[node]
    return next(s for f in ("body", "orelse", "finalbody") if node in (s := getattr(owner, f, ())))


def _read_outside(module: Module, names: set[str], node: ast.stmt, rest: Sequence[ast.stmt]) -> bool:
    scope = module.scopes.enclosing(node)
    inside = {id(n) for s in rest for n in ast.walk(s)}
    return any(id(load) not in inside for name in names for load in scope.loads.get(name, ()))


def _depends(module: Module, function: Function, rest: Sequence[ast.stmt]) -> str:
    """Why the function needs what follows the ``raise`` although it is never reached, or an empty string."""
    inside = {n for s in rest for n in ast.walk(s)}
    own = [n for n in _own_nodes(function) if isinstance(n, _YIELDS)]
    if own and all(n in inside for n in own):
        return "the fallback raises, and only what follows makes the function a generator"
    if any(isinstance(n, (ast.Global, ast.Nonlocal)) for n in inside):
        return "the fallback raises, and what follows declares a name that the function uses elsewhere"
    scope = module.scopes.of_node[function]
    for name, bindings in scope.bindings.items():
        if all(b.node in inside for b in bindings) and any(load not in inside for load in scope.loads.get(name, ())):
            return f"the fallback raises, and only what follows makes {name} a local name"
    return ""


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            yield child
            yield from _own_nodes(child)
