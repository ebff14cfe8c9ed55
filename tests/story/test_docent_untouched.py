"""``codemod apply`` in the middle of other work: the checkout, the index, the stash and the refs stay as they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docent_story import story_repository
from real_git import snapshot
from retired import BRANCH, Retired
from story import codemod_environment, git

NEW = {f".git/refs/heads/{BRANCH}", f".git/logs/refs/heads/{BRANCH}"}


def test_the_scene_has_work_of_every_kind(retired: Retired) -> None:
    states = {line[:2] for line in git(retired.root, "status", "--porcelain", "--ignored").splitlines()}
    assert {"MM", "A ", " M", " D", "??", "!!"} <= states
    assert git(retired.root, "stash", "list")


def test_nothing_but_the_branch_is_new_and_every_other_byte_stays(retired: Retired) -> None:
    assert retired.after.keys() - retired.before.keys() == NEW
    assert {name: seen for name, seen in retired.after.items() if name not in NEW} == retired.before


def test_no_value_of_an_env_file_is_said_or_recorded(retired: Retired) -> None:
    assert "sk-story" not in retired.out + retired.err
    assert "sk-story" not in git(retired.root, "log", "-p", f"main..{BRANCH}")


def test_git_finds_its_store_in_order_and_no_worktree_left(retired: Retired) -> None:
    git(retired.root, "fsck", "--strict", "--no-dangling")
    assert git(retired.root, "worktree", "list").count("\n") == 0


@pytest.mark.parametrize("stage", ["verify", "branch"])
def test_a_kill_leaves_no_branch_or_the_whole_of_it(retired: Retired, tmp_path: Path, stage: str) -> None:
    root = story_repository(tmp_path)
    was = snapshot(root)
    with subprocess.Popen(
        (sys.executable, "-m", "legacy_codemod", "apply", "--skip-burn-in", "a kill"),
        cwd=root,
        env=codemod_environment(root) | {"TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert any(line.decode().startswith(f"✓ {stage}") for line in running.stdout), "the stage was never reached"
        running.kill()
    now = snapshot(root)
    assert {name: seen for name, seen in now.items() if name not in NEW} == was
    if now.keys() & NEW:
        assert git(root, "rev-parse", f"{BRANCH}^{{tree}}") == git(retired.root, "rev-parse", f"{BRANCH}^{{tree}}")
        assert git(root, "rev-list", "--count", f"main..{BRANCH}") == str(len(retired.commits))
    assert (stage == "branch") <= bool(now.keys() & NEW)
