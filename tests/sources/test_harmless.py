"""Reading writes nothing, waits for no lock, and runs nothing that a repository names."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder, hostile, snapshot

from legacy_codemod.sources import open_sources


def read_everything(root: Path) -> None:
    for worktree in (False, True):
        tree = open_sources(root, worktree=worktree)
        assert all(tree.read(path) is not None for path in tree.paths())
        assert tree.holders(["USE_X", "legacy"])


def test_reading_leaves_every_byte_and_time_as_it_was(repository: GitFolder) -> None:
    repository.commit({"a.py": "USE_X\n"})
    os.utime(repository.root / "a.py", (1, 1))  # git would love to refresh its index now
    before = snapshot(repository.root)
    read_everything(repository.root)
    assert snapshot(repository.root) == before


def test_another_git_at_work_is_no_obstacle(repository: GitFolder) -> None:
    repository.commit({"a.py": "USE_X\n"})
    repository.write({".git/index.lock": "", ".git/HEAD.lock": "", ".git/config.lock": ""})
    read_everything(repository.root)


def test_nothing_that_the_repository_names_is_run(repository: GitFolder, tmp_path: Path) -> None:
    marker = hostile(repository, tmp_path)
    read_everything(repository.root)
    assert not marker.exists()


def test_hooks_that_called_us_do_not_redirect_us(
    git_folder: Callable[..., GitFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, other = git_folder(), git_folder("other")
    app.commit({"a.py": "USE_X\n"})
    other.commit({"b.py": "legacy\n"})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))
    for worktree in (False, True):
        assert open_sources(app.root, worktree=worktree).paths() == ("a.py",)


def test_a_partial_clone_stays_offline(git_folder: Callable[..., GitFolder]) -> None:
    app = git_folder()
    app.commit({"a.py": "USE_X\n"})
    app.git("config", "uploadpack.allowFilter", "true")
    app.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{app.root}", "../partial")
    root = app.root.parent / "partial"
    before = snapshot(root, objects=True)
    tree = open_sources(root, worktree=False)
    with pytest.raises(Exception, match=r"a\.py cannot be read: its object .* is missing"):
        tree.read("a.py")
    assert snapshot(root, objects=True) == before
