"""A settled condition that still acts into the statement that acts as it did: ``g() and OFF`` → ``g()``."""

from __future__ import annotations

import ast

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.index.module import Module
from legacy_codemod.layout.precedence import binding_strength, needed_strength
from legacy_codemod.truth import settled, truth


def effect(ask: Evaluator, module: Module, test: ast.expr) -> str:
    """The source of what ``test`` does before the flag decides it; empty where that cannot be written on one line."""
    if not isinstance(test, ast.BoolOp) or not settled(ask.value(module, test)):
        return ""
    acting: list[ast.expr] = []
    for operand in test.values:
        value = ask.value(module, operand)
        known = truth(value) if settled(value) else None
        if known is None:
            acting.append(operand)
        elif not ask.pure(module, operand):
            return ""
        elif known is isinstance(test.op, ast.Or):
            break
    if any(_holds_settled(ask, module, operand) for operand in acting):
        return ""
    return _joined(module, test, acting)


def _holds_settled(ask: Evaluator, module: Module, operand: ast.expr) -> bool:
    return any(isinstance(part, ast.expr) and settled(ask.value(module, part)) for part in ast.walk(operand))


def _joined(module: Module, test: ast.BoolOp, acting: list[ast.expr]) -> str:
    sources = []
    for operand in acting:
        source = module.source(operand)
        if "\n" in source or "\r" in source:
            return ""
        enough = binding_strength(operand) >= needed_strength(test, operand)
        sources.append(source if enough else f"({source})")
    return (" or " if isinstance(test.op, ast.Or) else " and ").join(sources)
