"""`codemod burn-down`: its formats, where its output goes, and what it cannot do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import Situation, files, git, nothing, repository, without_inventory

Codemod = Callable[..., Said]


def test_the_chart_is_drawn_without_colours_in_a_pipe(codemod: Codemod, work: Path) -> None:
    repository()(work)
    said = codemod("burn-down")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("1 line mentions 1 legacy name\n")
    assert "█" in said.out
    assert "\x1b" not in said.out


def test_json_is_json_and_a_file_is_written(codemod: Codemod, work: Path) -> None:
    repository()(work)
    document = json.loads(codemod("burn-down", "--format", "json").out)
    assert ([point["lines"] for point in document["points"]], document["names"]) == ([1], ["USE_NEW"])
    assert codemod("burn-down", "--format", "svg", "-o", "picture.svg").out == ""
    assert (work / "picture.svg").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("situation", "arguments", "told"),
    [
        (repository(), "--format gif", "'gif' is not one of json, svg, text."),
        (repository(), "--points 99", "Invalid value for '--points'"),
        (without_inventory, "", "no inventory at legacy-inventory.yaml"),
        (files(inventory="version: 1\nflags:\n  - env: X\n    value: '1'\n"), "", "is not a git repository"),
        (nothing, "--root none", "the root none does not exist"),
    ],
    ids=["another format", "too many points", "no inventory", "no repository", "no root"],
)
def test_what_cannot_be_done_is_said(
    codemod: Codemod, work: Path, situation: Situation, arguments: str, told: str
) -> None:
    situation(work)
    said = codemod("burn-down", *arguments.split())
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_a_repository_without_a_commit_has_no_history(codemod: Codemod, work: Path) -> None:
    git("init", "-q")(work)
    files(inventory="version: 1\nflags:\n  - env: X\n    value: '1'\n")(work)
    said = codemod("burn-down")
    assert said.code == 2
    assert "has no commits yet\n  Commit the code first.\n" in said.err
