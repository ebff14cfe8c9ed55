"""A real git repository to try patches on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., bytes]:
    """``git`` in ``tmp_path / "repo"``, blind to the settings of whoever runs the tests; a warning is an error."""
    root = tmp_path / "repo"
    root.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(tmp_path)}
    env |= {f"GIT_{role}_{field}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}

    def run(*arguments: str, stdin: bytes = b"") -> bytes:
        done = subprocess.run(["git", *arguments], cwd=root, env=env, input=stdin, capture_output=True, check=False)
        assert not done.returncode, done.stderr.decode()
        assert not done.stderr, done.stderr.decode()
        return done.stdout

    return run
