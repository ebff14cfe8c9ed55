"""`codemod plan`: its exit codes, and where its output goes."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment, in_terminal
from situations import CODE, INVENTORY, git, repository

Codemod = Callable[..., Said]
REFUSED = {
    "inventory": INVENTORY + "remove:\n  - name: app.old\n",
    "app_py": "def old():\n    return 1\n\n\ndef live():\n    return old() + 1\n\n\nprint(live())\n",
}


@pytest.mark.parametrize(
    ("contents", "arguments", "code"),
    [
        ({}, "plan", 0),
        ({}, "plan --check", 1),
        ({"app_py": "x = 1\n"}, "plan --check", 0),
        (REFUSED, "plan", 3),
        (REFUSED, "plan --check", 3),
        (REFUSED, "plan --format=json", 3),
    ],
    ids=[
        "a plan is no failure",
        "--check fails where something would change",
        "--check passes where nothing would",
        "a refused item is a failure",
        "a refused item is a failure of its own with --check",
        "the format does not matter",
    ],
)
def test_the_exit_code(codemod: Codemod, work: Path, contents: dict[str, str], arguments: str, code: int) -> None:
    repository(**contents)(work)
    said = codemod(*arguments.split())
    assert (said.code, said.err) == (code, "")


def test_the_page_goes_to_stdout_without_colours_and_nothing_to_stderr(codemod: Codemod, work: Path) -> None:
    repository()(work)
    said = codemod("plan")
    assert said.out.startswith("1 item · 1 file · ")
    assert 'flag USE_NEW = "true"' in said.out
    assert '-     if os.environ.get("USE_NEW") == "true":' in said.out
    assert "\x1b" not in said.out


def test_the_patch_is_one_that_git_takes(codemod: Codemod, work: Path) -> None:
    repository()(work)
    patch = codemod("plan", "--format", "patch").out
    applied = subprocess.run(["git", "apply"], cwd=work, input=patch, text=True, capture_output=True, check=False)
    assert (applied.returncode, applied.stderr) == (0, "")
    assert (work / "app.py").read_text().endswith('def answer():\n    return "new"\n')


def test_a_patch_from_a_folder_of_the_repository_applies_at_its_top(codemod: Codemod, work: Path) -> None:
    (work / "services" / "api").mkdir(parents=True)
    (work / "services" / "api" / "app.py").write_text(CODE)
    (work / "services" / "api" / "app.py").chmod(0o755)
    (work / "services" / "api" / "legacy-inventory.yaml").write_text(INVENTORY)
    repository()(work)
    patch = codemod("plan", "--root", "services/api", "--format", "patch").out
    assert "a/services/api/app.py" in patch
    assert " 100755\n" in patch
    applied = subprocess.run(["git", "apply"], cwd=work, input=patch, text=True, capture_output=True, check=False)
    assert (applied.returncode, applied.stderr) == (0, "")


def test_json_is_json(codemod: Codemod, work: Path) -> None:
    repository()(work)
    document = json.loads(codemod("plan", "--format", "json").out)
    assert [item["title"] for item in document["items"]] == ['flag USE_NEW = "true"']
    assert [file["path"] for file in document["files"]] == ["app.py"]


def test_a_detached_head_is_a_commit_like_any_other(codemod: Codemod, work: Path) -> None:
    repository()(work)
    git("checkout", "-q", "--detach")(work)
    assert codemod("plan", "--check").code == 1


def test_the_committed_tree_counts_unless_the_files_on_disk_are_asked_for(codemod: Codemod, work: Path) -> None:
    repository()(work)
    (work / "app.py").write_text("x = 1\n")
    assert codemod("plan", "--check").code == 1
    assert codemod("plan", "--check", "--worktree").code == 0


@pytest.mark.parametrize(
    "content",
    [b"def broken(:\n    'USE_NEW'\n", b"# USE_NEW caf\xe9\nx = '\xe9'\n", b"\xff\xfe\0USE_NEW"],
    ids=["broken Python", "an encoding that is not declared", "no text at all"],
)
def test_a_file_that_cannot_be_read_is_passed_over(codemod: Codemod, work: Path, content: bytes) -> None:
    repository(odd_py=content)(work)
    said = codemod("plan", "--format", "json")
    document = json.loads(said.out)
    assert (said.code, [file["path"] for file in document["files"]]) == (0, ["app.py"])


def test_broken_python_is_reported(codemod: Codemod, work: Path) -> None:
    repository(odd_py=b"def broken(:\n    'USE_NEW'\n")(work)
    found = json.loads(codemod("plan", "--format", "json").out)["findings"]
    assert [finding["path"] for finding in found] == ["odd.py"]


def test_a_file_is_written_whole_with_its_mode_and_nothing_beside_it(codemod: Codemod, work: Path) -> None:
    repository()(work)
    (work / "plan.patch").write_text("old")
    (work / "plan.patch").chmod(0o640)
    said = codemod("plan", "--format", "patch", "-o", "plan.patch")
    assert (said.code, said.out) == (0, "")
    assert (work / "plan.patch").read_text() == codemod("plan", "--format", "patch").out
    assert stat.S_IMODE((work / "plan.patch").stat().st_mode) == 0o640
    assert {path.name for path in work.iterdir()} == {".git", "app.py", "legacy-inventory.yaml", "plan.patch"}


def test_a_reader_that_goes_away_is_no_error(work: Path) -> None:
    repository(app_py=CODE, more_py="x = 1\n" * 9)(work)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "legacy_codemod", "plan", "--check"]
    own = environment(work.parent)
    done = subprocess.run(command, cwd=work, env=own, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("extra", "coloured"),
    [({"TERM": "xterm-256color"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["a terminal", "a terminal with NO_COLOR", "a dumb terminal"],
)
def test_colours_are_for_terminals(work: Path, extra: dict[str, str], coloured: bool) -> None:
    repository()(work)
    drawn = in_terminal(work, "plan", "--no-pager", **extra).drawn
    assert b"answer" in drawn
    assert (b"\x1b[31m" in drawn) is coloured
