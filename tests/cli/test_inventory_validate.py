"""``codemod inventory validate`` in a repository and outside of one: what is told, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from real_git import GitFolder
from running import Said, in_terminal

HEAD = "version: 1\nkeep:\n"


def settle(work: Path, inventory: str) -> None:
    GitFolder(work).git("init", "--quiet")
    GitFolder(work).git("config", "user.name", "t")
    GitFolder(work).git("config", "user.email", "t@example.org")
    GitFolder(work).commit({"app/billing/__init__.py": "", "legacy-inventory.yaml": inventory})


def test_an_error_is_told_with_its_place_and_the_exit_code_is_1(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, f"{HEAD}  - path: app/biling/\n")
    said = codemod("inventory", "validate")
    assert (said.code, said.err) == (1, "")
    assert said.out == (
        "legacy-inventory.yaml:3:5: error: no file is `app/biling/`\n  did you mean `app/billing/`?\n"
        "legacy-inventory.yaml has 1 error\n"
    )


def test_a_long_remark_is_broken_below_itself_on_a_terminal(work: Path) -> None:
    settle(work, f"{HEAD}  - path: app/billing/inv.py\n")
    drawn = in_terminal(work, "inventory", "validate", NO_COLOR="1", TERM="dumb", COLUMNS="50").drawn.decode()
    first = drawn.replace("\r\n", "\n").splitlines()[:2]
    assert first == ["legacy-inventory.yaml:3:5: error: no file is", "  `app/billing/inv.py`"]


def test_warnings_leave_the_exit_code_at_0(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, f"{HEAD}  - env: UNREAD_KEY\n")
    said = codemod("inventory", "validate")
    assert said.code == 0
    assert said.out.endswith("1 to keep, 0 to wrap; 1 warning\n")


def test_as_json_for_programs(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, f"{HEAD}  - path: app/biling/\n")
    said = codemod("inventory", "validate", "--format", "json")
    page = json.loads(said.out)
    assert said.code == 1
    assert (page["valid"], page["compared"], page["keep"]) == (False, True, 1)
    assert page["remarks"] == [
        {
            "level": "error",
            "file": "legacy-inventory.yaml",
            "line": 3,
            "column": 5,
            "what": "no file is `app/biling/`",
            "next_step": "did you mean `app/billing/`?",
        }
    ]


def test_a_file_that_is_not_valid_is_one_error_in_json_too(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, "version: 1\nremvoe: []\n")
    said = codemod("inventory", "validate", "--format", "json")
    assert said.code == 1
    assert [remark["line"] for remark in json.loads(said.out)["remarks"]] == [2]


def test_outside_of_a_repository_the_file_alone_is_judged(codemod: Callable[..., Said], work: Path) -> None:
    (work / "legacy-inventory.yaml").write_text(f"{HEAD}  - path: app/biling/\n")
    said = codemod("inventory", "validate", "--format", "json")
    assert said.code == 0
    assert json.loads(said.out)["compared"] is False
