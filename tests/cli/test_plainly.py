"""`plan` and `check` that are asked for plainly: what typer would have made of it, without loading typer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment
from situations import repository

BY_TYPER = "import sys; from legacy_codemod.cli.app import run; sys.exit(run(sys.argv[1:]))"
LOADED = (
    "import sys; from legacy_codemod.__main__ import main; code = main(); print(code, *sys.modules, file=sys.stderr)"
)
Codemod = Callable[..., Said]
SAME = [
    "plan",
    "plan --",
    "plan --check --quiet",
    "plan -q -q --worktree",
    "plan -v --no-pager",
    "plan --root . --inventory legacy-inventory.yaml --format patch",
    "plan --root=nowhere --root=. --format=json",
    "plan --format json --output /nowhere/at-all",
    "plan -q -v",
    "plan -v --format=patch",
    "plan --root --check",
    "plan --root nowhere",
    "plan --inventory=none.yaml",
    "plan --decisions none.json",
    "plan --format=html-page",
    "plan --format=parts",
    "plan app.py",
    "plan --chek",
    "plan --schema --root nowhere",
    "check",
    "check --all --root=.",
    "check --inventory=none.yaml app.py",
    "check --all app.py",
]


def python(work: Path, program: str, *arguments: str) -> Said:
    """Run a program of Python; ``arguments`` are those of ``codemod``."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=work, env=environment(work.parent), capture_output=True, text=True, check=False)
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("line", SAME)
def test_typer_would_do_the_same(codemod: Codemod, work: Path, line: str) -> None:
    repository()(work)
    assert codemod(*line.split()) == python(work, BY_TYPER, *line.split())


@pytest.mark.parametrize("arguments", [["-o", "a.patch"], ["--output=a.patch"]], ids=["in two", "in one"])
def test_a_plan_goes_to_a_file(codemod: Codemod, work: Path, arguments: list[str]) -> None:
    repository()(work)
    assert codemod("plan", "--format=patch", *arguments) == Said(0, "", "")
    assert (work / "a.patch").read_text() == codemod("plan", "--format=patch").out


@pytest.mark.parametrize(("line", "room"), [("plan --format patch", "plan"), ("check --all", "guard.guard")])
def test_nothing_is_loaded_that_it_does_not_need(work: Path, line: str, room: str) -> None:
    repository()(work)
    loaded = python(work, LOADED, *line.split()).err.split()
    rooms = ("burn_down.series", "golive", "branch", "phase_zero", "stocktaking", "reports.html", "cli.app")
    assert f"legacy_codemod.{room}" in loaded
    assert not {"typer", "click", "pydantic", "libcst", *(f"legacy_codemod.{room}" for room in rooms)} & set(loaded)


def test_a_patch_is_made_without_what_draws_on_terminals(work: Path) -> None:
    repository()(work)
    assert "rich" not in python(work, LOADED, "plan", "--format=patch").err.split()


def test_a_page_without_colour_is_made_without_what_knows_languages(work: Path) -> None:
    repository()(work)
    loaded = python(work, LOADED, "plan").err.split()
    assert "rich" in loaded
    assert not {"pygments", "rich.syntax"} & set(loaded)


def test_a_plan_of_python_files_loads_no_config_format(work: Path) -> None:
    repository(inventory="version: 1\nflags:\n  - expr: IS_ON\n    value: true\n", app_py="if IS_ON:\n    print()\n")(
        work
    )
    said = python(work, LOADED, "plan", "--format", "patch")
    assert "+print()\n" in said.out
    assert "legacy_codemod.config_formats.compose" not in said.err.split()


def test_a_verb_loads_no_other(work: Path) -> None:
    repository()(work)
    code, *loaded = python(work, LOADED, "inventory", "validate").err.split()
    verbs = {name.split(".")[2] for name in loaded if name.startswith("legacy_codemod.cli.")}
    assert (code, verbs) == ("0", {"app", "shell", "inventory"})
