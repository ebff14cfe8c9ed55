"""``[*([b] if FLAG else []), c]`` → ``[b, c]`` or ``[c]``: what is spread into its elements, if the flag chose it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legacy_codemod.displays import take_out_elements
from legacy_codemod.fold.parentheses import on_one_line, with_grouping
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.spans import Span
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold

Holder = ast.List | ast.Tuple | ast.Set | ast.Dict | ast.Call
_Display = ast.List | ast.Tuple | ast.Set | ast.Dict


@dataclass(frozen=True, slots=True)
class _Item:
    """One element, argument or pair of a holder; ``chosen`` is the display that it spreads, if the flag chose one."""

    span: Span
    parts: Sequence[ast.expr]
    chosen: _Display | None = None


def fold_spreads(fold: ExpressionFold, node: Holder) -> None:
    """Fold the items of ``node``: an empty display that is spread goes, another leaves its elements."""
    if isinstance(node, ast.Call):
        fold.fold(node.func)
    items = _items(fold, node)
    gone = [i for i, item in enumerate(items) if _is_empty(item)]
    if gone:
        fold.splices += _without(fold, node, items, gone)
    for index, item in enumerate(items):
        if index in gone:
            continue
        if item.chosen and _may_open(fold, node, item):
            _open(fold, item, item.chosen)
        else:
            for part in item.parts:
                fold.fold(part)


def _items(fold: ExpressionFold, node: Holder) -> list[_Item]:
    match node:
        case ast.Dict(keys=keys, values=values):
            return [_pair(fold, key, value) for key, value in zip(keys, values, strict=True)]
        case ast.Call(args=args, keywords=keywords):
            parts: list[ast.expr | ast.keyword] = sorted([*args, *keywords], key=fold.module.span)
        case _:
            parts = [*node.elts]
    return [_item(fold, part) for part in parts]


def _item(fold: ExpressionFold, part: ast.expr | ast.keyword) -> _Item:
    match part:
        case ast.keyword(value=value):
            return _Item(fold.module.span(part), [value], _chosen(fold, value) if part.arg is None else None)
        case ast.Starred(value=value):
            return _Item(fold.module.span(part), [value], _chosen(fold, value))
    return _Item(with_grouping(fold.module, part, fold.module.span(part)), [part])


def _pair(fold: ExpressionFold, key: ast.expr | None, value: ast.expr) -> _Item:
    start, end = with_grouping(fold.module, value, fold.module.span(value))
    if key is not None:
        return _Item((with_grouping(fold.module, key, fold.module.span(key))[0], end), [key, value])
    return _Item((fold.module.text.text.rindex("**", 0, start), end), [value], _chosen(fold, value))


def _chosen(fold: ExpressionFold, node: ast.expr) -> _Display | None:
    if (
        not isinstance(node, ast.IfExp)
        or not settled(fold.value(node.test))
        or not fold.ask.pure(fold.module, node.test)
    ):
        return None
    chosen = node.body if truth(fold.value(node.test)) else node.orelse
    return chosen if isinstance(chosen, _Display) else None


def _is_empty(item: _Item) -> bool:
    display = item.chosen
    return display is not None and not (display.values if isinstance(display, ast.Dict) else display.elts)


def _without(fold: ExpressionFold, node: Holder, items: Sequence[_Item], gone: list[int]) -> list[Splice]:
    test = next(part.test for part in items[gone[0]].parts if isinstance(part, ast.IfExp))
    why = fold.why(test)
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return take_out_elements(fold.module, node, gone, why)
    if len(gone) < len(items):
        return take_out(fold.module.text, [item.span for item in items], gone, why)
    opening = fold.module.text.text.rindex("{" if isinstance(node, ast.Dict) else "(", 0, items[0].span[0])
    return [Splice(opening + 1, fold.module.span(node)[1] - 1, "", why)]


def _may_open(fold: ExpressionFold, node: Holder, item: _Item) -> bool:
    """Whether the elements mean the same without the display around them, and nothing but them stands in it."""
    display = item.chosen
    if display is None or not on_one_line(fold.module, item.span) or all(map(_is_empty, _items(fold, display))):
        return False
    if isinstance(node, ast.Dict) or isinstance(display, ast.Dict):
        return isinstance(node, ast.Dict) and isinstance(display, ast.Dict)
    keywords = node.keywords if isinstance(node, ast.Call) else []
    ordered = all(fold.module.span(keyword) > item.span for keyword in keywords)
    plain = not any(isinstance(element, ast.NamedExpr) for element in display.elts)
    return ordered and plain and (isinstance(node, ast.Set) or not isinstance(display, ast.Set))


def _open(fold: ExpressionFold, item: _Item, display: _Display) -> None:
    inner = _items(fold, display)
    why = next(fold.why(part.test) for part in item.parts if isinstance(part, ast.IfExp))
    fold.replace((item.span[0], inner[0].span[0]), "", why)
    fold.replace((inner[-1].span[1], item.span[1]), "", why)
    fold_spreads(fold, display)
