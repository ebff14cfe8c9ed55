"""Elements of ``all``/``any`` and filters of comprehensions that a flag settled into the splices that drop them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold.parentheses import with_grouping
from legacy_codemod.layout.commas import after_comma
from legacy_codemod.layout.spans import grouped
from legacy_codemod.truth import settled, truth

Display = ast.List | ast.Tuple | ast.Set
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold


def fold_elements(fold: ExpressionFold, name: str, display: Display) -> None:
    """Drop elements that decide nothing: true ones of ``all``, false ones of ``any``."""
    stops = name == "any"
    gone = [
        e
        for e in display.elts
        if settled(fold.value(e)) and truth(fold.value(e)) is (not stops) and fold.ask.pure(fold.module, e)
    ]
    for element in display.elts:
        if element in gone and len(gone) < len(display.elts):
            _drop_element(fold, display, element, gone)
        else:
            fold.fold(element, boolean=True)


def _drop_element(fold: ExpressionFold, display: Display, element: ast.expr, gone: list[ast.expr]) -> None:
    spans = [with_grouping(fold.module, e, fold.module.span(e)) for e in display.elts]
    index = display.elts.index(element)
    left = [i for i, e in enumerate(display.elts) if e not in gone]
    lonely = isinstance(display, ast.Tuple) and len(left) == 1  # one element makes a tuple only with its comma
    why = fold.why(element)
    if left[-1] > index:
        fold.replace((spans[index][0], spans[index + 1][0]), "", why)
    else:
        comma = "," if lonely and index == left[-1] + 1 else ""
        fold.replace((spans[index - 1][1], spans[index][1]), comma, why)
    end = spans[left[0]][1]
    if lonely and left[0] == len(spans) - 1 and after_comma(fold.module.text, end) == end:
        fold.replace((end, end), ",", why)


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
                fold.replace((_before(fold, start), outer[1]), "", value.why)
            else:
                fold.fold(test, boolean=True)
            end = outer[1]
    for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
        fold.fold(part)


def _before(fold: ExpressionFold, offset: int) -> int:
    while offset and fold.module.text.text[offset - 1] in " \t":
        offset -= 1
    return offset
