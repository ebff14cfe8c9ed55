"""Elements of a display, and arguments of a call, into the splices that take them out."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.spans import Span, after_filler, grouped
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why


def take_out_elements(
    module: Module, display: ast.List | ast.Tuple | ast.Set, indexes: list[int], why: Why
) -> list[Splice]:
    """Remove elements of a display; a tuple left with one keeps the comma that makes it a tuple."""
    spans = _element_spans(module, display)
    if len(indexes) == len(spans):
        start, end = module.span(display)
        bracketed = module.text.text[start] in "[({" and not isinstance(display, ast.Set)
        empty = "set()" if isinstance(display, ast.Set) else "()"  # `{}` is a dict
        return [Splice(start + 1, end - 1, "", why) if bracketed else Splice(start, end, empty, why)]
    splices = take_out(module.text, spans, indexes, why)
    left = [i for i in range(len(spans)) if i not in indexes]
    if isinstance(display, ast.Tuple) and len(left) == 1 and left[0] == len(spans) - 1:
        comma = after_filler(module.text, spans[-1][1])
        if module.text.text[comma : comma + 1] != ",":
            splices.append(Splice(spans[-1][1], spans[-1][1], ",", why))
    elif isinstance(display, ast.Tuple) and len(left) == 1 and len(indexes) == len(spans) - 1:
        comma = after_filler(module.text, spans[-1][1])
        if module.text.text[comma : comma + 1] != "," or splices[-1].end <= spans[-1][1]:
            splices = _keep_comma(module, spans[left[0]][1], splices)
    return splices


def _keep_comma(module: Module, end: int, splices: list[Splice]) -> list[Splice]:
    comma = after_filler(module.text, end)
    return [Splice(comma + 1, s.end, s.text, s.why) if s.start == end else s for s in splices]


def _element_spans(module: Module, display: ast.List | ast.Tuple | ast.Set) -> list[Span]:
    """Each element with the parentheses around it."""
    start, end = module.span(display)
    low = start + (module.text.text[start] in "([{" and module.span(display.elts[0])[0] > start)
    spans = []
    for element in display.elts:
        spans.append(grouped(module.text, module.span(element), (low, end)))
        low = spans[-1][1]
    return spans


def take_out_parts(module: Module, holder: ast.Call | ast.Dict, indexes: list[int], why: Why) -> list[Splice]:
    """Remove entries of a dict display, or arguments of a call; their order is that of the text."""
    spans = _pair_spans(module, holder) if isinstance(holder, ast.Dict) else _argument_spans(module, holder)
    if len(indexes) < len(spans):
        return take_out(module.text, spans, indexes, why)
    return [Splice(_opening(module, holder) + 1, module.span(holder)[1] - 1, "", why)]


def _opening(module: Module, holder: ast.Call | ast.Dict) -> int:
    """Where the bracket stands that opens a display or the arguments of a call."""
    if isinstance(holder, ast.Dict):
        return module.span(holder)[0]
    position = after_filler(module.text, module.span(holder.func)[1])
    while module.text.text[position] == ")":  # `(f)(x)`
        position = after_filler(module.text, position + 1)
    return position


def _pair_spans(module: Module, display: ast.Dict) -> list[Span]:
    start, end = module.span(display)
    low, spans = start + 1, []
    for key, value in zip(display.keys, display.values, strict=True):
        inner = module.span(value)
        if key is None:  # `**others`
            first, between = (at := module.text.text.rindex("**", low, inner[0])), at + 2
        else:
            first, between = grouped(module.text, module.span(key), (low, inner[0]))
        low = grouped(module.text, inner, (between, end))[1]
        spans.append((first, low))
    return spans


def _argument_spans(module: Module, call: ast.Call) -> list[Span]:
    return [module.span(node) for node in (*call.args, *call.keywords)]
