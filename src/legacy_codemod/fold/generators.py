"""Functions, lambdas and generator expressions into the ``yield`` and ``await`` that make them what they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.children import children

_OWN_BODY = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def is_generator(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    """Whether the function's own body yields."""
    body: list[ast.AST] = list(node.body) if isinstance(node.body, list) else [node.body]
    return any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in _own(body))


def marks(node: ast.expr) -> list[ast.AST]:
    """What makes a lambda yield, or a generator expression wait: without the last of it, it is something else."""
    match node:
        case ast.Lambda(body=body):
            return [part for part in _own([body]) if isinstance(part, (ast.Yield, ast.YieldFrom))]
        case ast.GeneratorExp(elt=elt, generators=[first, *others]) if not any(g.is_async for g in node.generators):
            inner = [elt, *first.ifs, *others]
            return [part for part in _own(inner) if isinstance(part, ast.Await)]
    return []


def _own(body: list[ast.AST]) -> Iterator[ast.AST]:
    waiting = list(body)
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, ast.GeneratorExp):
            waiting.append(part.generators[0].iter)
        elif not isinstance(part, _OWN_BODY):
            waiting.extend(children(part))
