"""What a name may stand for where imports disagree, and that each of it counts as used there."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest
from folding import Memory

from legacy_codemod.index.alternatives import alternatives
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import uses
from legacy_codemod.index.world import World
from legacy_codemod.tree import tree_of

LIBRARIES = {"a.py": "ON = 1\n", "b.py": "ON = 2\n", "c.py": "from a import *\n", "p/__init__.py": "from a import ON\n"}
A, B = Symbol("a.py", "ON"), Symbol("b.py", "ON")
# the last line of a file reads the name → what it may be; None: anything
READS: Mapping[str, tuple[str, set[Symbol | None]]] = {
    "one import": ("from a import ON\nON\n", {A}),
    "two imports of one thing": ("try:\n    from a import ON\nexcept ImportError:\n    from p import ON\nON\n", {A}),
    "two imports of two things": (
        "try:\n    from a import ON\nexcept ImportError:\n    from b import ON\nON\n",
        {A, B},
    ),
    "two modules of one name": (
        "try:\n    import a as m\nexcept ImportError:\n    import b as m\nm.ON\n",
        {A, B},
    ),
    "a star": ("from a import *\nON\n", {A}),
    "a star of a star": ("from c import *\nON\n", {A}),
    "two stars": ("from a import *\nfrom b import *\nON\n", {A, B}),
    "a star of something else": ("from a import *\nfrom tkinter import *\nON\n", {A, None}),
    "an own name before a star": ("ON = 3\nfrom b import *\nON\n", {Symbol("app.py", "ON"), B}),
    "an own name behind a star": ("from b import *\nON = 3\nON\n", {Symbol("app.py", "ON")}),
}


@pytest.mark.parametrize(("code", "may_be"), READS.values(), ids=READS)
def test_each_thing_that_a_name_may_be_is_found_and_used(code: str, may_be: set[Symbol | None]) -> None:
    files = {**LIBRARIES, "app.py": code}
    world = World(tree_of(Memory({path: held.encode() for path, held in files.items()})))
    module = world.module("app.py")
    assert module is not None
    last = module.tree.body[-1]
    assert isinstance(last, ast.Expr)
    assert alternatives(world, module, last.value) == may_be
    for symbol in may_be - {None}:
        assert symbol is not None
        read = [use for use in uses(world, symbol) if use.path == "app.py" and use.line == last.lineno]
        assert read, f"{symbol} is not used"
