"""A name into whether it is asked of objects that are not known: then each member of that name is needed."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.reach import is_of_anything
from legacy_codemod.index.said import asks_for
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.world import World, is_python

_ENOUGH = 2  # files: one of them is not the one of the member


def is_asked_of_anything(world: World, name: str) -> bool:
    """Whether code other than tests asks such objects for the name.

    To find the members of ``name`` or ``get`` would mean to read most of a repository.
    """
    return is_common(world, name) or _is_asked_in(world, name, _that_may_ask(world, name))


def is_common(world: World, name: str, doomed: Collection[ast.AST] = ()) -> bool:
    """The same, as far as the files say that were read already, outside of ``doomed``."""
    return _is_asked_in(world, name, world.at_hand, doomed)


def _is_asked_in(world: World, name: str, modules: Iterable[Module], doomed: Collection[ast.AST] = ()) -> bool:
    found = 0
    for module in modules:
        found += (
            name in module.text.text and _asks(world, module, name, doomed) and not is_test_file(world, module.path)
        )
        if found == _ENOUGH:
            return True
    return False


def _asks(world: World, module: Module, name: str, doomed: Collection[ast.AST]) -> bool:
    return any(
        not _is_self(node.value)
        and is_of_anything(world, module, node)
        and not any(outer in doomed for outer in module.scopes.ancestors(node))
        for node in module.attributes.get(name, ())
    )


def _is_self(node: ast.expr) -> bool:
    """Of ``self`` the class is known, if not what it inherits."""
    return isinstance(node, ast.Name) and node.id == "self"


def _that_may_ask(world: World, name: str) -> Iterator[Module]:
    for path in filter(is_python, world.tree.holding(name)):
        module = world.module(path) if asks_for(world.tree.glance(path), name.encode()) else None
        if module is not None:
            yield module
