"""An expression and its place into the parentheses around it, and whether what is left there still needs them."""

from __future__ import annotations

import ast
import re

from legacy_codemod.index.module import Module
from legacy_codemod.layout.precedence import binding_strength, groups_only, needed_strength
from legacy_codemod.layout.spans import Span, after_filler, grouped


def with_grouping(module: Module, node: ast.expr, inner: Span) -> Span:
    """``inner``, which stands in the place of ``node``, with the grouping parentheses around it."""
    parent = module.scopes.parents[node]
    return grouped(module.text, inner, _bounds(module, parent, node)) if groups_only(parent) else inner


def parameter_span(module: Module, parameter: ast.arg, default: ast.expr | None) -> Span:
    """A parameter with its annotation and its default, and the parentheses around what comes last."""
    last = default if default is not None else parameter.annotation
    start, end = module.span(parameter)
    return start, with_grouping(module, last, module.span(last))[1] if last is not None else end


def _bounds(module: Module, parent: ast.AST, node: ast.AST) -> Span:
    """From the end of whatever of ``parent`` stands before ``node`` to the end of the file."""
    start, _ = module.span(node)
    if isinstance(parent, ast.FormattedValue):
        return len(module.text.text[:start].rstrip("( \t\f\r\n")), len(module.text.text)
    placed = parent
    while not hasattr(placed, "lineno"):  # `arguments`, a `with` item, a `case`, `for … in …`
        placed = module.scopes.parents[placed]
    low = module.span(placed)[0]
    for part in ast.walk(placed):
        if hasattr(part, "end_lineno") and (end := module.span(part)[1]) <= start:
            low = max(low, end)
    if isinstance(parent, ast.Call) and node is not parent.func:
        low = _past_own_parenthesis(module, parent, low)
    elif isinstance(parent, ast.ClassDef) and node not in parent.decorator_list:
        low = _past_bases(module, parent, low)
    return min(low, start), len(module.text.text)


def _past_bases(module: Module, node: ast.ClassDef, low: int) -> int:
    """Past the parenthesis that opens the bases of a class."""
    text = module.text
    ends = [module.span(part)[1] for part in getattr(node, "type_params", ())]
    name = max([text.offset(node.lineno, node.col_offset), *ends])
    return max(low, text.text.index("(", name) + 1)


def _past_own_parenthesis(module: Module, call: ast.Call, low: int) -> int:
    """A call's own parenthesis groups nothing: ``f((a))`` has one pair to drop."""
    callee = module.span(call.func)[1]
    if low > callee:
        return low
    position = after_filler(module.text, callee)
    while module.text.text[position] != "(":
        position = after_filler(module.text, position + 1)
    return position + 1


def may_stand_bare(module: Module, node: ast.expr, left: ast.expr) -> bool:
    """Whether ``left`` means the same without parentheses where ``node`` stands."""
    parent = module.scopes.parents[node]
    return groups_only(parent) and binding_strength(left) >= needed_strength(parent, node)


def on_one_line(module: Module, where: Span) -> bool:
    """Whether ``where`` begins and ends on the same line."""
    return module.text.line_of(where[0]) == module.text.line_of(where[1] - 1)


def stands_alone(source: str) -> bool:
    """Whether an expression needs no brackets around it for its line ends."""
    try:
        ast.parse(source, mode="eval")
    except SyntaxError:
        return False
    return True


def behind_comment(module: Module, where: Span) -> Span:
    """``where`` without the comment that it begins with, which is about what stands before it on the same line.

    Nothing may slip into the comment: where ``where`` does not end its own line, the line end stays too.
    """
    start, end = where
    after = _LINE_COMMENT.match(module.text.text, start)
    if not after or after.end() > end:
        return where
    if rest := _LINE_REST.match(module.text.text, end):
        return after.end(), rest.end()
    line = module.text.line_of(start) + 1
    return module.text.start(line) + len(module.text.indent(line)), end


_LINE_COMMENT = re.compile(r"[ \t\f]*#[^\r\n]*(?=[\r\n])")
_LINE_REST = re.compile(r"[ \t\f]*(?:#[^\r\n]*)?(?=[\r\n])")
