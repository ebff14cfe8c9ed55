"""Operators, comparisons and ``… if … else …`` into what Python would give for what is known of their operands."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold import calls
from legacy_codemod.fold.literals import display
from legacy_codemod.fold.lookups import membership
from legacy_codemod.index.module import Module
from legacy_codemod.truth import OPAQUE, Known, Truth, Value, because, binary, compare, same, settled, truth, unary

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def bool_op(ask: Evaluator, module: Module, node: ast.BoolOp) -> Value:
    """The operand Python would give, or at least its truth.

    ``a or TRUE`` is true whatever ``a`` is, though its value may be ``a``'s; what stands behind is never asked.
    """
    stops = isinstance(node.op, ast.Or)
    operands = node.values
    values = [ask.value(module, operand) for operand in operands]
    unknown = False
    why: tuple[str, ...] = ()
    for index, value in enumerate(values):
        known = truth(value) if ask.counts(operands[index], value) else None
        if known is None:
            unknown = True
            continue
        if known is stops:
            ask.never_asked.update(operands[index + 1 :])
            return Truth(stops, value.why) if unknown else because(value, *why)
        why = (*why, *value.why)
        if index == len(values) - 1 and not unknown:
            return because(value, *why) if all(map(_is_ours, operands, values)) else OPAQUE
    return OPAQUE


def _is_ours(operand: ast.expr, value: Value) -> bool:
    """Whether the flag decided an operand, or nobody can: ``DEBUG`` beside it is a constant, and not this flag."""
    return settled(value) or not any(isinstance(n, (ast.Name, ast.Attribute)) for n in ast.walk(operand))


def comparison(ask: Evaluator, module: Module, node: ast.Compare) -> Value:
    """What a comparison gives, chained ones link by link up to the first that is false."""
    why: tuple[str, ...] = ()
    result: Value = OPAQUE
    for op, left, right in zip(node.ops, (node.left, *node.comparators), node.comparators, strict=False):
        result = _compared(ask, module, op, (left, right))
        known = truth(result)
        if known is None:
            return OPAQUE
        why = (*why, *result.why)
        if not known:
            break
    return because(result, *why)


def _compared(ask: Evaluator, module: Module, op: ast.cmpop, operands: tuple[ast.expr, ast.expr]) -> Value:
    left, right = _operand(ask, module, operands[0]), operands[1]
    if isinstance(op, (ast.In, ast.NotIn)):
        found = membership(ask, module, left, right)
        if found is not None:
            return found if isinstance(op, ast.In) else unary(ast.Not(), found)
    return compare(op, left, _operand(ask, module, right))


def _operand(ask: Evaluator, module: Module, node: ast.expr) -> Value:
    return display(ask, module, node.elts) if isinstance(node, ast.Tuple) else ask.value(module, node)


def conditional(ask: Evaluator, module: Module, node: ast.IfExp) -> Value:
    """The branch that the test takes, or what both branches agree on; the other one is never asked."""
    known = ask.value(module, node.test)
    chosen = truth(known)
    if chosen is None:
        return _same(ask.value(module, node.body), ask.value(module, node.orelse))
    taken, other = (node.body, node.orelse) if chosen else (node.orelse, node.body)
    ask.never_asked.add(other)
    given = ask.value(module, taken)
    return because(given, *known.why) if ask.counts(taken, given) else OPAQUE


def _same(left: Value, right: Value) -> Value:
    if isinstance(left, Known) and isinstance(right, Known):
        return because(left, *right.why) if same(left.value, right.value) else _same_truth(left, right)
    return _same_truth(left, right)


def _same_truth(left: Value, right: Value) -> Value:
    known = truth(left)
    return Truth(known, (*left.why, *right.why)) if known is not None and known is truth(right) else OPAQUE


def arithmetic(ask: Evaluator, module: Module, node: ast.BinOp) -> Value:
    """What an operator gives; ``int(…) % 100`` is a bucket, from 0 up to the modulus whatever is hashed."""
    held = calls.bucket(ask, module, node) if isinstance(node.op, ast.Mod) else None
    return held or binary(node.op, ask.value(module, node.left), ask.value(module, node.right))
