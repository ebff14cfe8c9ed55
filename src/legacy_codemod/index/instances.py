"""A class into the places of the repository that make instances of it."""

from __future__ import annotations

import ast

from legacy_codemod.index.family import descendants
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test


def instances_of(world: World, owner: Symbol) -> list[tuple[str, ast.Call]]:
    """Each call outside the tests that makes an instance of ``owner``, or of a class that derives from it."""
    every = {owner, *descendants(world, owner)}
    return [
        (path, node)
        for path, _held in world.mentioning({one.last for one in every})
        if not is_test(path) and (module := world.module(path))
        for node in module.nodes
        if isinstance(node, ast.Call) and target(world, module, node.func) in every
    ]
