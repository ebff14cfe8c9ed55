"""`codemod apply` where its branch is there already: the same, another one, one that people added to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import CODE, INVENTORY, git, refs, repository
from test_apply import BRANCH, SKIP, shown

Codemod = Callable[..., Said]
MORE = INVENTORY + "remove:\n  - path: notes.md\n"


@pytest.fixture
def made(codemod: Codemod, work: Path) -> str:
    """The tip of the branch that a first run made."""
    repository(notes_md="x\n")(work)
    assert codemod("apply", SKIP).code == 0
    return shown(work, "rev-parse", BRANCH).strip()


def add(work: Path, *, amend: bool = False) -> None:
    """Someone's own commit on the branch; or theirs in place of ours, with its message."""
    git("switch", "-q", BRANCH)(work)
    (work / "added.py").write_text("by hand\n")
    git("add", "added.py")(work)
    git("commit", "-q", *(["--amend", "--no-edit"] if amend else ["-m", "a hand's work"]))(work)
    git("switch", "-q", "-")(work)


def test_the_same_again_has_nothing_to_do(codemod: Codemod, work: Path, made: str) -> None:
    before = refs(work)
    said = codemod("apply", SKIP)
    assert (said.code, said.err) == (0, "")
    assert f"✓ branch  {BRANCH} is already there, with the same commits on the same base: nothing to do" in said.out
    assert made[:10] in said.out
    assert refs(work) == before


@pytest.mark.parametrize("forgotten", [False, True], ids=["with its reflog", "fetched, without a reflog"])
def test_the_same_again_needs_no_reflog(codemod: Codemod, work: Path, made: str, forgotten: bool) -> None:
    if forgotten:
        (work / ".git/logs/refs/heads" / BRANCH).unlink()
    assert codemod("apply", SKIP, "--force").code == 0
    assert shown(work, "rev-parse", BRANCH).strip() == made


def test_another_result_is_refused_and_replaced_where_that_is_said(codemod: Codemod, work: Path, made: str) -> None:
    (work / "legacy-inventory.yaml").write_text(MORE)
    before = refs(work)
    said = codemod("apply", SKIP)
    assert said.code == 3
    assert f"branch {BRANCH} already exists and differs from what would be made now on the same base\n" in said.err
    assert "Replace it with --force" in said.err
    assert refs(work) == before
    assert codemod("apply", SKIP, "--branch=other").code == 0
    said = codemod("apply", SKIP, "--force")
    assert said.code == 0, said.err
    assert f"{BRANCH} (it was at {made[:10]})" in said.out
    assert shown(work, "rev-list", "--count", f"HEAD..{BRANCH}") == "2\n"
    assert codemod("apply", SKIP).code == 0


def test_a_base_that_moved_on_is_said(codemod: Codemod, work: Path, made: str) -> None:
    for number in range(2):
        git("commit", "-q", "--allow-empty", "-m", f"work {number}")(work)
    said = codemod("apply", SKIP)
    assert said.code == 3
    assert "HEAD has moved on by 2 commits since" in said.err
    assert shown(work, "rev-parse", BRANCH).strip() == made
    assert codemod("apply", SKIP, "--force").code == 0
    assert shown(work, "merge-base", BRANCH, "HEAD") == shown(work, "rev-parse", "HEAD")


@pytest.mark.parametrize("amend", [False, True], ids=["on top", "amended into ours"])
@pytest.mark.parametrize("inventory", [INVENTORY, MORE], ids=["same inventory", "another inventory"])
@pytest.mark.usefixtures("made")
def test_what_people_added_is_never_lost(codemod: Codemod, work: Path, amend: bool, inventory: str) -> None:
    add(work, amend=amend)
    (work / "legacy-inventory.yaml").write_text(inventory)
    before = refs(work)
    for options in ((), ("--force",), ("--force", "--partial")):
        said = codemod("apply", SKIP, *options)
        assert said.code == 3
        assert f"branch {BRANCH} already exists, with commits that codemod did not put there" in said.err
        assert amend or "a hand's work" in said.err
        assert refs(work) == before


def test_without_a_reflog_nobody_can_tell_so_it_is_refused(codemod: Codemod, work: Path, made: str) -> None:
    (work / ".git/logs/refs/heads" / BRANCH).unlink()
    (work / "legacy-inventory.yaml").write_text(MORE)
    said = codemod("apply", SKIP, "--force")
    assert said.code == 3
    assert "with commits that codemod did not put there\n" in said.err
    assert shown(work, "rev-parse", BRANCH).strip() == made


def test_a_branch_that_someone_has_checked_out_is_not_replaced(codemod: Codemod, work: Path, made: str) -> None:
    git("worktree", "add", "-q", "../review", BRANCH)(work)
    (work / "legacy-inventory.yaml").write_text(MORE)
    said = codemod("apply", SKIP, "--force")
    assert said.code == 3
    assert "is checked out in " in said.err
    assert shown(work, "rev-parse", BRANCH).strip() == made


@pytest.mark.usefixtures("made")
def test_once_merged_nothing_is_left_to_do(codemod: Codemod, work: Path) -> None:
    git("merge", "-q", BRANCH)(work)
    said = codemod("apply", SKIP)
    assert said.code == 0
    assert "nothing is left to change" in said.out
    (work / "app.py").write_text(CODE)  # someone brings it back, and the branch of old is still there
    git("commit", "-qam", "back")(work)
    assert codemod("apply", SKIP).code == 3
    assert codemod("apply", SKIP, "--force").code == 0
