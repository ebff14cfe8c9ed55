"""A parametrized test into a file that is named by one of its rows: ``cassettes/test_run[True].json``."""

from __future__ import annotations

from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.functions import Function


def recording(world: World, test: Function) -> str:
    """The path of such a file, which the test would not find without its columns; empty where there is none."""
    return next((path for path in world.tree.paths if f"{test.name}[" in path), "")
