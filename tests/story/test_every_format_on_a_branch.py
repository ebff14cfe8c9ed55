"""A variable in every config format there is, by ``codemod apply``: on its branch the word is only where it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from config_examples import NAME, every_format
from real_git import GitFolder
from story import INVENTORY, checked_out, files, git, run_codemod

WANTED = f"version: 1\nremove:\n  - env: {NAME}\n"
BRANCH = "retired"
NAMERS = {
    "README.md": f"Set `{NAME}` to choose.\n",
    "deploy/once.sh": f"set -e\n{NAME}=x ./docent\n",
    "deploy/words.env": f"A=1\n{NAME}=x\nB=2\n# the {NAME} of old is gone\nC=3\n",
    "docent/app.py": f'raise SystemExit("unset {NAME} first")\n',
}


@pytest.fixture
def applied(repository: GitFolder) -> Path:
    """A repository with the variable in every format, and the branch that ``codemod apply`` made in it."""
    repository.commit({**every_format("before"), **NAMERS, INVENTORY: WANTED})
    done = run_codemod(repository.root, "apply", "--skip-burn-in", "nobody reads it", "--branch", BRANCH)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return repository.root


def found(root: Path, commit: str) -> list[tuple[str, int, str]]:
    """What ``git grep -w`` finds, by path and line; the inventory is what asks for it."""
    said = git(root, "grep", "-w", "-n", "-z", NAME, commit, "--", ".", f":!{INVENTORY}").splitlines()
    parts = (line.removeprefix(f"{commit}:").split("\0") for line in said)
    return [(path, int(line), text) for path, line, text in parts]


def test_git_grep_finds_it_nowhere_but_where_a_finding_says_so(applied: Path) -> None:
    told = json.loads(run_codemod(applied, "plan", "--format", "json").stdout)
    places = {(each["path"], each["line"]) for item in told["items"] for each in item["findings"]}
    before = found(applied, "main")
    assert {path for path, _, _ in before} == {*every_format("before"), *NAMERS}
    left = [(path, text) for path, _, text in found(applied, BRANCH)]
    assert left == [(path, text) for path, line, text in before if (path, line) in places]
    assert {path for path, _ in left} == NAMERS.keys()


def test_every_file_of_the_branch_is_the_example_made_by_hand(applied: Path, tmp_path: Path) -> None:
    left = files(checked_out(applied, BRANCH, tmp_path / "left"))
    words = {"deploy/words.env": f"A=1\nB=2\n# the {NAME} of old is gone\nC=3\n"}
    assert left == {path: text.encode() for path, text in {**every_format("after"), **NAMERS, **words}.items()} | {
        INVENTORY: WANTED.encode()
    }
