"""A file into whether it asks an object for all its attributes at once: ``vars(args)``, ``args.__dict__``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module

_WRITES = frozenset({"dump", "dumps", "safe_dump", "jsonify", "asdict", "serialize"})
_COPIES = frozenset({"dict", "sorted", "list"})


def asks_for_all(module: Module, name: str) -> bool:
    """Whether the file takes all attributes of some object other than ``self``, one called ``name`` among them."""
    return any(_takes_all(node) and not _passes_over(module, node, name) for node in module.nodes)


def hands_out_all(module: Module) -> Iterator[ast.expr]:
    """``return vars(self)``, ``json.dumps(order.__dict__)``: the objects of which every attribute leaves the code."""
    for node in module.nodes if {"vars", "__dict__"} & module.words.keys() else ():
        match node:
            case ast.Return(value=ast.expr() as value):
                found = _whole_of(value)
            case ast.Call(func=ast.Attribute(attr=verb) | ast.Name(id=verb), args=[value, *_]) if verb in _WRITES:
                found = _whole_of(value)
            case _:
                found = None
        if found is not None:
            yield found


def _whole_of(node: ast.expr) -> ast.expr | None:
    """``x`` of ``vars(x)`` and ``x.__dict__``, and of what is made of those entry by entry."""
    match node:
        case ast.Call(func=ast.Name(id="vars"), args=[of]) | ast.Attribute(value=of, attr="__dict__"):
            return of
        case ast.Call(func=ast.Name(id=called), args=[inner]) if called in _COPIES:
            return _whole_of(inner)
        case ast.Call(func=ast.Attribute(value=inner, attr="copy" | "items"), args=[]):
            return _whole_of(inner)
        case ast.Dict(keys=keys, values=values):
            spread = (_whole_of(value) for key, value in zip(keys, values, strict=True) if key is None)
            return next(filter(None, spread), None)
        case ast.DictComp(generators=[first, *_]) | ast.ListComp(generators=[first, *_]):
            return _whole_of(first.iter)
    return None


def _takes_all(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="vars"), args=[of]) | ast.Attribute(value=of, attr="__dict__" | "_get_kwargs"):
            return not (isinstance(of, ast.Name) and of.id in ("self", "cls"))
    return False


def _passes_over(module: Module, node: ast.AST, name: str) -> bool:
    """``for key, value in vars(args).items(): if key.endswith("_report"): …`` does nothing for another name."""
    outer = [node, *module.scopes.ancestors(node)][:4]
    match outer:
        case [_, ast.Attribute(attr="items"), ast.Call() as items, ast.For() as loop] if loop.iter is items:
            key = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else None
        case [_, ast.For() as loop, *_] if loop.iter is node:
            key = loop.target
        case _:
            return False
    match loop.body:
        case [ast.If(test=test, orelse=[])] if isinstance(key, ast.Name):
            first = test.values[0] if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) else test
            return _is_false(first, key.id, name)
    return False


def _is_false(test: ast.expr, key: str, name: str) -> bool:
    """Whether a question about the beginning or end of ``key`` is answered no for ``name``."""
    match test:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=asked), attr="startswith" | "endswith" as verb),
            args=[ast.Constant(value=str(text))],
        ):
            return asked == key and not getattr(name, verb)(text)
    return False
