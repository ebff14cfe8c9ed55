"""``codemod`` as users start it: a process of its own, in a folder that a situation has set up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
IDENTITY = {f"GIT_{role}_{field}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


def environment(home: Path) -> dict[str, str]:
    """The environment of a user who has set nothing, with ``home`` as home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CODEMOD_", "PYTHON"))}
    plain = {"HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "COLUMNS": "80"}
    return kept | plain | IDENTITY | {"PYTHONPATH": str(SOURCE), "GIT_CEILING_DIRECTORIES": str(home)}


@pytest.fixture
def codemod(tmp_path: Path) -> Callable[..., Said]:
    """Run ``codemod`` with arguments; the folder is ``tmp_path / "work"`` unless ``where`` names another.

    A variable that is given as an empty string is not set at all.
    """

    def run(*arguments: str, where: Path | None = None, **extra: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "legacy_codemod", *arguments],
            cwd=where or tmp_path / "work",
            env={name: value for name, value in (environment(tmp_path) | extra).items() if value},
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder that ``codemod`` runs in."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder
