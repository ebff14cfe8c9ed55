"""``codemod plan --format html`` shows how the names came and went, where there is a history that tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import Situation, both, files, git, repository

Codemod = Callable[..., Said]

LATER = both(
    repository(),
    files(b_py="import os\n\nNEW = os.environ.get('USE_NEW')\n"),
    git("add", "-A"),
    git("commit", "-qm", "later"),
)
NOT_SHOWN = "How the legacy names came and went is not shown: "


def cloned(depth: int) -> Situation:
    """A shallow clone of a repository with two commits, which lies beside it."""

    def set_up(work: Path) -> None:
        origin = work.parent / "origin"
        origin.mkdir()
        LATER(origin)
        git("clone", "-q", f"--depth={depth}", f"file://{origin}", ".")(work)

    return set_up


@pytest.mark.parametrize(
    ("situation", "options", "told"),
    [
        (LATER, (), "2 lines mention 1 legacy name</h2>"),
        (LATER, (), "<summary>2 commits</summary>"),
        (cloned(2), (), "<summary>2 commits; the clone is shallow: its history does not go back further</summary>"),
        (cloned(1), (), f"{NOT_SHOWN}the clone is shallow: its history does not go back further."),
        (repository(), (), f"{NOT_SHOWN}the history is one commit."),
        (both(LATER, git("checkout", "-q", "HEAD~1")), (), f"{NOT_SHOWN}the history is one commit."),
        (both(LATER, files(app_py="")), ("--worktree",), "2 lines mention 1 legacy name</h2>"),
    ],
    ids=[
        "two commits",
        "how many commits were looked at",
        "a shallow clone of two commits",
        "a shallow clone of one",
        "one commit",
        "what is checked out is the first commit",
        "the files on disk are planned, and git's are counted",
    ],
)
def test_the_page_shows_the_history_or_says_why_not(
    codemod: Codemod, work: Path, situation: Situation, options: tuple[str, ...], told: str
) -> None:
    situation(work)
    said = codemod("plan", "--format=html", *options)
    assert (said.code, said.err) == (0, "")
    assert told in said.out
    assert ("<svg" in said.out) == (NOT_SHOWN not in told)
    assert codemod("plan", "--format=html", *options).out == said.out


def test_the_other_reports_do_not_ask_for_it(codemod: Codemod, work: Path) -> None:
    LATER(work)
    for shape in ("text", "json", "markdown", "sarif", "patch"):
        assert "2 lines mention" not in codemod("plan", f"--format={shape}").out
