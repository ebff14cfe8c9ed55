"""Strings that may lead to a definition, and strings that only look like it."""

from __future__ import annotations

import pytest
from folding import Memory

from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.tree import tree_of

TOOL = b"def main():\n    pass\n\n\nclass Flags:\n    new = 1\n"

LEADS = {
    "the bare name": ("main", "main", True),
    "a path that ends in it": ("app.tool:main", "main", True),
    "an attribute of it behind its module": ("app.tool.main.delay", "main", True),
    "a member of the class": ("Flags.new", "Flags", True),
    "a file that has the function's name": ("main.py", "main", False),
    "a label that has the function's name": ("main:", "main", False),
    "a file that has the class's name": ("Flags.py", "Flags", False),
    "a path through something else": ("other.place.main", "main", False),
}


@pytest.mark.parametrize(("text", "name", "leads"), LEADS.values(), ids=LEADS)
def test_a_string_leads_to_a_definition(text: str, name: str, leads: bool) -> None:
    world = World(tree_of(Memory({"app/tool.py": TOOL, "run.py": f"start({text!r})\n".encode()})))
    found = [use for use in uses(world, Symbol("app/tool.py", name)) if use.how is How.STRING]
    assert bool(found) is leads
