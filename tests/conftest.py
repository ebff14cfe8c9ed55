"""Real git repositories in temporary folders, out of reach of the user's own git settings."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder

# the tables' own assertions show both sides where an expectation is not met; nothing may load them before this
pytest.register_assert_rewrite("cleaning", "committing", "folding", "planning")


@pytest.fixture(autouse=True)
def only_this_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what the person running it has set up."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    person = {"NAME": "Ada", "EMAIL": "ada@example.org"}
    people = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in person.items()}
    for name, value in (settings | people).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("EMAIL", raising=False)


@pytest.fixture
def git_folder(tmp_path: Path) -> Callable[..., GitFolder]:
    """A function that starts a repository: ``git_folder("name", "--object-format=sha256")``."""

    def start(name: str = "app", *options: str) -> GitFolder:
        (tmp_path / name).mkdir()
        made = GitFolder(tmp_path / name)
        made.git("init", "--quiet", "--initial-branch=main", *options)
        return made

    return start


@pytest.fixture
def repository(git_folder: Callable[..., GitFolder]) -> GitFolder:
    """An empty repository, without a commit."""
    return git_folder()
