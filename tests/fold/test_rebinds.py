"""Named flags that code sets at run time: where, and what is no such thing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from folding import Memory

from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.fold.rebinds import rebinds
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag, NameFlag
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
    "the module's own dictionary of names": (
        {"flags.py": 'ON = False\nglobals()["ON"] = True\n'},
        "flags.ON",
        ["flags.py:2"],
    ),
    "the module's dictionary, from outside": (
        {
            "flags.py": "ON = False\n",
            "app.py": 'import flags\n\nvars(flags)["ON"] = True\nflags.__dict__.update(ON=True)\n',
        },
        "flags.ON",
        ["app.py:3", "app.py:4"],
    ),
    "setattr with its name": (
        {"flags.py": "ON = False\n", "app.py": 'import flags\n\nsetattr(flags, "ON", True)\n'},
        "flags.ON",
        ["app.py:3"],
    ),
    "setattr on something else": (
        {
            "flags.py": "ON = False\n",
            "app.py": 'import flags\n\n\nclass A:\n    def run(self):\n        setattr(self, "ON", 1)\n',
        },
        "flags.ON",
        [],
    ),
    "a test that sets it": (
        {"flags.py": "ON = False\n", "tests/test_app.py": "import flags\n\nflags.ON = True\n"},
        "flags.ON",
        [],
    ),
}


VARIABLES: Mapping[str, tuple[str, list[str]]] = {
    "an assignment": ('os.environ["ON"] = "0"\n', ["app.py:3"]),
    "an assignment of the kept value": ('os.environ["ON"] = "1"\n', []),
    "an assignment of something": ('os.environ["ON"] = ask()\n', ["app.py:3"]),
    "a deletion": ('del os.environ["ON"]\n', ["app.py:3"]),
    "pop": ('os.environ.pop("ON", None)\n', ["app.py:3"]),
    "putenv": ('os.putenv("ON", "0")\n', ["app.py:3"]),
    "update by a dictionary": ('os.environ.update({"OTHER": "0", "ON": "0"})\n', ["app.py:3"]),
    "update by keyword": ('os.environ.update(ON="0")\n', ["app.py:3"]),
    "setdefault sets nothing that is set": ('os.environ.setdefault("ON", "0")\n', []),
    "a copy of the environment": ('env = dict(os.environ)\nenv["ON"] = "0"\n', []),
    "another variable": ('os.environ["OFF"] = "0"\n', []),
}


@pytest.mark.parametrize(("code", "places"), VARIABLES.values(), ids=VARIABLES)
def test_what_sets_a_variable_at_run_time_is_found(code: str, places: list[str]) -> None:
    files = {"app.py": f"import os\n\n{code}".encode(), "tests/test_app.py": b'import os\n\nos.environ["ON"] = "0"\n'}
    world = World(tree_of(Memory(files)))
    flag = compile_flag(world, EnvFlag("ON", "1"))
    assert flag is not None
    assert [str(refusal.place) for refusal in rebinds(world, flag)] == places


@pytest.mark.parametrize(("files", "name", "places"), SETS.values(), ids=SETS)
def test_what_sets_a_named_flag_at_run_time_is_found(files: Mapping[str, str], name: str, places: list[str]) -> None:
    world = World(tree_of(Memory({path: content.encode() for path, content in files.items()})))
    flag = compile_flag(world, NameFlag(name, True))
    assert flag is not None
    assert [str(refusal.place) for refusal in rebinds(world, flag)] == places
