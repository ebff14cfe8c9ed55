"""The hooks that https://pre-commit.com finds in this repository, installed and run by pre-commit itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from committing import CLEAN, INVENTORY, READ, Guarded, Tried
from real_git import GitFolder

ROOT = Path(__file__).parents[2]
# what a wheel is built from, and what pre-commit reads
BUILT_FROM = ("src", "codemods", "fixtures", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIG = """\
repos:
  - repo: {repo}
    rev: v1
    hooks:
      - id: codemod-check
      - id: codemod-check-all
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where pre-commit, or what a build needs, cannot be had."""
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed; it is in the test group of pyproject.toml")
    folder = tmp_path_factory.mktemp("probe")
    limits = ("--retries", "0", "--timeout", "20", "--quiet", "--disable-pip-version-check")
    ask = [sys.executable, "-m", "pip", "download", *limits, "--no-deps", "--dest", str(folder), "hatchling"]
    done = subprocess.run(ask, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip cannot reach a package registry: {done.stderr.strip().splitlines()[-1:]}")


@pytest.fixture(scope="module")
def published(registry: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  it only skips
    """A repository with the source of codemod and a tag, as users name it in their configuration."""
    folder = tmp_path_factory.mktemp("published")
    leave = shutil.ignore_patterns("__pycache__", ".*_cache")
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=leave)
        else:
            shutil.copy(ROOT / name, folder / name)
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    for command in (("init", "-q"), ("add", "--all", "--force"), (*person, "commit", "-q", "-m", "1"), ("tag", "v1")):
        subprocess.run(["git", *command], cwd=folder, env=plain(), check=True)
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed: once for all tests."""
    return tmp_path_factory.mktemp("store")


def plain() -> dict[str, str]:
    """The environment without what would reach into the installation, or into git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "VIRTUAL_"))}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def pre_commit(folder: Guarded, *arguments: str) -> Tried:
    return folder.attempt(sys.executable, "-m", "pre_commit", *arguments)


@pytest.fixture
def hooked(
    published: Path, store: Path, git_folder: Callable[..., GitFolder], monkeypatch: pytest.MonkeyPatch
) -> Guarded:
    """A user's repository, in which `pre-commit install` has been run."""
    for name in [name for name in os.environ if name.startswith(("PYTHON", "VIRTUAL_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(store))
    folder = Guarded(git_folder("a user's").root)
    config = CONFIG.format(repo=published)
    folder.commit({"legacy-inventory.yaml": INVENTORY, ".pre-commit-config.yaml": config, "app/main.py": CLEAN})
    done = pre_commit(folder, "install", "--install-hooks")
    assert done.code == 0, done.said
    return folder


def test_a_use_that_comes_back_is_stopped_and_told(hooked: Guarded) -> None:
    hooked.stage({"app/the keys.py": READ})
    tried = hooked.try_commit()
    assert tried.code == 1
    assert "legacy names must not come back" in tried.said
    assert "app/the keys.py:3:7: " in tried.said
    assert "instead: NEW_KEY" in tried.said


def test_a_clean_change_goes_through(hooked: Guarded) -> None:
    hooked.stage({"app/the port.py": CLEAN})
    hooked.write({"app/main.py": READ})  # which is not staged
    tried = hooked.try_commit()
    assert tried.code == 0, tried.said
    assert "Passed" in tried.said
    assert (hooked.root / "app/main.py").read_text() == READ


def test_a_partial_commit_is_judged_by_the_file_it_names(hooked: Guarded) -> None:
    hooked.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "more")
    hooked.write({"app/keys.py": CLEAN})
    hooked.git("add", "--all")
    hooked.git("commit", "-q", "--no-verify", "-m", "keys")
    hooked.stage({"app/keys.py": READ, "app/main.py": "PORT = 80\n"})
    assert hooked.try_commit("--", "app/main.py").code == 0
    tried = hooked.try_commit("--", "app/keys.py")
    assert (tried.code, "app/keys.py:3:7: " in tried.said) == (1, True)


def test_a_use_may_move_to_another_file_while_its_item_is_still_to_go(hooked: Guarded) -> None:
    hooked.write({"app/keys.py": READ})
    hooked.git("add", "--all")
    hooked.git("commit", "-q", "--no-verify", "-m", "keys")
    hooked.git("mv", "app/keys.py", "app/moved.py")
    assert hooked.try_commit().code == 0


def test_all_files_are_looked_at_by_the_hook_that_is_for_that(hooked: Guarded) -> None:
    hooked.write({"app/keys.py": READ})
    hooked.git("add", "--all")
    hooked.git("commit", "-q", "--no-verify", "-m", "keys\n\nRetired: remove env OLD_KEY")
    whole = pre_commit(hooked, "run", "--all-files", "--hook-stage", "manual", "codemod-check-all")
    assert whole.code == 1
    assert "app/keys.py:3:7: " in whole.said
    assert "retired on " in whole.said
