"""Tuples and f-strings as they are written into what is known of their values."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from legacy_codemod.fold.library import formatted
from legacy_codemod.index.module import Module
from legacy_codemod.truth import OPAQUE, Known, Truth, Value

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def display(ask: Evaluator, module: Module, elts: Sequence[ast.expr]) -> Value:
    """The tuple of known elements, or at least whether it is empty."""
    held = [ask.value(module, e) for e in elts]
    known = [v.value for v in held if isinstance(v, Known)]
    why = tuple(dict.fromkeys(w for v in held for w in v.why))
    if len(known) == len(held):
        return Known(tuple(known), why)
    return Truth(True) if elts and not any(isinstance(e, ast.Starred) for e in elts) else OPAQUE


def joined(ask: Evaluator, module: Module, values: Iterable[ast.expr]) -> Value:
    """The text of an f-string, where each of its parts is known."""
    pieces: list[str] = []
    why: list[str] = []
    for part in values:
        value = _piece(ask, module, part)
        if not isinstance(value, Known):
            return OPAQUE
        pieces.append(str(value.value))
        why.extend(value.why)
    return Known("".join(pieces), tuple(dict.fromkeys(why)))


def _piece(ask: Evaluator, module: Module, part: ast.expr) -> Value:
    if not isinstance(part, ast.FormattedValue):
        return ask.value(module, part)
    spec = joined(ask, module, part.format_spec.values) if isinstance(part.format_spec, ast.JoinedStr) else Known("")
    return formatted(ask.value(module, part.value), part.conversion, spec)
