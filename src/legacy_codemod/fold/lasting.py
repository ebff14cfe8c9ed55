"""A settled expression into whether a later fold settles it as well, where it stays as it is written."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from legacy_codemod.fold.calls import returned
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.parameters import parameter_value
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.children import children
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import settled, truth


def lasts(ask: Evaluator, module: Module, node: ast.expr) -> bool:
    """Whether the flag is read in ``node`` itself and decides it.

    What carries its value elsewhere, a name or a function, holds a plain value once that is folded.
    """
    if node in ask.reads:
        return True
    if not settled(ask.value(module, node)):
        return False
    match node:
        case ast.Name() | ast.Attribute():
            return False
        case ast.BoolOp():
            chosen = deciding(ask, module, node)
            return chosen is not None and lasts(ask, module, chosen)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            taken = body if ask.truth(module, test) else orelse
            return lasts(ask, module, test) or lasts(ask, module, taken)
        case ast.Call() if _is_folded(ask, module, node):
            return False
        case ast.Call(func=ast.Attribute(value=receiver)):
            return lasts(ask, module, receiver) or _any_lasts(ask, module, [*node.args, *node.keywords])
    return _any_lasts(ask, module, children(node))


def _any_lasts(ask: Evaluator, module: Module, parts: Sequence[ast.AST]) -> bool:
    inner = (part.value if isinstance(part, ast.keyword) else part for part in parts)
    return any(isinstance(part, ast.expr) and lasts(ask, module, part) for part in inner)


def deciding(ask: Evaluator, module: Module, node: ast.BoolOp) -> ast.expr | None:
    """The operand that decides for the whole, or that may stay for all those that are neutral."""
    decided = [value for value in node.values if is_decided(ask, module, value)]
    stops = [value for value in decided if ask.truth(module, value) is isinstance(node.op, ast.Or)]
    return _first_that_lasts(ask, module, stops or decided)


def is_decided(ask: Evaluator, module: Module, test: ast.expr) -> bool:
    """Whether the flag settles the truth of ``test``."""
    value = ask.value(module, test)
    return settled(value) and truth(value) is not None


def _first_that_lasts(ask: Evaluator, module: Module, among: Sequence[ast.expr]) -> ast.expr | None:
    return next((part for part in among if lasts(ask, module, part)), among[0] if among else None)


def _is_folded(ask: Evaluator, module: Module, call: ast.Call) -> bool:
    """Whether the flag decides what the function gives, or what every call passes: then it asks for neither."""
    found = resolve.target(ask.world, module, call.func)
    function = symbols.definition(ask.world, found) if isinstance(found, Symbol) else None
    home = ask.world.module(found.path) if isinstance(found, Symbol) else None
    if home is None or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    scope, taken = home.scopes.of_node[function], function.args
    named = [a.arg for a in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]
    return settled(returned(ask, home, function)) or any(
        settled(parameter_value(ask, home, scope, name)) for name in named
    )
