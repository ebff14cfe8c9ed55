"""`codemod demo`: the whole job, in a folder of its own, for a user who has set nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment

Codemod = Callable[..., Said]


@pytest.fixture
def told(codemod: Codemod, work: Path, tmp_path: Path) -> tuple[Said, Path]:
    """What the demo says, and the folder where its repository is."""
    # without an identity of their own, whatever the demo commits must be by the demo
    nobody = {name: "" for name in environment(tmp_path) if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))}
    said = codemod("demo", TMPDIR=str(work), **nobody)
    assert said.code == 0, said.err
    return said, next(work.glob("codemod-demo-*")) / "docent"


def git(folder: Path, *arguments: str) -> str:
    """What git prints in the demo's repository."""
    command = ["git", *arguments]
    own = environment(folder.parent)
    return subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=True).stdout


def test_the_demo_ends_on_a_branch_with_one_commit_per_item(told: tuple[Said, Path]) -> None:
    said, folder = told
    branches = git(folder, "branch", "--format=%(refname:short)").split()
    assert branches == ["codemod/retire-use-restormel-keys", "main"]
    commits = git(folder, "log", "--reverse", "--format=%h", "main..codemod/retire-use-restormel-keys").split()
    assert len(commits) > 5
    assert [commit for commit in commits if commit not in said.out] == []
    assert git(folder, "status", "--porcelain") == ""
    assert said.err == ""
    marks = {line[:10].rstrip() for line in said.out.splitlines() if line[:1] in ("✓", "✗", "\u2013")}
    assert marks == {"✓ burn-in", "✓ plan", "✓ proof", "✓ commits", "✓ verify", "✓ branch"}
    assert said.out.rstrip().splitlines()[-3].strip() == f"cd {folder}"
    hidden = {".env.example", ".github/workflows/ci.yml", ".gitignore"}
    assert hidden <= set(git(folder, "ls-files").split())
