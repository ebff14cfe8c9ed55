"""``and`` and ``or`` with settled operands into those that are left."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold.parentheses import behind_comment
from legacy_codemod.layout.spans import Span, grouped
from legacy_codemod.truth import Why, settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold


def fold_operands(fold: ExpressionFold, node: ast.BoolOp, *, boolean: bool) -> None:
    """Drop what the flag decides: neutral operands, and those that are never asked."""
    stops = isinstance(node.op, ast.Or)
    values = list(node.values)
    kept = list(values)
    for index, operand in enumerate(values):
        known = truth(fold.value(operand)) if settled(fold.value(operand)) else None
        if known is None:
            continue
        if known is stops:  # what comes after is never asked
            kept = [k for k in kept if values.index(k) <= index]
            break
        last = index == len(values) - 1
        if fold.ask.pure(fold.module, operand) and (boolean or not last):
            kept.remove(operand)
    if not kept:
        kept = values[-1:]
    _keep_operands(fold, node, kept)
    for operand in kept:
        fold.fold(operand, boolean=boolean)


def _keep_operands(fold: ExpressionFold, node: ast.BoolOp, kept: list[ast.expr]) -> None:
    values = list(node.values)
    if len(kept) == len(values):
        return
    spans = [_operand_span(fold, node, v) for v in values]
    gone = [i for i, v in enumerate(values) if v not in kept]
    why = tuple(dict.fromkeys(w for i in gone for w in fold.why(values[i]))) or tuple(
        w for v in kept for w in fold.why(v)
    )
    if len(kept) == 1:
        fold.keep_part(node, kept[0], spans[values.index(kept[0])], why)
        return
    for index in gone:
        later = [i for i in range(index + 1, len(values)) if i not in gone]
        earlier = [i for i in range(index) if i not in gone]
        if index:
            _comments_between(fold, spans[index - 1][1], spans[index][0], why)
        if later:
            fold.replace((spans[index][0], spans[index + 1][0]), "", why)
        elif earlier:
            fold.replace(behind_comment(fold.module, (spans[index - 1][1], spans[index][1])), "", why)


def _comments_between(fold: ExpressionFold, low: int, high: int, why: Why) -> None:
    """Comments on lines of their own above an operand that goes."""
    text = fold.module.text
    for line in range(text.line_of(low) + 1, text.line_of(high)):
        if text.is_comment(line):
            fold.replace((text.start(line), text.start(line + 1)), "", why)


def _operand_span(fold: ExpressionFold, node: ast.BoolOp, operand: ast.expr) -> Span:
    low, high = fold.module.span(node)
    index = node.values.index(operand)
    start = fold.module.span(node.values[index - 1])[1] if index else low
    return grouped(fold.module.text, fold.module.span(operand), (start, high))
