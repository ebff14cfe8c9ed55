"""One use as the parts of this room find it: the node, the item and what happens there."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from legacy_codemod.model import Item


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """``what`` completes "line 3 …"."""

    node: ast.AST
    item: Item
    what: str
