"""Folders that cannot be read as a repository: one message each, and the next step."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder

from legacy_codemod.errors import ExitCode, WorkspaceError
from legacy_codemod.sources import open_sources


def bare(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    repository.git("clone", "--quiet", "--bare", ".", "../bare.git")
    return repository.root.parent / "bare.git"


def in_dot_git(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    return repository.root / ".git"


def uncommitted_folder(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    repository.write({"new/b.py": "x"})
    return repository.root / "new"


def a_file(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    return repository.root / "a.py"


def broken_config(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    repository.write({".git/config": "[core\n"})
    return repository.root


def broken_head(repository: GitFolder) -> Path:
    repository.commit({"a.py": "x"})
    repository.write({".git/HEAD": "0" * 39 + "1\n"})
    return repository.root


REFUSED: dict[str, tuple[Callable[[GitFolder], Path], str]] = {
    "not a repository": (lambda made: made.root.parent, r"is not a git repository\n  .*--root"),
    "no commits yet": (lambda made: made.root, r"has no commits yet\n  .*--worktree"),
    "no such folder": (lambda made: made.root / "nowhere", r"is not a folder\n  .*--root"),
    "a file": (a_file, r"is not a folder\n  .*--root"),
    "a bare repository": (bare, r"is a bare repository, without files\n  .*clone"),
    "inside .git": (in_dot_git, r"is inside a \.git folder, without files\n  .*clone"),
    "a folder that was never committed": (uncommitted_folder, r"nothing below .* has been committed\n  .*--worktree"),
    "a broken config": (broken_config, r"git cannot open .*bad config.*\n  .*git status"),
    "a HEAD that leads nowhere": (broken_head, r"has no commits yet|cannot open"),
}


@pytest.mark.parametrize(("scene", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_one_message(
    repository: GitFolder, scene: Callable[[GitFolder], Path], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.root.parent.parent))
    root = scene(repository)
    with pytest.raises(WorkspaceError, match=says) as raised:
        open_sources(root, worktree=False)
    assert raised.value.exit_code == ExitCode.USAGE
    assert len(str(raised.value).splitlines()) <= 3


def test_without_git_the_message_says_so(repository: GitFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({"a.py": "x"})
    monkeypatch.setenv("PATH", str(repository.root / "no-programs"))
    with pytest.raises(WorkspaceError, match=r"git was not found\n  Install git"):
        open_sources(repository.root, worktree=False)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_names_the_way_to_trust_it(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    for path in (repository.root, repository.root / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(WorkspaceError, match=r"belongs to another user.*\n  .*safe\.directory"):
        open_sources(repository.root, worktree=False)
