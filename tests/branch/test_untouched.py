"""The user's checkout, index, stash, refs and settings: the same bytes before and after."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from plans import two_steps
from real_git import GitFolder, snapshot

import legacy_codemod
from legacy_codemod.branch import build, commits, format_plan, run_commands
from legacy_codemod.model import Verdict

NAME = "codemod/retire-use-x"
NEW = {f".git/refs/heads/{NAME}", f".git/logs/refs/heads/{NAME}"}


def busy(made: GitFolder) -> Verdict:
    """Work in progress of every kind."""
    plan = two_steps(made)
    made.write({"app/main.py": "stashed\n"})
    made.git("stash")
    made.write({"app/main.py": "staged\n", "untracked.py": "untracked\n", "added.py": "added\n"})
    made.git("add", "app/main.py", "added.py")
    made.write({"app/main.py": "staged, and edited again\n"})
    made.git("rm", "--quiet", "app/old/router.py")
    made.write({".gitignore": "*.log\n", "ignored.log": "ignored\n"})
    return plan


@pytest.mark.parametrize(
    "setting",
    ["", "core.splitIndex=true", "core.untrackedCache=true", "index.sparse=true", "core.sparseCheckout=true"],
    ids=lambda setting: setting or "no settings",
)
def test_work_in_progress_stays_byte_for_byte(repository: GitFolder, setting: str) -> None:
    plan = busy(repository)
    if setting:
        repository.git("config", *setting.split("="))
    before, refs = snapshot(repository.root), repository.git("for-each-ref")
    assert commits(repository.root, plan)
    assert snapshot(repository.root) == before
    branch = build(repository.root, plan)
    run_commands(repository.root, branch.tip, ("echo x > made && git add made && git commit -qm own && rm kept.py",))
    format_plan(repository.root, plan.plan)
    after = snapshot(repository.root)
    assert {name: seen for name, seen in after.items() if name not in NEW} == before
    assert after.keys() - before.keys() == NEW
    assert [line for line in repository.git("for-each-ref").splitlines() if NAME not in line] == refs.splitlines()


def test_a_linked_worktree_and_its_repository_stay_byte_for_byte(git_folder: Callable[..., GitFolder]) -> None:
    app = git_folder()
    app.commit({"a.py": "x"})
    app.git("worktree", "add", "--quiet", "-b", "other", "../linked")
    linked = GitFolder(app.root.parent / "linked")
    plan = busy(linked)
    before = snapshot(app.root), snapshot(linked.root)
    branch = build(linked.root, plan)
    run_commands(linked.root, branch.tip, ("true",))
    assert {name: seen for name, seen in snapshot(app.root).items() if name not in NEW} == before[0]
    assert snapshot(linked.root) == before[1]


@pytest.mark.parametrize("killer", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_kill_during_the_trial_leaves_no_trace(repository: GitFolder, tmp_path: Path, killer: signal.Signals) -> None:
    busy(repository)
    before = snapshot(repository.root)
    started = tmp_path / "started"
    program = f"""
        from pathlib import Path
        from legacy_codemod.branch import run_commands
        print(run_commands(Path("."), "HEAD", ("touch {started}; sleep 3",)))
    """
    running = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=repository.root,
        env={**_environment(), "TMPDIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    while not started.exists():
        assert running.poll() is None
    running.send_signal(killer)
    running.wait()
    assert snapshot(repository.root) == before
    assert "worktree" in repository.git("worktree", "list", "--porcelain")
    if killer == signal.SIGINT:
        assert not list(tmp_path.glob("codemod-*")), "Ctrl-C also clears the throw-away folder"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(legacy_codemod.__file__).parents[1])}
