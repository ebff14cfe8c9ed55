"""The story of Docent: its checkouts, git repositories of its first day, and how commands run there."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from legacy_codemod import inventory
from legacy_codemod.model import EnvFlag, EnvSubject, ExprFlag, Inventory, NameFlag, NameSubject

STORY = Path(__file__).parents[2] / "fixtures" / "keeps-the-error-fallback-when-restormel-took-over"
SOURCE = Path(__file__).parents[2] / "src"
INVENTORY = "legacy-inventory.yaml"
# What a person wrote down in Phase 0 stays as it was written.
RECORDS = (INVENTORY, "docs/restormel-integration")
PERSON = {"NAME": "Mara Lind", "EMAIL": "mara@docent.example", "DATE": "2026-11-20T09:00:00+00:00"}


def story_repository(tmp_path: Path) -> Path:
    """A git repository with ``before/`` and its inventory as its only commit, the same hash each time."""
    root = _copied("before", tmp_path / "docent")
    shutil.copy(STORY / "inventory.yaml", root / INVENTORY)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "-m", "Docent 2.7.0, two weeks after the cutover")
    return root


def finished_by_hand(tmp_path: Path) -> Path:
    """The result that the story expects, as a plain folder."""
    return _copied("after", tmp_path / "finished")


def checked_out(root: Path, commit: str, folder: Path) -> Path:
    """``commit`` as a plain folder; the repository is only read."""
    command = ("git", "archive", "--format=zip", commit)
    done = subprocess.run(command, cwd=root, env=_own_git(), capture_output=True, check=True)
    zipfile.ZipFile(io.BytesIO(done.stdout)).extractall(folder)
    return folder


def story_inventory() -> Inventory:
    """What Docent's team wrote."""
    return inventory.read(STORY / "inventory.yaml", STORY)


def retired_words(told: Inventory) -> set[str]:
    """Words that may not be left in code or config: flags, removed names, removed environment variables."""
    return {_word(item.subject) for item in (*told.flags, *told.remove)} - {""}


def run_python(folder: Path, *arguments: str, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Python in ``folder``, with nothing of our own environment but the ways to programs."""
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=folder,
        env=_bare(folder) | {"PYTHONPATH": str(folder)} | env,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def passed(folder: Path) -> int:
    """How many of the app's own tests passed; none may do anything else."""
    done = run_python(folder, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout + done.stderr
    summary = re.fullmatch(r"(\d+) passed in .*", done.stdout.splitlines()[-1])
    assert summary, done.stdout
    return int(summary[1])


def files(folder: Path) -> dict[str, bytes]:
    """What is in ``folder``, without what git keeps there."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def codemod_environment(folder: Path) -> dict[str, str]:
    """What Mara runs codemod in: her name, and on the path the Python that has what Docent's tests need."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return _bare(folder.parent) | _as_mara() | {"PYTHONPATH": str(SOURCE), "PATH": path, "COLUMNS": "100"}


def run_codemod(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """``codemod`` in ``folder``, a process of its own."""
    command = (sys.executable, "-m", "legacy_codemod", *arguments)
    return subprocess.run(command, cwd=folder, env=codemod_environment(folder) | env, capture_output=True, check=False)


def git(root: Path, *arguments: str, given: bytes = b"") -> str:
    """What git prints, without the last newline."""
    command = ("git", *arguments)
    done = subprocess.run(command, cwd=root, env=_own_git(), input=given, capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n")


def _bare(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    settings = {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "NO_PROXY": "127.0.0.1"}
    return kept | settings | {"HOME": str(home)}


def _as_mara() -> dict[str, str]:
    people = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in PERSON.items()}
    return people | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _own_git() -> dict[str, str]:
    return {**os.environ, **_as_mara()}


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
