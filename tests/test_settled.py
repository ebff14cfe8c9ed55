"""A plan whose result the same inventory would change again is not handed over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from real_git import GitFolder

from legacy_codemod import plan, workspace
from legacy_codemod.model import Plan, Request
from legacy_codemod.settled import unsettled
from legacy_codemod.workspace import Workspace

INVENTORY = 'version: 1\nflags:\n  - env: USE_X\n    value: "true"\nremove:\n  - name: old.gone\n'
FILES = {
    "legacy-inventory.yaml": INVENTORY,
    "app.py": "import os\n\nif os.environ.get('USE_X') == 'true':\n    print('new')\nelse:\n    print('old')\n",
    "old.py": "def gone():\n    return 1\n\n\ndef kept():\n    return 2\n\n\nprint(kept())\n",
}


def planned(root: Path) -> tuple[Workspace, Plan]:
    opened = workspace.open(Request(str(root)))
    return opened, plan.make(opened)


def test_a_whole_plan_leaves_nothing_to_do(repository: GitFolder) -> None:
    repository.commit(FILES)
    opened, made = planned(repository.root)
    assert len(made.files) == 2
    assert unsettled(opened, made) == ()


def test_what_half_a_plan_leaves_is_found(repository: GitFolder) -> None:
    repository.commit(FILES)
    opened, made = planned(repository.root)
    half = replace(made, changes=(replace(made.changes[0], files=()), made.changes[1]))
    (found,) = unsettled(opened, half)
    assert str(found.place) == "app.py:1"
    assert found.reason == 'a second run would change this file again: flag USE_X = "true"'


def test_a_refused_item_that_could_be_done_next_time_is_no_fault(repository: GitFolder) -> None:
    """The caller goes after what it calls: in this order the first is refused, and would not be the next time."""
    caller = "from old import gone\n\n\ndef call():\n    return gone() + 1\n"
    inventory = "version: 1\nremove:\n  - name: old.gone\n  - path: caller.py\n"
    repository.commit(FILES | {"caller.py": caller, "legacy-inventory.yaml": inventory})
    opened, made = planned(repository.root)
    assert [bool(change.refusals) for change in made.changes] == [True, False]
    assert unsettled(opened, made) == ()
