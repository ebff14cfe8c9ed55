"""Positions of ``ast`` nodes into offsets, and what stands between them."""

from __future__ import annotations

import ast
import re

from legacy_codemod.layout.text import Text

# Between two nodes stand only white space, line ends, continuations and comments, then punctuation or a keyword.
_FILLER = re.compile(r"(?:[ \t\f\r\n]|\\\r?\n|#[^\r\n]*)*")

Span = tuple[int, int]


def span(text: Text, node: ast.AST) -> Span:
    """Start and end offset of ``node``; decorators belong to what they decorate, parentheses do not."""
    start = text.offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]
    end = text.offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
    if decorators := getattr(node, "decorator_list", None):
        first = min(text.offset(d.lineno, d.col_offset) for d in decorators)
        start = min(start, text.text.rindex("@", 0, first))
    return start, end


def after_filler(text: Text, offset: int) -> int:
    """The first offset at or after ``offset`` that holds code."""
    match = _FILLER.match(text.text, offset)
    return match.end() if match else offset


def grouped(text: Text, inner: Span, bounds: Span) -> Span:
    """``inner`` with the parentheses around it, as far as they lie in ``bounds``.

    ``bounds`` must begin and end on code that can hold only grouping parentheses around ``inner``.
    """
    start, end = inner
    low, high = bounds
    opening = [i for i in _code_offsets(text, low, start) if text.text[i] == "("]
    while opening:
        closing = after_filler(text, end)
        if closing >= high or text.text[closing] != ")":
            break
        start, end = opening.pop(), closing + 1
    return start, end


def _code_offsets(text: Text, low: int, high: int) -> list[int]:
    offsets = []
    position = after_filler(text, low)
    while position < high:
        offsets.append(position)
        position = after_filler(text, position + 1)
    return offsets
