"""A class into the places of the repository that make instances of it."""

from __future__ import annotations

import ast

from legacy_codemod.index.family import descendants
from legacy_codemod.index.resolve import Symbol, target
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test


def instances_of(world: World, owner: Symbol) -> list[tuple[str, ast.Call]]:
    """Each call outside the tests that makes an instance of ``owner``, or of a class that derives from it."""
    every = {owner, *descendants(world, owner)}
    found: list[tuple[str, ast.Call]] = []
    for path, _held in world.mentioning({one.last for one in every}):
        module = None if is_test(path) else world.module(path)
        for node in module.nodes if module else ():
            if isinstance(node, ast.Call) and module and target(world, module, node.func) in every:
                found.append((path, node))
    return found
