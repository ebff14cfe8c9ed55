"""Elements of ``all``/``any`` and filters of comprehensions that a flag settled into the splices that drop them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.displays import take_out_elements
from legacy_codemod.layout.spans import Span, after_filler, grouped
from legacy_codemod.layout.statements import comments_above
from legacy_codemod.layout.text import Text
from legacy_codemod.truth import settled, truth

Display = ast.List | ast.Tuple | ast.Set
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold


def fold_elements(fold: ExpressionFold, name: str, display: Display) -> None:
    """Drop elements that decide nothing: true ones of ``all``, false ones of ``any``."""
    stops = name == "any"
    gone = [
        index
        for index, element in enumerate(display.elts)
        if settled(fold.value(element))
        and truth(fold.value(element)) is (not stops)
        and fold.ask.pure(fold.module, element)
    ]
    if 0 < len(gone) < len(display.elts):
        why = fold.why(display.elts[gone[0]])
        fold.splices += take_out_elements(fold.module, display, gone, why)
    else:
        gone = []
    for index, element in enumerate(display.elts):
        if index not in gone:
            fold.fold(element, boolean=True)


def fold_filters(fold: ExpressionFold, node: Comprehension) -> None:
    """Drop filters that always hold."""
    for generator in node.generators:
        fold.fold(generator.iter)
        end = fold.module.span(generator.iter)[1]
        for test in generator.ifs:
            outer = grouped(fold.module.text, fold.module.span(test), (end, len(fold.module.text.text)))
            value = fold.value(test)
            if settled(value) and truth(value) and fold.ask.pure(fold.module, test):
                start = fold.module.text.text.rindex("if", end, outer[0])
                fold.replace(_with_its_line(fold.module.text, (start, outer[1]), end), "", value.why)
            else:
                fold.fold(test, boolean=True)
            end = outer[1]
    for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
        fold.fold(part)


def _with_its_line(text: Text, where: Span, low: int) -> Span:
    """``if FLAG`` with the white space before it, or with its line and the comments above, where it has one."""
    start, end = where
    line, bottom = text.line_of(start), text.line_of(end)
    if text.text[text.start(line) : start].strip():
        return len(text.text[:start].rstrip(" \t")), end
    rest = text.text[end : text.start(bottom + 1)].strip()
    top = comments_above(text, line, text.line_of(low))
    if not rest or rest.startswith("#"):
        return text.start(top), text.start(bottom + 1)
    following = after_filler(text, end)
    closes = text.text[following] in ")]}" and low == len(text.text[: text.start(top)].rstrip())
    return (low, following) if closes else (start, following)
