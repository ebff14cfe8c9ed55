"""Commits in a real repository whose hook is the guard, and what git and the hook said about them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from real_git import GitFolder

SOURCE = Path(__file__).parents[1] / "src"
INVENTORY = """\
version: 1
flags:
  - env: USE_X
    value: "true"
remove:
  - env: OLD_KEY
    replaced_by: NEW_KEY
  - path: app/router.py
"""
READ = 'import os\n\nKEY = os.environ["OLD_KEY"]\n'
CLEAN = "PORT = 8000\n"


@dataclass(frozen=True)
class Tried:
    """How a command ended, and all that it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Guarded(GitFolder):
    """A work tree in which legacy names must not come back."""

    def attempt(self, *command: str | bytes | Path, **extra: str) -> Tried:
        done = subprocess.run(command, cwd=self.root, env={**os.environ, **extra}, capture_output=True, check=False)
        return Tried(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))

    def codemod(self, *arguments: str, **extra: str) -> Tried:
        return self.attempt(sys.executable, "-m", "legacy_codemod", *arguments, **extra)

    def install(self, *options: str) -> Path:
        """The hook, freshly installed."""
        done = self.codemod("check", "--install-hook", *options)
        assert done.code == 0, done.said
        return self.hook

    @property
    def hook(self) -> Path:
        return self.root / self.git("rev-parse", "--git-path", "hooks/pre-commit")

    def stage(self, files: dict[str, str | bytes]) -> None:
        self.write(files)
        self.git("add", "--", *files)

    def try_commit(self, *arguments: str | bytes, **extra: str) -> Tried:
        return self.attempt("git", "commit", "-q", "-m", "work", *arguments, **extra)
