"""A settled condition that still acts into statements that act as it did: ``g() and OFF`` → ``g()``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.index.module import Module
from legacy_codemod.layout.precedence import binding_strength, needed_strength
from legacy_codemod.truth import Known, literal, settled, truth

Statements = tuple[str, ...]


def effects(ask: Evaluator, module: Module, test: ast.expr) -> Statements:
    """What ``test`` does before the flag decides it; nothing where that cannot be written as lines of their own."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return effects(ask, module, test.operand)
    if not settled(ask.value(module, test)):
        return ()
    if isinstance(test, ast.NamedExpr):
        return _assigned(ask, module, test)
    if test in ask.reads:
        acting = list(_acting(ask, module, test))
        sources = [statement(ask, module, part) for part in acting]
        return tuple(sources) if all(sources) else ()
    if isinstance(test, ast.IfExp) and settled(ask.value(module, test.test)) and ask.pure(module, test.test):
        return effects(ask, module, test.body if truth(ask.value(module, test.test)) else test.orelse)
    return _of_operands(ask, module, test) if isinstance(test, ast.BoolOp) else ()


def _assigned(ask: Evaluator, module: Module, node: ast.NamedExpr) -> Statements:
    """``use := FLAG`` → ``use = True``."""
    value = ask.value(module, node.value)
    text = literal(value.value) if isinstance(value, Known) and ask.pure(module, node.value) else None
    return (f"{module.source(node.target)} = {text}",) if text else ()


def statement(ask: Evaluator, module: Module, node: ast.expr) -> str:
    """``node`` as a statement; empty where it is no single line, or would be folded itself."""
    source = module.source(node)
    if len(source.splitlines()) > 1 or _holds_settled(ask, module, node):
        return ""
    return f"({source})" if isinstance(node, ast.NamedExpr) else source


def _acting(ask: Evaluator, module: Module, node: ast.AST) -> Iterator[ast.expr]:
    """The parts of a read that do something, in the order in which they do it; the flag's own calls do nothing."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, (ast.keyword, ast.Attribute)) or part in ask.settled_calls:
            yield from _acting(ask, module, part)
        elif isinstance(part, ast.expr) and not ask.pure(module, part):
            yield part.value if isinstance(part, ast.Starred) else part


def _of_operands(ask: Evaluator, module: Module, test: ast.BoolOp) -> Statements:
    """What settled operands do, then those that no flag decides, of which each is asked as the one before it says."""
    first: list[str] = []
    acting: list[ast.expr] = []
    for operand in test.values:
        value = ask.value(module, operand)
        known = truth(value) if settled(value) or isinstance(operand, ast.Constant) else None
        if known is None:
            acting.append(operand)
            continue
        if not ask.pure(module, operand):
            own = effects(ask, module, operand)
            if acting or not own:
                return ()
            first += own
        if known is isinstance(test.op, ast.Or):
            break
    if not acting:
        return tuple(first)
    joined = () if any(_holds_settled(ask, module, operand) for operand in acting) else _joined(module, test, acting)
    return (*first, *joined) if joined else ()


def _holds_settled(ask: Evaluator, module: Module, operand: ast.expr) -> bool:
    return any(isinstance(part, ast.expr) and settled(ask.value(module, part)) for part in ast.walk(operand))


def _joined(module: Module, test: ast.BoolOp, acting: list[ast.expr]) -> Statements:
    sources = []
    for operand in acting:
        source = module.source(operand)
        if len(source.splitlines()) > 1:
            return ()
        enough = binding_strength(operand) >= needed_strength(test, operand)
        sources.append(source if enough else f"({source})")
    return ((" or " if isinstance(test.op, ast.Or) else " and ").join(sources),)
