"""The story of Docent as folders to test: its checkouts, a git repository of its first day, and its commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from legacy_codemod import inventory
from legacy_codemod.model import EnvFlag, EnvSubject, ExprFlag, Inventory, NameFlag, NameSubject

STORY = Path(__file__).parents[2] / "fixtures" / "keeps-the-error-fallback-when-restormel-took-over"
INVENTORY = "legacy-inventory.yaml"
# What a person wrote down in Phase 0 stays as it was written.
RECORDS = (INVENTORY, "docs/restormel-integration")
PERSON = {"NAME": "Mara Lind", "EMAIL": "mara@docent.example", "DATE": "2026-11-20T09:00:00+00:00"}


def story_repository(tmp_path: Path) -> Path:
    """A git repository with ``before/`` and its inventory as its only commit, the same hash each time."""
    root = _copied("before", tmp_path / "docent")
    shutil.copy(STORY / "inventory.yaml", root / INVENTORY)
    _git(root, "init", "--quiet", "--initial-branch=main")
    _git(root, "add", "--all", "--force")
    _git(root, "commit", "--quiet", "-m", "Docent 2.7.0, two weeks after the cutover")
    return root


def finished_by_hand(tmp_path: Path) -> Path:
    """The result that the story expects, as a plain folder."""
    return _copied("after", tmp_path / "finished")


# Each leads from an empty folder to a checkout in which the router is gone.
FINISHED: dict[str, Callable[[Path], Path]] = {"the hand-made result": finished_by_hand}


def story_inventory() -> Inventory:
    """What Docent's team wrote."""
    return inventory.read(STORY / "inventory.yaml", STORY)


def retired_words(told: Inventory) -> set[str]:
    """Words that may not be left in code or config: flags, removed names, removed environment variables."""
    return {_word(item.subject) for item in (*told.flags, *told.remove)} - {""}


def run_python(folder: Path, *arguments: str, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Python in ``folder``, with nothing of our own environment but the ways to programs."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    settings = {
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "NO_PROXY": "127.0.0.1",
        "HOME": str(folder),
    }
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=kept | settings | env,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def _word(subject: object) -> str:
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return name
        case NameFlag(name=name) | NameSubject(name=name):
            return name.rpartition(".")[2]
        case ExprFlag(expr=expr):
            return expr.split('"')[1]
        case _:
            return ""


def _copied(side: str, target: Path) -> Path:
    left_behind = shutil.ignore_patterns("__pycache__", ".pytest_cache", ".ruff_cache")
    return Path(shutil.copytree(STORY / side, target, ignore=left_behind))


def _git(root: Path, *arguments: str) -> None:
    people = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in PERSON.items()}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(("git", *arguments), cwd=root, env={**os.environ, **people, **settings}, check=True)
