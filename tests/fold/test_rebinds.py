"""Named flags that code sets at run time: where, and what is no such thing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from folding import Memory

from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.fold.rebinds import rebinds
from legacy_codemod.index.world import World
from legacy_codemod.model import NameFlag
from legacy_codemod.tree import tree_of

CLASS = "class Admin:\n    failed = False\n\n    def {}(self):\n        {} = True\n"

SETS: Mapping[str, tuple[Mapping[str, str], str, list[str]]] = {
    "a method that sets the class attribute on its instance": (
        {"app.py": CLASS.format("save", "self.failed")},
        "app.Admin.failed",
        ["app.py:5"],
    ),
    "an instance that gets its value while it is made": (
        {"app.py": CLASS.format("__init__", "self.failed")},
        "app.Admin.failed",
        [],
    ),
    "another object's attribute of the same name": (
        {"app.py": CLASS.format("save", "self.other.failed")},
        "app.Admin.failed",
        [],
    ),
    "a global statement": (
        {"flags.py": "ON = False\n\n\ndef turn():\n    global ON\n    ON = True\n"},
        "flags.ON",
        ["flags.py:5"],
    ),
    "an assignment through the module": (
        {"flags.py": "ON = False\n", "app.py": "import flags\n\nflags.ON = True\n"},
        "flags.ON",
        ["app.py:3"],
    ),
    "a test that sets it": (
        {"flags.py": "ON = False\n", "tests/test_app.py": "import flags\n\nflags.ON = True\n"},
        "flags.ON",
        [],
    ),
}


@pytest.mark.parametrize(("files", "name", "places"), SETS.values(), ids=SETS)
def test_what_sets_a_named_flag_at_run_time_is_found(files: Mapping[str, str], name: str, places: list[str]) -> None:
    world = World(tree_of(Memory({path: content.encode() for path, content in files.items()})))
    flag = compile_flag(world, NameFlag(name, True))
    assert flag is not None
    assert [str(refusal.place) for refusal in rebinds(world, flag)] == places
