"""``import xml.dom`` beside ``import xml.sax``, which bind one name, into which of them the reads of that name need."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding

Path = tuple[str, ...]


def shares_its_name(bindings: Sequence[Binding]) -> bool:
    """Whether several imports bind the name, each with a path of its own."""
    paths = [b.node.name for b in bindings if isinstance(b.node, ast.alias) and not b.node.asname]
    name = bindings[0].name
    same = all(path.split(".")[0] == name for path in paths) and any("." in path for path in paths)
    return len(bindings) == len(paths) > 1 and same


def needs(module: Module, loads: Iterable[ast.Name], alias: ast.alias) -> bool:
    """Whether one of the reads is of the module that ``alias`` imports, of something in it, or of all around it."""
    path = path_of(alias)
    return any(_common(path, chain) == min(len(path), len(chain)) for chain in (_chain(module, n) for n in loads))


def is_covered(module: Module, loads: Iterable[ast.Name], alias: ast.alias, others: Iterable[ast.alias]) -> bool:
    """Whether the other imports bring all the packages on the way to what is read that ``alias`` brings."""
    paths = [path_of(other) for other in others]
    chains = [_chain(module, load) for load in loads]
    return all(any(_common(p, c) >= _common(path_of(alias), c) for p in paths) for c in chains)


def path_of(alias: ast.alias) -> Path:
    """``xml.dom`` → its parts."""
    return tuple(alias.name.split("."))


def _chain(module: Module, load: ast.Name) -> Path:
    """``xml`` in ``xml.dom.Node`` → all three parts."""
    parts, node = [load.id], module.scopes.parents.get(load)
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = module.scopes.parents.get(node)
    return tuple(parts)


def _common(one: Path, other: Path) -> int:
    """How many parts both begin with."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same
