"""An environment's own value of a setting: it goes with the last read of the setting, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest
from folding import Memory

from legacy_codemod import plan
from legacy_codemod.model import ExprFlag, Inventory, Item, Place, Request
from legacy_codemod.tree import tree_of
from legacy_codemod.workspace import Workspace

FLAG = Item(ExprFlag("is_new()", True), Place("legacy-inventory.yaml", 1))
READ = "from app import settings\n\nx = new if is_new() {} settings.LIMIT else old\n"

LEFT = {
    "the only read went": ({"app/run.py": READ.format("or")}, ""),
    "one read is left on the edited line": ({"app/run.py": READ.format("and")}, "LIMIT = 2\n"),
    "one read is left in another file": (
        {"app/run.py": READ.format("or"), "app/other.py": "from app import settings\n\nshow(settings.LIMIT)\n"},
        "LIMIT = 2\n",
    ),
}


@pytest.mark.parametrize(("files", "left"), LEFT.values(), ids=LEFT)
def test_a_setting_of_one_environment(files: dict[str, str], left: str) -> None:
    settings = {"app/settings/__init__.py": "LIMIT = 1\n", "app/settings/local.py": "KEPT = 1\nLIMIT = 2\n"}
    tree = tree_of(Memory({path: text.encode() for path, text in {"app/__init__.py": "", **settings, **files}.items()}))
    made = plan.make(Workspace(Request(), Inventory("legacy-inventory.yaml", flags=(FLAG,)), tree, Path()))
    change = made.files.get("app/settings/local.py")
    after = change.after if change else settings["app/settings/local.py"].encode()
    assert after == f"KEPT = 1\n{left}".encode()
