"""The pager of `codemod plan`: git's manners, only on a terminal, and only for a page that is longer than it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment, in_terminal
from situations import git, repository

Codemod = Callable[..., Said]
SHORT = {"LINES": "5"}


def pages_to(name: str) -> str:
    """A pager that only keeps what it is given."""
    return f"cat > {name}"


@pytest.fixture
def plan(work: Path) -> Path:
    """A repository whose plan takes about a dozen lines."""
    repository()(work)
    return work


def paged(work: Path) -> list[str]:
    """The pagers that were given the page; nobody else has it then."""
    return sorted(file.name for file in work.glob("by-*") if b"USE_NEW" in file.read_bytes())


@pytest.mark.parametrize(
    ("extra", "by"),
    [
        (SHORT | {"CODEMOD_PAGER": pages_to("by-ours"), "GIT_PAGER": pages_to("by-gits")}, ["by-ours"]),
        (SHORT | {"GIT_PAGER": pages_to("by-gits"), "PAGER": pages_to("by-pager")}, ["by-gits"]),
        (SHORT | {"PAGER": pages_to("by-pager")}, ["by-pager"]),
        (SHORT | {"CODEMOD_PAGER": "", "PAGER": pages_to("by-pager")}, []),
        (SHORT | {"CODEMOD_PAGER": "cat", "PAGER": pages_to("by-pager")}, []),
        ({"LINES": "100", "PAGER": pages_to("by-pager")}, []),
        (SHORT | {"PAGER": "no-such-pager -R"}, []),
        (SHORT | {"PAGER": "X=1 no-such-pager"}, []),
    ],
    ids=[
        "our own variable comes first",
        "then that of git",
        "then the one of every program",
        "an empty one means none",
        "cat means none",
        "what fits is not paged",
        "a pager that is missing",
        "a pager that the shell cannot find",
    ],
)
def test_who_is_given_the_page(plan: Path, extra: dict[str, str], by: list[str]) -> None:
    shown = in_terminal(plan, "plan", **extra)
    assert (shown.code, paged(plan)) == (0, by)
    assert (b"legacy-inventory.yaml on commit" in shown.drawn) is not by or not by


def test_no_pager_means_none(plan: Path) -> None:
    shown = in_terminal(plan, "plan", "--no-pager", **SHORT, PAGER=pages_to("by-pager"))
    assert (shown.code, paged(plan)) == (0, [])
    assert b"legacy-inventory.yaml on commit" in shown.drawn


def test_a_pager_that_is_left_early_is_no_error(plan: Path) -> None:
    (plan / "gone.py").write_text("x = 1\n" * 40_000)  # more than a pipe holds
    (plan / "legacy-inventory.yaml").write_text("version: 1\nremove:\n  - path: gone.py\n")
    git("add", "-A")(plan)
    shown = in_terminal(plan, "plan", "--worktree", "--check", "-v", **SHORT, PAGER="head -n 1", TERM="dumb")
    assert (shown.code, shown.drawn.count(b"\r\n")) == (1, 1)


def test_a_pipe_is_never_paged(codemod: Codemod, plan: Path) -> None:
    said = codemod("plan", **SHORT, CODEMOD_PAGER=pages_to("by-ours"))
    assert (said.code, paged(plan)) == (0, [])
    assert "USE_NEW" in said.out


@pytest.mark.parametrize(
    ("scope", "by"), [("--global", ["by-config"]), ("--local", ["by-pager"])], ids=["the user's own", "a repository's"]
)
def test_core_pager_counts_where_the_user_set_it(plan: Path, scope: str, by: list[str]) -> None:
    own = {"GIT_CONFIG_GLOBAL": str(plan.parent / "gitconfig")}
    set_pager = ["git", "config", scope, "core.pager", pages_to("by-config")]
    subprocess.run(set_pager, cwd=plan, env=environment(plan.parent) | own, check=True)
    in_terminal(plan, "plan", **SHORT, **own, PAGER=pages_to("by-pager"))
    assert paged(plan) == by


@pytest.mark.parametrize(
    ("term", "moves"), [("xterm-256color", True), ("dumb", False)], ids=["a terminal", "a dumb terminal"]
)
def test_how_far_the_plan_is_moves_only_where_it_can(plan: Path, term: str, moves: bool) -> None:
    shown = in_terminal(plan, "plan", "--no-pager", TERM=term)
    assert (b"planning" in shown.drawn, b"\x1b" in shown.drawn) == (moves, moves)


def test_progress_without_colours_has_none(plan: Path) -> None:
    shown = in_terminal(plan, "plan", "--no-pager", NO_COLOR="1")
    assert b"planning" in shown.drawn
    assert b"\x1b[3" not in shown.drawn
