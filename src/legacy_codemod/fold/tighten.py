"""Parentheses around several lines, of which the flag left one, into that line without them, where it fits.

::

    if (                     if ready:
        FLAG
        and ready
    ):
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from legacy_codemod.fold.parentheses import with_grouping
from legacy_codemod.index.module import Module
from legacy_codemod.layout import splice
from legacy_codemod.layout.joining import fits, joined
from legacy_codemod.layout.precedence import binding_strength, groups_only, needed_strength
from legacy_codemod.layout.spans import Span
from legacy_codemod.layout.splice import Splice


def tightened(module: Module, splices: Sequence[Splice]) -> list[Splice]:
    """The splices, with one in the place of all those that cut a condition which then fits on its line."""
    left = list(splice.outermost(splices))
    for node, where in _cut(module, left):
        inside = [s for s in left if s.start < where[1] and where[0] < s.end]
        if all(where[0] < s.start and s.end < where[1] for s in inside) and (
            line := _on_its_line(module, (node, where), inside)
        ):
            left = [s for s in left if s not in inside]
            left.append(Splice(*where, line, inside[0].why))
    return left


def _cut(module: Module, splices: Sequence[Splice]) -> Iterator[tuple[ast.expr, Span]]:
    """Conditions in parentheses over several lines in which a splice lies, the widest first."""
    for node in module.nodes:
        if isinstance(node, (ast.BoolOp, ast.IfExp)) and node.end_lineno:
            where = with_grouping(module, node, module.span(node))
            own = where != module.span(node) and module.text.line_of(where[0]) < module.text.line_of(where[1] - 1)
            if own and any(where[0] < s.start and s.end < where[1] for s in splices):
                yield node, where


def _on_its_line(module: Module, place: tuple[ast.expr, Span], inside: Sequence[Splice]) -> str:
    """What is left of the condition, if that is one line and fits with what stands around it; else empty."""
    (node, (start, end)), text = place, module.text
    content, position = "", start
    for one in inside:
        content += text.text[position : one.start] + one.text
        position = one.end
    content += text.text[position:end]
    bare = content[1:-1].strip() if content[:1] == "(" and content[-1:] == ")" else ""
    if not bare or joined(bare) != bare or "\n" in bare:
        return ""
    left = ast.parse(bare, mode="eval").body
    parent = module.scopes.parents[node]
    if not groups_only(parent) or binding_strength(left) < needed_strength(parent, node):
        return ""
    before = text.text[text.start(text.line_of(start)) : start]
    after = text.text[end : text.start(text.line_of(end) + 1)].rstrip("\r\n")
    return bare if fits(text, before + bare + after) else ""
