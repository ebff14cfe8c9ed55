"""`codemod apply` and the verify commands: which item broke one, and the branch without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import refs, repository
from test_apply import SKIP, shown

Codemod = Callable[..., Said]
BRANCH = "codemod/retire-use-a"
INVENTORY = """\
version: 1
flags:
  - env: USE_A
    value: "true"
  - env: USE_B
    value: "true"
remove:
  - path: notes.md
  - name: old.gone
verify:
"""
READ = 'import os\n\nif os.environ.get("{}") == "true":\n    print("new")\nelse:\n    print("old")\n'
FILES = {
    "a_py": READ.format("USE_A"),
    "b_py": READ.format("USE_B"),
    "notes_md": "x\n",
    "old_py": "def gone():\n    1\n",
}
TITLES = ['flag USE_A = "true"', 'flag USE_B = "true"', "remove notes.md", "remove old.gone"]
# what each item breaks
BREAKS = ["grep -q USE_A a.py", "grep -q USE_B b.py", "test -e notes.md", "grep -q gone old.py"]


def scene(work: Path, *commands: str) -> None:
    """Four items, and verify commands."""
    repository(inventory=INVENTORY + "".join(f"  - '{command}'\n" for command in commands), **FILES)(work)


@pytest.mark.parametrize("at", range(4), ids=TITLES)
def test_the_item_that_broke_it_is_found(codemod: Codemod, work: Path, at: int) -> None:
    scene(work, "true", f"echo told you; {BREAKS[at]}")
    before = refs(work)
    said = codemod("apply", SKIP)
    assert said.code == 3
    assert "told you\n" in said.err
    assert "on the result; nothing was created" in said.err
    assert f"The item that broke it: {TITLES[at]} (legacy-inventory.yaml:" in said.err
    assert refs(work) == before


@pytest.mark.parametrize("at", [0, 2], ids=[TITLES[0], TITLES[2]])
def test_partial_builds_the_branch_without_it(codemod: Codemod, work: Path, at: int) -> None:
    scene(work, BREAKS[at])
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 0, said.err
    assert f" without {TITLES[at]}: `{BREAKS[at]}` ended with exit code 1 with it\n" in said.out
    subjects = shown(work, "log", "--reverse", "--format=%s", f"HEAD..{BRANCH}").splitlines()
    told = [title.replace("flag", "Fold flag").replace("remove", "Remove") for title in TITLES]
    assert subjects == told[:at] + told[at + 1 :]


def test_partial_leaves_out_one_after_the_other(codemod: Codemod, work: Path) -> None:
    scene(work, BREAKS[3], BREAKS[1])
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 0, said.err
    assert shown(work, "rev-list", "--count", f"HEAD..{BRANCH}") == "2\n"
    assert codemod("apply", SKIP, "--partial").out.count("is already there") == 1


def test_partial_with_nothing_left_creates_nothing(codemod: Codemod, work: Path) -> None:
    scene(work, *BREAKS)
    before = refs(work)
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 3
    assert "nothing is left that the verify commands pass with; nothing was created" in said.err
    assert refs(work) == before


def test_what_needs_the_item_stays_with_it(codemod: Codemod, work: Path) -> None:
    inventory = "version: 1\nremove:\n  - path: caller.py\n  - name: old.gone\nverify:\n  - test -e caller.py\n"
    caller = "from old import gone\n\nprint(gone() + 1)\n"
    more = 'import os\n\nprint(1 if os.environ.get("USE_A") == "true" else 2)\n'
    flag = inventory.replace("remove:", 'flags:\n  - env: USE_A\n    value: "true"\nremove:')
    repository(inventory=flag, caller_py=caller, old_py="def gone():\n    return 1\n", app_py=more)(work)
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 0, said.err
    assert shown(work, "diff", "--name-only", f"HEAD..{BRANCH}") == "app.py\n"


def test_what_fails_before_any_change_is_no_items_fault(codemod: Codemod, work: Path) -> None:
    scene(work, "exit 7")
    before = refs(work)
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 3
    assert "`exit 7` ended with exit code 7 on the base too, before any change; nothing was created" in said.err
    assert refs(work) == before


def test_each_commit_is_tried_where_it_is_asked_for(codemod: Codemod, work: Path, tmp_path: Path) -> None:
    scene(work, f"git rev-parse HEAD >> {tmp_path}/tried")
    assert codemod("apply", SKIP, "--verify-each").code == 0
    tried = (tmp_path / "tried").read_text().split()
    assert tried == shown(work, "rev-list", "--reverse", f"HEAD..{BRANCH}").split()


def test_a_break_that_a_later_item_hides_is_found_on_each_commit_alone(codemod: Codemod, work: Path) -> None:
    scene(work, "grep -q USE_B b.py || test ! -e notes.md")
    said = codemod("apply", SKIP, "--verify-each")
    assert said.code == 3
    assert f"The item that broke it: {TITLES[1]}" in said.err
    assert codemod("apply", SKIP).code == 0


@pytest.mark.parametrize("kind", ["verify", "format"])
def test_a_command_that_hangs_is_ended_after_the_time_that_was_set(codemod: Codemod, work: Path, kind: str) -> None:
    scene(work, "true")
    inventory = INVENTORY + '  - "grep -q USE_A a.py || sleep 600"\n'
    if kind == "format":
        inventory = INVENTORY.replace("verify:", "format:") + '  - "sleep 600"\n'
    (work / "legacy-inventory.yaml").write_text(inventory)
    said = codemod("apply", SKIP, "--verify-timeout=2")
    assert said.code == 3
    assert "took longer than 2 seconds" in said.err or "took too long" in said.err


def test_the_last_lines_of_what_fails_are_shown(codemod: Codemod, work: Path) -> None:
    scene(work, "seq 1000; grep -q USE_A a.py")
    said = codemod("apply", SKIP)
    assert "961\n962\n" in said.err
    assert "\n960\n" not in said.err


def test_what_a_formatter_takes_out_is_missed_by_the_proof(codemod: Codemod, work: Path) -> None:
    formats = "format:\n  - \"sed -i '/^import json/d' {files}\"\n"
    code = 'import json\nimport os\n\nif os.environ.get("USE_NEW") == "true":\n    print(json)\n'
    inventory = 'version: 1\nflags:\n  - env: USE_NEW\n    value: "true"\n'
    repository(app_py=code, inventory=inventory + formats)(work)
    before = refs(work)
    said = codemod("apply", SKIP)
    assert said.code == 3
    assert "app.py:2  json has no definition here after the change" in said.err
    assert refs(work) == before
