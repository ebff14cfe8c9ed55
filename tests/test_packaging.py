"""The wheel and the sdist: what a user installs has the engine, the catalogue and the story, hidden files included."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STORY = ROOT / "fixtures" / "keeps-the-error-fallback-when-restormel-took-over"
LEFT_BEHIND = {"__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".git"}


def files_below(folder: Path) -> set[str]:
    """The files that git tracks below ``folder``; without git (in an unpacked sdist), those that are there."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=folder, capture_output=True, check=True).stdout.decode()
        return {path for path in listed.split("\0") if path and (folder / path).is_file()}
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {path.as_posix() for path in found if not LEFT_BEHIND & set(path.parts)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return folder


@pytest.fixture(scope="module")
def in_wheel(built: Path) -> set[str]:
    """The names in the wheel."""
    return set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())


@pytest.fixture(scope="module")
def in_sdist(built: Path) -> set[str]:
    """The names in the sdist, less its own folder."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (ROOT / "src" / "legacy_codemod", "legacy_codemod"),
        (ROOT / "codemods", "legacy_codemod/codemods"),
        (STORY / "before", "legacy_codemod/demo/before"),
    ],
    ids=["the engine", "the catalogue", "the story"],
)
def test_the_wheel_has(in_wheel: set[str], folder: Path, place: str) -> None:
    assert {f"{place}/{path}" for path in files_below(folder)} - in_wheel == set()


def test_the_wheel_has_the_hidden_files_of_the_story_and_its_inventory(in_wheel: set[str]) -> None:
    wanted = {"before/.env.example", "before/.gitignore", "before/.github/workflows/ci.yml", "inventory.yaml"}
    assert {f"legacy_codemod/demo/{path}" for path in wanted} - in_wheel == set()


def test_the_wheel_has_nothing_else(in_wheel: set[str]) -> None:
    tops = {name.partition("/")[0] for name in in_wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"legacy_codemod"}
    assert [name for name in in_wheel if LEFT_BEHIND & set(name.split("/")) or name.endswith(".pyc")] == []


@pytest.mark.parametrize("folder", ["src", "codemods", "fixtures", "tests"])
def test_the_sdist_has_all_of(in_sdist: set[str], folder: str) -> None:
    assert {f"{folder}/{path}" for path in files_below(ROOT / folder)} - in_sdist == set()


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "CHANGELOG.md", "Makefile", "pyproject.toml"])
def test_the_sdist_has_the_file(in_sdist: set[str], name: str) -> None:
    assert name in in_sdist


def test_the_wheel_runs_and_finds_its_story(built: Path) -> None:
    wheel = next(built.glob("*.whl"))
    unpacked = built / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    ask = "from legacy_codemod.cli.shell.story import story; print(story())"
    shown = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        cwd=built,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == str(unpacked / "legacy_codemod" / "demo")
