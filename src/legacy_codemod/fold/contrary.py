"""``Feature.NEW in $F`` → ``Feature.NEW not in $F``, which is the contrary whatever the two are."""

from __future__ import annotations

import ast

from legacy_codemod.shapes import Shape

_CONTRARY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def contrary(shape: Shape) -> Shape | None:
    """The pattern of what is true exactly where ``shape`` is false; ``==`` and ``!=`` are each an object's own."""
    match shape.tree:
        case ast.Compare(left=left, ops=[op], comparators=comparators) if type(op) in _CONTRARY:
            return Shape(f"not {shape.source}", ast.Compare(left, [_CONTRARY[type(op)]()], comparators))
    return None
