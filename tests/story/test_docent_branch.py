"""The branch of ``codemod apply``: one commit per item, each good by itself, and the same as ``codemod plan`` shows."""

from __future__ import annotations

import json
import re
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docent_story import DOCENT
from retired import BRANCH, Retired
from story import checked_out, git, passed, run_codemod

from legacy_codemod.model import NameSubject

ITEMS = (*DOCENT.told.flags, *DOCENT.told.remove)
TITLES = [item.title for item in ITEMS]


@pytest.fixture(scope="module")
def merged(retired: Retired, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone with the branch checked out, as it is once it is merged."""
    folder = tmp_path_factory.mktemp("merged") / "docent"
    git(retired.root, "clone", "--quiet", "--branch", BRANCH, str(retired.root), str(folder))
    return folder


@pytest.fixture(scope="module")
def planned(before: Path) -> dict[str, bytes]:
    """What ``codemod plan`` says of the story, by format."""
    formats = {name: run_codemod(before, "plan", "--format", name, PYTHONHASHSEED="1") for name in ("json", "patch")}
    assert {name: (done.returncode, done.stderr) for name, done in formats.items()} == dict.fromkeys(formats, (0, b""))
    return {name: done.stdout for name, done in formats.items()}


def test_it_says_what_it_did(retired: Retired) -> None:
    assert (retired.code, retired.err) == (0, "")
    done = [line for line in retired.out.splitlines() if line.startswith(("✓", "✗"))]
    assert [line.split()[1] for line in done] == ["plan", "proof", "commits", "verify", "branch"]
    assert done[-1].endswith(BRANCH)
    assert all(commit[:10] in retired.out for commit in retired.commits)


def test_each_item_is_one_commit_in_the_order_of_the_inventory(retired: Retired) -> None:
    expected = [f"Fold {title}" if title.startswith("flag ") else title.capitalize()[0] + title[1:] for title in TITLES]
    assert git(retired.root, "log", "--reverse", "--format=%s", f"main..{BRANCH}").splitlines() == expected
    assert git(retired.root, "rev-list", "--merges", f"main..{BRANCH}") == ""
    assert git(retired.root, "merge-base", "main", BRANCH) == git(retired.root, "rev-parse", "main")


@pytest.mark.parametrize("number", range(len(ITEMS)), ids=TITLES)
def test_a_message_says_what_went_and_why(retired: Retired, number: int) -> None:
    subject, *paragraphs, trailers = git(retired.root, "log", "-1", "--format=%B", retired.commits[number]).split(
        "\n\n"
    )
    assert len(subject) <= 72
    item = ITEMS[number]
    assert trailers.splitlines() == [f"Retired: {TITLES[number]}", "Inventory: legacy-inventory.yaml"]
    if item.note:
        assert paragraphs.pop(0) == textwrap.fill(item.note, 72)
    if item.replaced_by:
        assert paragraphs.pop(0) == f"Replaced by: {item.replaced_by}"
    changed = git(retired.root, "show", "--format=", "--name-only", retired.commits[number]).splitlines()
    assert sorted(re.findall(r"^- (\S+): \w", paragraphs.pop(0), re.MULTILINE)) == sorted(changed)
    if isinstance(item.subject, NameSubject) and item.subject.fallback:
        assert paragraphs.pop(0).startswith("Error paths that stay, on the declared fallback:\n- docent/")
    assert all(re.fullmatch(r"\d+ findings? (was|were) left alone; .*", paragraph) for paragraph in paragraphs)


def test_the_app_passes_its_own_tests_on_each_commit(retired: Retired, tmp_path: Path) -> None:
    def outcome(number: int) -> str:
        folder = checked_out(retired.root, retired.commits[number], tmp_path / str(number))
        try:
            return "green" if passed(folder) > 100 else "too few tests"
        except AssertionError as error:
            return str(error)

    with ThreadPoolExecutor(2) as pool:
        outcomes = dict(zip(TITLES, pool.map(outcome, range(len(ITEMS))), strict=True))
    assert outcomes == dict.fromkeys(TITLES, "green")


def test_the_patch_of_the_plan_is_the_diff_of_the_branch(
    retired: Retired, planned: dict[str, bytes], tmp_path: Path
) -> None:
    git(retired.root, "clone", "--quiet", "--branch", "main", str(retired.root), str(tmp_path / "patched"))
    git(tmp_path / "patched", "apply", "--index", given=planned["patch"])
    assert git(tmp_path / "patched", "write-tree") == git(retired.root, "rev-parse", f"{BRANCH}^{{tree}}")


def test_the_document_of_the_plan_tells_of_the_same_files(retired: Retired, planned: dict[str, bytes]) -> None:
    told = json.loads(planned["json"])
    assert [item["title"] for item in told["items"]] == TITLES
    assert not any(item["refusals"] for item in told["items"])
    assert told["problems"] == []
    assert told["base"] == git(retired.root, "rev-parse", "main")
    for item, commit in zip(told["items"], retired.commits, strict=True):
        shown = git(retired.root, "show", "--format=", "--name-status", "--no-renames", commit).splitlines()
        assert sorted(f"{'D' if file['deleted'] else 'M'}\t{file['path']}" for file in item["files"]) == sorted(shown)
        assert {edit["path"] for edit in item["edits"]} == {file["path"] for file in item["files"]}
        assert all(edit["why"] for edit in item["edits"])


def test_a_second_plan_says_the_same_bytes(before: Path, planned: dict[str, bytes]) -> None:
    assert run_codemod(before, "plan", "--format", "json", PYTHONHASHSEED="2").stdout == planned["json"]


def test_once_it_is_merged_nothing_is_left_to_do(merged: Path) -> None:
    done = run_codemod(merged, "plan", "--check")
    page = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b""), page
    assert page.startswith("14 items · 0 files · 0 lines in · 0 lines out · 0 refused · ")
    assert len(re.findall(r"^ ?\d+  \S.* nothing to do$", page, re.MULTILINE)) == len(ITEMS)
    assert "docent.model_catalog.ALLOWED_MODELS is not in this repository: it is gone already, or" in " ".join(
        page.split()
    )


def test_once_it_is_merged_apply_creates_nothing(merged: Path) -> None:
    refs = git(merged, "for-each-ref")
    done = run_codemod(merged, "apply", "--branch", "again", "--skip-burn-in", "merged")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "nothing is left to change, so none was created" in done.stdout.decode()
    assert git(merged, "for-each-ref") == refs
