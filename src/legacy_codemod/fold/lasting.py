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


def lasts(ask: Evaluator, module: Module, node: ast.AST) -> bool:
    """Whether the flag is read in ``node`` itself, so as to decide it.

    What carries its value elsewhere, a name or a function, holds a plain value once that is folded.
    """
    if isinstance(node, ast.expr):
        ask.value(module, node)  # which finds the reads
    match node:
        case _ if node in ask.reads:
            return True
        case ast.BoolOp():
            operands, stop = _decided(ask, module, node)
            last = [lasts(ask, module, operand) or isinstance(operand, ast.Constant) for operand in operands]
            return any(last) if stop or not last else all(last)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            taken = body if ask.truth(module, test) else orelse
            return lasts(ask, module, test if isinstance(taken, ast.Constant) else taken)
        case ast.Call() if _is_folded(ask, module, node):
            return False
    return any(lasts(ask, module, part) for part in children(node))


def deciding(ask: Evaluator, module: Module, node: ast.BoolOp) -> ast.expr | None:
    """The operand that decides for the whole, or that may stay for all those that are neutral."""
    operands, _ = _decided(ask, module, node)
    return next((part for part in operands if lasts(ask, module, part)), operands[0] if operands else None)


def is_decided(ask: Evaluator, module: Module, test: ast.expr) -> bool:
    """Whether the flag settles the truth of ``test``."""
    value = ask.value(module, test)
    return settled(value) and truth(value) is not None


def _decided(ask: Evaluator, module: Module, node: ast.BoolOp) -> tuple[Sequence[ast.expr], bool]:
    """The operands that decide for the whole, or else the neutral ones, and whether one does decide."""
    decided = [value for value in node.values if is_decided(ask, module, value)]
    stops = [value for value in decided if ask.truth(module, value) is isinstance(node.op, ast.Or)]
    return stops or decided, bool(stops)


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
