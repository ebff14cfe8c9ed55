"""Annotations into what stands in quotes in them: ``"Old | None"``, ``list["Old"]``, but not ``Literal["old"]``."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def expressions(annotation: ast.expr) -> Iterator[tuple[ast.Constant, ast.expr]]:
    """Each string with what it says; every node of that stands where its string does."""
    for constant in _strings(annotation):
        try:
            inner = ast.parse(str(constant.value).strip(), mode="eval").body
        except (SyntaxError, ValueError):
            continue
        for part in ast.walk(inner):
            ast.copy_location(part, constant)
        yield constant, inner


TYPED = (ast.AnnAssign, ast.Call, ast.keyword)  # what may hold such a place


def typed_places(node: ast.AST) -> Iterator[ast.expr]:
    """Where a string stands for a type, besides the signatures of functions."""
    match node:
        case ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.Call(func=ast.Name(id="cast") | ast.Attribute(attr="cast"), args=[first, *_]):
            yield first
        case ast.keyword(arg="bound", value=value):
            yield value


def _strings(annotation: ast.expr) -> Iterator[ast.Constant]:
    match annotation:
        case ast.Constant(value=str()):
            yield annotation
        case ast.Subscript(value=ast.Name(id="Literal") | ast.Attribute(attr="Literal")):
            return
        case ast.Subscript(
            value=ast.Name(id="Annotated") | ast.Attribute(attr="Annotated"), slice=ast.Tuple(elts=elts)
        ):
            yield from _strings(elts[0])
        case ast.Subscript() | ast.BinOp() | ast.Tuple() | ast.List():
            for part in ast.iter_child_nodes(annotation):
                if isinstance(part, ast.expr):
                    yield from _strings(part)
