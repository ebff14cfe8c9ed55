"""A folder of ``fixtures/`` → git repositories of its first day, its commands run there, and what is in its trees."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod import inventory
from legacy_codemod.model import EnvFlag, Inventory

STORIES = Path(__file__).parents[2] / "fixtures"
SOURCE = Path(__file__).parents[2] / "src"
INVENTORY = "legacy-inventory.yaml"
PERSON = {"NAME": "Mara Lind", "EMAIL": "mara@docent.example", "DATE": "2026-11-20T09:00:00+00:00"}


@dataclass(frozen=True)
class Story:
    """A claim, told by a repository before and after."""

    folder: Path

    @property
    def told(self) -> Inventory:
        """What its people wrote."""
        return inventory.read(self.folder / "inventory.yaml", self.folder)

    @property
    def declared(self) -> dict[str, str]:
        """The environment that the inventory declares; a variable that is declared unset is not there."""
        flags = (item.subject for item in self.told.flags)
        return {flag.env: flag.value for flag in flags if isinstance(flag, EnvFlag) and flag.value is not None}

    def repository(self, root: Path, message: str = "What stood before") -> Path:
        """A git repository with ``before/`` and the inventory as its only commit, the same hash each time."""
        return _committed(self.copied("before", root), self.folder / "inventory.yaml", message)

    def finished(self, root: Path) -> Path:
        """The same with ``after/``: what the branch must come to."""
        return _committed(self.copied("after", root), self.folder / "inventory.yaml", "What was made by hand")

    def copied(self, side: str, target: Path) -> Path:
        """One side as a plain folder."""
        left_behind = shutil.ignore_patterns("__pycache__", ".pytest_cache", ".ruff_cache")
        return Path(shutil.copytree(self.folder / side, target, ignore=left_behind))

    def page(self, name: str) -> str:
        """``log.txt`` or ``findings.txt``."""
        return (self.folder / name).read_text(encoding="utf-8")


def _committed(root: Path, told: Path, message: str) -> Path:
    shutil.copy(told, root / INVENTORY)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "-m", message)
    return root


def checked_out(root: Path, commit: str, folder: Path) -> Path:
    """``commit`` as a plain folder; the repository is only read."""
    command = ("git", "archive", "--format=zip", commit)
    done = subprocess.run(command, cwd=root, env=_own_git(), capture_output=True, check=True)
    zipfile.ZipFile(io.BytesIO(done.stdout)).extractall(folder)
    return folder


def log(root: Path, commits: str) -> str:
    """A paragraph a commit, oldest first: its subject, and each file with what became of it."""
    told = git(root, "log", "--reverse", "--no-renames", "--name-status", "--format=%x00%s", commits)
    paragraphs = (re.sub(r"\n+", "\n", said).strip().replace("\n", "\n    ") for said in told.split("\0")[1:])
    return "\n\n".join(said.replace("\t", " ") for said in paragraphs) + "\n"


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
    done = tried(folder)
    assert done.keys() == {"passed"}, done
    return done["passed"]


def tried(folder: Path, **env: str) -> dict[str, int]:
    """What the app's own tests came to: how many passed, how many were skipped; none may fail."""
    own = f"--basetemp={folder.with_name(f'{folder.name}-temp')}"  # several at once would clear one folder, and warn
    done = run_python(folder, "-m", "pytest", "-q", "-p", "no:cacheprovider", own, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    summary = re.fullmatch(r"(\d.*) in \S+(?: \(.*\))?", done.stdout.splitlines()[-1])
    assert summary, done.stdout
    return {word: int(number) for number, word in (part.split(maxsplit=1) for part in summary[1].split(", "))}


def files(folder: Path) -> dict[str, bytes]:
    """What is in ``folder``, without what git keeps there."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def codemod_environment(folder: Path) -> dict[str, str]:
    """What Mara runs codemod in: her name, and on the path the Python that has what the story's tests need."""
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
