"""``codemod`` as users start it: a process of its own, in a folder that a situation has set up."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment


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
