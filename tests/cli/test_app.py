"""The command line itself: its verbs, its help, its settings, and the ends it can come to."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment
from situations import CODE, INVENTORY, files, git, repository

from legacy_codemod import __version__
from legacy_codemod.cli.app import verbs
from legacy_codemod.cli.shell.failures import tell
from legacy_codemod.errors import CodemodError, RefusedError
from legacy_codemod.model import Place

Codemod = Callable[..., Said]


def test_a_verb_is_a_file() -> None:
    assert verbs() == (
        "apply",
        "burn_down",
        "burn_in",
        "check",
        "demo",
        "explain",
        "inventory",
        "plan",
        "preflight",
        "rollout",
        "smoke",
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "plan"]])
def test_the_version(codemod: Codemod, work: Path, arguments: list[str]) -> None:
    assert work.exists()
    assert codemod(*arguments) == Said(0, f"codemod {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["plan", "--help"], ["plan"], ["check", "--all"]])
def test_a_full_disk_is_one_message(work: Path, arguments: list[str]) -> None:
    repository()(work)
    command = [sys.executable, "-m", "legacy_codemod", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=work, env=environment(work.parent), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.decode()) == (2, "codemod: No space left on device\n")


def test_what_goes_wrong_before_a_verb_is_asked_is_no_success(work: Path) -> None:
    start = (
        "import sys; from legacy_codemod.__main__ import program; from legacy_codemod.guard.glance import look;"
        "look.is_clean = lambda _: int('no number'); sys.argv = ['codemod', 'check']; program()"
    )
    done = subprocess.run([sys.executable, "-c", start], cwd=work.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("codemod: this is a bug in codemod: ValueError: ")


def test_help_names_every_verb(codemod: Codemod, work: Path) -> None:
    assert work.exists()
    said = codemod("--help")
    assert (said.code, said.err) == (0, "")
    assert all(f"\n  {verb.replace('_', '-')} " in said.out for verb in verbs())


def test_no_arguments_show_the_help_and_are_a_usage_error(codemod: Codemod, work: Path) -> None:
    assert work.exists()
    said = codemod()
    assert (said.code, said.out) == (2, codemod("--help").out)


@pytest.mark.parametrize("verb", [*verbs(), "inventory validate", "inventory schema"])
def test_every_verb_has_help(codemod: Codemod, work: Path, verb: str) -> None:
    assert work.exists()
    said = codemod(*verb.replace("_", "-").split(), "-h")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: codemod {verb.replace('_', '-')}")


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (CodemodError("no", place=Place("a.yaml", 3, 5), next_step="Go on."), "codemod: a.yaml:3:5: no\n  Go on.\n", 2),
        (RefusedError("no"), "codemod: no\n", 3),
        (KeyboardInterrupt(), "codemod: stopped; nothing was created\n", 130),
        (OSError(errno.ENOSPC, "No space left on device", "a\x1bb"), "codemod: a\\x1bb: No space left on device\n", 2),
        (MemoryError(), "codemod: there is not enough memory for this\n", 2),
        (
            ZeroDivisionError("division by zero"),
            "codemod: this is a bug in codemod: ZeroDivisionError: division by zero\n"
            "  Please report it with what CODEMOD_DEBUG=1 adds to the same command.\n",
            2,
        ),
    ],
    ids=["what a user can mend", "a refusal", "Ctrl-C", "a full disk", "no memory", "a bug"],
)
def test_an_exception_is_one_message(
    capsys: pytest.CaptureFixture[str], error: BaseException, message: str, code: int
) -> None:
    assert tell(error) == code
    assert capsys.readouterr().err == message


def test_a_traceback_is_shown_when_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CODEMOD_DEBUG", "1")
    tell(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err.splitlines()[0]


SETTINGS = '[tool.codemod]\nroot = "services/api"\ninventory = "docs/inventory.yaml"\n'


@pytest.mark.parametrize("where", [".", "services/api", "services"], ids=["at its top", "at the root", "between"])
def test_settings_are_found_from_any_folder(codemod: Codemod, work: Path, where: str) -> None:
    for folder in ("services/api", "docs"):
        (work / folder).mkdir(parents=True)
    (work / "services" / "api" / "code.py").write_text(CODE)
    (work / "docs" / "inventory.yaml").write_text(INVENTORY)
    repository(pyproject_toml=SETTINGS, inventory="version: 7\n")(work)
    said = codemod("plan", "--format", "json", where=work / where)
    assert said.code == 0, said.err
    assert '"path": "code.py"' in said.out


def test_settings_outside_the_repository_do_not_count(codemod: Codemod, work: Path) -> None:
    (work / "inner").mkdir()
    files(pyproject_toml='[tool.codemod]\nroot = "nowhere"\n')(work)
    repository()(work / "inner")
    assert codemod("plan", where=work / "inner").code == 0


def test_an_option_is_stronger_than_a_setting_and_counts_from_here(codemod: Codemod, work: Path) -> None:
    repository(pyproject_toml='[tool.codemod]\ninventory = "nowhere.yaml"\n')(work)
    (work / "sub").mkdir()
    said = codemod("plan", "--root=..", "--inventory=../legacy-inventory.yaml", where=work / "sub")
    assert said.code == 0, said.err


def test_the_inventory_may_lie_outside_the_root(codemod: Codemod, work: Path) -> None:
    repository()(work)
    (work.parent / "elsewhere.yaml").write_text(INVENTORY)
    said = codemod("plan", "--check", "--inventory=../elsewhere.yaml")
    assert said.code == 1, said.err


def test_a_valid_inventory_is_counted(codemod: Codemod, work: Path) -> None:
    files(inventory=INVENTORY)(work)
    said = codemod("inventory", "validate")
    assert said == Said(0, "legacy-inventory.yaml is valid: 1 settled, 0 to remove, 0 to keep, 0 to wrap\n", "")


def test_the_schema_is_printed(codemod: Codemod, work: Path) -> None:
    git("init", "-q")(work)
    said = codemod("inventory", "schema")
    assert said.code == 0
    assert said.out.startswith("{\n")
    assert said.out.endswith("}\n")
