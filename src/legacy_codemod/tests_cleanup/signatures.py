"""Parameters and decorators of a test into the splices that take them out."""

from __future__ import annotations

import ast
from collections.abc import Collection

from legacy_codemod.fold.parentheses import parameter_span
from legacy_codemod.index.module import Module
from legacy_codemod.layout.commas import after_comma, take_out
from legacy_codemod.layout.spans import Span, after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.truth import Why


def take_parameters(module: Module, function: Function, gone: Collection[ast.arg], why: Why) -> list[Splice] | None:
    """Remove plain parameters; ``None`` where a star or slash stands right behind one of them."""
    arguments = function.args
    spans = _spans(module, arguments)
    indexes = [i for i, a in enumerate(arguments.args) if a in gone]
    marked = bool(arguments.posonlyargs or arguments.vararg or arguments.kwonlyargs or arguments.kwarg)
    if len(indexes) < len(gone) or (marked and len(spans) - 1 in indexes):
        return None
    if len(indexes) < len(spans):
        return take_out(module.text, spans, indexes, why)
    opening = module.text.text.rindex("(", 0, spans[0][0])
    return [Splice(opening + 1, after_filler(module.text, _after(module, spans[-1])), "", why)]


def _after(module: Module, last: Span) -> int:
    comma = after_comma(module.text, last[1])
    return comma + 1 if comma != last[1] or module.text.text[comma] == "," else last[1]


def _spans(module: Module, arguments: ast.arguments) -> list[Span]:
    """Each parameter with its default."""
    without = len(arguments.args) - len(arguments.defaults)
    return [
        parameter_span(module, each, None if index < without else arguments.defaults[index - without])
        for index, each in enumerate(arguments.args)
    ]


def take_decorator(module: Module, decorator: ast.expr, why: Why) -> Splice:
    """Remove a decorator with its line."""
    start, end = module.span(decorator)
    at = module.text.text.rindex("@", 0, start)
    line = module.text.line_of(end - 1)
    return Splice(module.text.start(module.text.line_of(at)), module.text.start(line + 1), "", why)
