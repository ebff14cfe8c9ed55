"""`codemod apply`, killed at one instant after the other: no branch, or the whole of it, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from real_git import snapshot
from running import environment
from situations import INVENTORY, repository

BRANCH = "codemod/retire-use-new"
NEW = {f".git/refs/heads/{BRANCH}", f".git/logs/refs/heads/{BRANCH}"}
TWO_ITEMS = INVENTORY + "remove:\n  - path: notes.md\nverify:\n  - 'true'\n"
INSTANTS = 8


def apply(work: Path, seconds: float | None = None) -> None:
    """Apply, and kill it after ``seconds`` if it is not done by then."""
    command = [sys.executable, "-m", "legacy_codemod", "apply", "--skip-burn-in=a kill"]
    own = environment(work.parent) | {"TMPDIR": str(work.parent)}
    with subprocess.Popen(command, cwd=work, env=own, stdout=subprocess.DEVNULL) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()


def shown(work: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", *arguments]
    own = environment(work.parent)
    return subprocess.run(command, cwd=work, env=own, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The tree of the branch that nobody kills, and how many seconds it took."""
    work = start(tmp_path_factory.mktemp("whole") / "work")
    began = time.monotonic()
    apply(work)
    return shown(work, "rev-parse", f"{BRANCH}^{{tree}}"), time.monotonic() - began


def start(work: Path) -> Path:
    work.mkdir()
    repository(inventory=TWO_ITEMS, notes_md="how it was\n")(work)
    return work


@pytest.mark.parametrize("instant", range(INSTANTS))
def test_a_kill_leaves_all_or_nothing(tmp_path: Path, whole: tuple[str, float], instant: int) -> None:
    work = start(tmp_path / "work")
    was = snapshot(work)
    apply(work, whole[1] * (instant + 1) / INSTANTS)
    now = snapshot(work)
    assert {name: seen for name, seen in now.items() if name not in NEW} == was
    shown(work, "fsck", "--strict", "--no-dangling")
    if shown(work, "branch", "--list", BRANCH):
        assert shown(work, "rev-parse", f"{BRANCH}^{{tree}}") == whole[0]
        assert shown(work, "rev-list", "--count", f"HEAD..{BRANCH}") == "2\n"
