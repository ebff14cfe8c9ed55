"""What a reviewer keeps → what the plan then does, and what it says of the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folding import Memory
from planning import drawn, left

from legacy_codemod import plan
from legacy_codemod.model import Decision, Inventory, Plan, Request
from legacy_codemod.settled import unsettled
from legacy_codemod.tree import tree_of
from legacy_codemod.verify import prove
from legacy_codemod.workspace import Workspace

FLAG = """
    ? flag USE_NEW=true
    ? remove app.old.legacy -> 0
    @ app/__init__.py
    @ app/run.py
      import os
      from app.old import legacy
      from app.new import new
      def run():
          if os.environ["USE_NEW"] == "true":
              try:
                  return new()
              except OSError:
                  return legacy()
          return legacy()
    @ app/other.py
      import os
      from app.used import helper
      def other():
          if os.environ["USE_NEW"] == "true":
              return 1
          return helper()
    @ app/used.py
      def helper():
          return 2
    @ app/old.py
      def legacy():
          return 3
    @ app/new.py
      def new():
          return 4
    @ tests/test_old.py
      from app.old import legacy
      def test_legacy():
          assert legacy() == 3
"""
USE_NEW, LEGACY = 'flag USE_NEW = "true"', "remove app.old.legacy"


def decided(drawing: str, *kept: tuple[str, str]) -> Plan:
    """The plan of a drawing under decisions, each an item's title and a path or nothing; its end compiles and stays."""
    story = drawn(drawing)
    told = Inventory("legacy-inventory.yaml", **{section: tuple(items) for section, items in story.items.items()})
    places = {item.title: str(item.place) for item in (*told.flags, *told.remove)}
    tree = tree_of(Memory({path: content.encode() for path, content in story.before.items()}))
    decisions = tuple(Decision(title, places[title], path) for title, path in kept)
    workspace = replace(Workspace(Request(), told, tree, Path()), decisions=decisions)
    made = plan.make(workspace)
    assert prove(made).problems == ()
    assert unsettled(workspace, made) == ()
    return made


def changed(made: Plan) -> dict[str, list[str]]:
    """The files that each item changes."""
    return {change.item.title: [file.path for file in change.files] for change in made.changes if change.files}


def said(made: Plan) -> list[str]:
    """Everything that is told of decisions."""
    findings = [*made.findings, *(found for change in made.changes for found in change.findings)]
    return [f"{found.place}: {found.reason}" for found in findings if "kept by decision" in found.reason]


def test_what_a_decision_keeps_is_not_said_to_be_under_keep() -> None:
    made = decided(FLAG, (USE_NEW, "app/other.py"))
    told = [f"{found.place}: {found.reason}" for change in made.changes for found in change.findings]
    assert "app/other.py:4: reads the flag and is kept by decision, so the read stays" in told
    assert not [reason for reason in told if "KEEP" in reason]


def test_what_the_inventory_keeps_is_still_said_to_be_under_keep() -> None:
    made = decided(FLAG + "    ? keep app/other.py\n", (USE_NEW, "app/used.py"))
    told = [f"{found.place}: {found.reason}" for change in made.changes for found in change.findings]
    assert "app/other.py:4: reads the flag and is under KEEP, so the read stays" in told


def test_without_decisions_everything_is_done() -> None:
    made = decided(FLAG)
    assert changed(made)[USE_NEW] == ["app/other.py", "app/run.py", "app/used.py"]
    assert changed(made)[LEGACY] == ["app/old.py", "app/run.py", "tests/test_old.py"]
    assert said(made) == []


def test_an_item_that_is_left_out_is_not_done_and_a_removal_that_counts_on_it_waits() -> None:
    made = decided(FLAG, (USE_NEW, ""))
    assert changed(made) == {}
    assert f"legacy-inventory.yaml:1: kept by decision: {USE_NEW} is not done: it is left out" in said(made)
    assert (
        f"legacy-inventory.yaml:2: kept by decision: not done: {USE_NEW} is not folded everywhere, "
        "and the old path is in use" in said(made)
    )
    assert not made.refused


def test_a_file_that_is_kept_stays_and_so_does_what_it_uses() -> None:
    made = decided(FLAG, (USE_NEW, "app/other.py"))
    assert changed(made) == {USE_NEW: ["app/run.py"]}
    assert "app/other.py:1: kept by decision: this item changes nothing in this file" in said(made)
    assert any(each.startswith("app/used.py:1: kept by decision: without it, this goes (") for each in said(made))


def test_a_file_that_is_kept_from_one_item_may_be_changed_by_another() -> None:
    made = decided(FLAG, (LEGACY, "app/run.py"))
    assert changed(made) == {USE_NEW: ["app/other.py", "app/run.py", "app/used.py"]}
    assert not made.refused
    assert any("so nothing of this item is done: code kept by decision uses it" in each for each in said(made))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("tests/test_old.py", "tests/test_old.py stays, and a test needs the code that it was written for"),
        ("app/old.py", "app/old.py stays, and legacy is defined there"),
    ],
    ids=["a kept test keeps the item", "a kept definition keeps the item"],
)
def test_what_cannot_be_kept_in_part_keeps_the_item(path: str, why: str) -> None:
    made = decided(FLAG, (LEGACY, path))
    assert LEGACY not in changed(made)
    assert f"legacy-inventory.yaml:2: kept by decision: {LEGACY} is not done: {why}" in said(made)


PAIR = """
    ? flag USE_NEW=true
    ? flag SHARE=100
    ? flag LOUD=true
    @ app.py
      import os
      def is_new():
          if os.environ.get("USE_NEW") == "true":
              return True
          return os.environ.get("SHARE") == "100"
      def say(text):
          return text.upper() if os.environ.get("LOUD") == "true" else text
"""


def test_flags_that_decide_together_stay_together() -> None:
    made = decided(PAIR, (USE_NEW, ""))
    assert [change.item.title for change in made.changes if change.files] == ['flag LOUD = "true"']
    assert (
        f"legacy-inventory.yaml:2: kept by decision: not done: it decides together with {USE_NEW} in is_new (app.py)"
        in said(made)
    )


FOLDER = """
    ? path app/old/
    @ app/__init__.py
    @ app/old/__init__.py
    @ app/old/one.py
      X = 1
    @ app/old/two.py
      from app.old.three import Y
      Z = Y
    @ app/old/three.py
      Y = 1
"""


@pytest.mark.parametrize(
    "kept",
    [
        ["app/old/one.py"],
        ["app/old/two.py"],
        ["app/old/__init__.py", "app/old/one.py", "app/old/two.py", "app/old/three.py"],
    ],
    ids=["its package is needed", "what it imports is needed", "nothing is left to go"],
)
def test_a_kept_file_of_a_folder_that_goes_keeps_what_it_needs(kept: list[str]) -> None:
    made = decided(FOLDER, *(("remove app/old/", path) for path in kept))
    story = drawn(FOLDER)
    rest = left(story.before, made)
    assert set(kept) <= rest.keys()
    assert {path: rest[path] for path in kept} == {path: story.before[path] for path in kept}
    assert "app/old/two.py" not in kept or "app/old/three.py" in rest
    assert said(made)
