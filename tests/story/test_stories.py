"""Each folder of ``fixtures/``: ``codemod apply`` leaves ``after/``, by the commits of ``log.txt``, each one green."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from story import checked_out, files, git, log, tried
from told import Told

from legacy_codemod import plan, workspace
from legacy_codemod.model import Finding, Plan, Request


def planned(root: Path) -> Plan:
    return plan.make(workspace.open(Request(root=str(root))))


def test_its_branch_is_the_result_made_by_hand(told: Told, tmp_path: Path) -> None:
    by_hand = told.story.finished(tmp_path / "by-hand")
    left = files(checked_out(told.root, told.branch, tmp_path / "left"))
    wanted = files(by_hand)
    assert sorted(left) == sorted(wanted)
    assert {path: left[path] for path in left if left[path] != wanted[path]} == {}
    assert git(told.root, "ls-tree", "-r", told.branch) == git(by_hand, "ls-tree", "-r", "HEAD")


def test_its_commits_are_those_of_the_log(told: Told) -> None:
    assert log(told.root, f"main..{told.branch}") == told.story.page("log.txt")


def test_what_was_left_alone_is_told_with_its_reason(told: Told) -> None:
    made = planned(told.root)
    titled = [(change.item.title, change.findings) for change in made.changes]
    told_of = [line for title, found in (*titled, ("the whole tree", made.findings)) for line in _lines(title, found)]
    assert "".join(told_of) == told.story.page("findings.txt")


def _lines(title: str, findings: tuple[Finding, ...]) -> list[str]:
    said = [f"    {found.place}: {found.reason}\n" for found in sorted(findings)]
    return [f"{title}\n", *said] if said else []


def test_its_own_tests_pass_before_and_on_each_commit_under_the_declared_values(told: Told, tmp_path: Path) -> None:
    def outcome(commit: str) -> dict[str, int]:
        return tried(checked_out(told.root, commit, tmp_path / commit), **told.story.declared)

    with ThreadPoolExecutor(2) as pool:
        before, *later = pool.map(outcome, ["main", *told.commits])
    assert before["passed"] > later[-1]["passed"] > 0
    assert "skipped" not in later[-1]


def test_its_own_tests_pass_afterwards_with_nothing_set(told: Told) -> None:
    """``codemod apply`` ran them before it gave the branch away."""
    assert told.story.told.verify == ("python -m pytest -q",)
    assert not told.story.declared.keys() & told.environment.keys()


def test_once_it_is_merged_nothing_is_left_to_do(told: Told, tmp_path: Path) -> None:
    assert planned(told.story.finished(tmp_path / "merged")).files == {}
