"""A file into whether it asks an object for all its attributes at once: ``vars(args)``, ``args.__dict__``."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module


def asks_for_all(module: Module, name: str) -> bool:
    """Whether the file takes all attributes of some object other than ``self``, one called ``name`` among them."""
    return any(_takes_all(node) and not _passes_over(module, node, name) for node in module.nodes)


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
