"""A column of a parametrized test into a file that is named by one of its rows: ``cassettes/test_run[True].json``."""

from __future__ import annotations

import ast

from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.rows import Table


def recording(world: World, test: Function, table: Table, name: str) -> str:
    """The path of such a file, which the test would not find without the column; empty where there is none."""
    cells = (row.get(name) for row in table.rows)
    said = tuple(str(cell.value) if isinstance(cell, ast.Constant) else "" for cell in cells)
    named = (path for path in world.tree.paths if f"{test.name}[" in path)
    return next((p for p in named if any(s in p.rpartition(f"{test.name}[")[2] for s in said)), "")
