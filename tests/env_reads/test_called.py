"""Reads are looked for only where something bears a name that reads may have, and none is missed by that."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from folding import Memory, text

from legacy_codemod.env_readers import Pattern, env_readers
from legacy_codemod.env_reads.called import bases
from legacy_codemod.env_reads.calls import env_read, every_read
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.index.world import World
from legacy_codemod.shapes import compile_shape
from legacy_codemod.tree import tree_of

CATALOGUE = sorted((Path(__file__).parents[2] / "codemods/env_readers").glob("*/*.py"))

RENAMED = {
    "the module": "import os as o\nA = o.getenv('A'), o.environ['B'], o.environ.get('C')",
    "what is imported": "from os import getenv as g, environ as e\nA = g('A'), e['B'], 'C' in e, e.get('D')",
    "a name for the mapping": "import os\nenv = os.environ\nA = env['A'], env.get('B'), 'C' in env",
    "a name for a name": "import os\nenv = os.environ\nother = env\nA = other['A'], other.get('B')",
    "a name for the method": "import os\nget = os.environ.get\nA = get('A'), get('B', '')",
    "a name that is annotated": "import os\nget: object = os.getenv\nA = get('A')",
    "a name in an expression": "import os\nif (get := os.getenv) and get('A'):\n    B = get('B')",
    "several names at once": "import os\nget = ask = os.getenv\nA = ask('A'), get('B')",
    "an object under another name": "import environ\nenv = environ.Env()\nother = env\nA = other('A'), env.int('C')",
    "a class under another name": "from environ import Env as Maker\nenv = Maker()\nA = env('A')",
    "an object that has no name": "import environ\nA = environ.Env()('A'), environ.Env().bool('B')",
}


def missed(sources: dict[str, str]) -> list[str]:
    world = World(tree_of(Memory({path: source.encode() for path, source in sources.items()})))
    found = {read.node for read in every_read(world)}
    modules = [module for path in sources if (module := world.module(path))]
    nodes = [(module, node) for module in modules for node in module.nodes if isinstance(node, ast.expr)]
    reads = {node for module, node in nodes if env_read(strict_matcher(world, module), node)}
    assert reads
    return [ast.unparse(node) for node in reads - found]


@pytest.mark.parametrize("source", RENAMED.values(), ids=RENAMED)
def test_no_read_is_missed_whatever_it_is_called(source: str) -> None:
    assert missed({"a.py": text(source)}) == []


@pytest.mark.parametrize(
    "path", [p for p in CATALOGUE if p.name != "untouched.py"], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_no_read_of_the_catalogue_is_missed(path: Path) -> None:
    world = World(tree_of(Memory({"a.py": path.read_bytes()})))
    module = world.module("a.py")
    assert module is not None
    asked = [node for node in module.nodes if isinstance(node, ast.expr)]
    found = {read.node for read in every_read(world)}
    assert {node for node in asked if env_read(strict_matcher(world, module), node)} == found


def test_objects_are_found_under_the_names_that_other_files_give_them() -> None:
    settings = "import environ\nenv = environ.Env()\n"
    assert missed({"settings.py": settings, "a.py": "from settings import env as ask\nA = ask('A')\n"}) == []


ASKING = [(r, p) for r in env_readers() for p in r.patterns if any(f"${name}" in p.source for name in r.objects)]


@pytest.mark.parametrize("pattern", [p for _, p in ASKING], ids=lambda p: p.source)
def test_each_pattern_of_the_catalogue_asks_its_object_in_front(pattern: Pattern) -> None:
    assert any(isinstance(base, ast.Name) for base in bases(compile_shape(pattern.source).tree))
