"""A syntax node into the nodes it holds, as `ast.iter_child_nodes` gives them but for operators and contexts.

Those are one shared object each, stand nowhere, and are nearly half of all nodes.
"""

from __future__ import annotations

import ast
from typing import Final

_NO_NODES: Final = frozenset(
    {"ctx", "op", "ops", "id", "attr", "arg", "asname", "module", "level", "kind", "type_comment", "conversion"}
)
# By type, the fields that may hold nodes; filled as types come up.
_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {ast.Constant: (), ast.Global: (), ast.Nonlocal: ()}


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes directly inside of ``node``, in the order of the source's grammar."""
    kind = type(node)
    fields = _FIELDS.get(kind)
    if fields is None:
        fields = _FIELDS[kind] = tuple(name for name in kind._fields if name not in _NO_NODES)
    found: list[ast.AST] = []
    for name in fields:
        held = getattr(node, name, None)
        if isinstance(held, list):
            found += [part for part in held if isinstance(part, ast.AST)]
        elif isinstance(held, ast.AST):
            found.append(held)
    return found


def walk(node: ast.AST) -> list[ast.AST]:
    """``node`` and all nodes in it, parents before children: `ast.walk` without operators and contexts."""
    found = [node]
    for each in found:  # it grows
        found += children(each)
    return found
