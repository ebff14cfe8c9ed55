"""The splices of a file and a node that must stay as it is into those splices that leave it so."""

from __future__ import annotations

import ast
from dataclasses import replace

from legacy_codemod.draft import Pieces
from legacy_codemod.index.module import Module
from legacy_codemod.layout import splice
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice


def without(module: Module, piece: Pieces, node: ast.AST) -> Pieces:
    """What is left to do outside ``node``."""
    if isinstance(node, ast.Module):
        return replace(piece, splices=[], dedents=[])
    start, end = module.span(node)
    first, last = module.text.line_of(start), module.text.line_of(end - 1)
    inner = [d for d in piece.dedents if first < d.first <= last]  # its own header is never moved by one of these
    return replace(
        piece,
        splices=[s for s in piece.splices if not (s.start < end and start < s.end and not _holds(s, start, end))],
        dedents=[d for d in piece.dedents if d not in inner],
    )


def _holds(cut: Splice, start: int, end: int) -> bool:
    return cut.start <= start and end <= cut.end


def sparing(module: Module, piece: Pieces, node: ast.AST) -> Pieces:
    """What is left to do once nothing takes ``node``: the statements around it that go stay, or the whole condition."""
    if isinstance(node, ast.Module):
        return piece
    at = module.span(node)[0]
    cut = next((s for s in splice.outermost(piece.splices) if s.start <= at < s.end), None)
    if cut is None:
        return piece
    path = [part for part in (node, *module.scopes.ancestors(node)) if hasattr(part, "lineno")]
    held = [part for part in path if _holds(cut, *module.span(part))]
    if isinstance(held[-1], ast.stmt) and _takes_statements(module, cut, held[-1]):
        return replace(piece, splices=[s for s in piece.splices if not _holds(cut, s.start, s.end)])
    outer = path[len(held)]
    while _is_elif(module, outer):
        outer = module.scopes.parents[outer]
    return without(module, piece, outer)


def _takes_statements(module: Module, cut: Splice, node: ast.stmt) -> bool:
    """Whether ``cut`` takes whole statements out of the suite of ``node``, and nothing of what opens the suite."""
    parent = module.scopes.parents[node]
    suite = next(value for _, value in ast.iter_fields(parent) if isinstance(value, list) and node in value)
    first = next(start for start, end in map(module.span, suite) if _holds(cut, start, end))
    return after_filler(module.text, cut.start) >= first


def _is_elif(module: Module, node: ast.AST) -> bool:
    parent = module.scopes.parents.get(node)
    chained = isinstance(node, ast.If) and isinstance(parent, ast.If) and parent.orelse == [node]
    return chained and module.text.text.startswith("elif", module.span(node)[0])
