"""The story before, by hand and by ``codemod apply``, each made once and only read by the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from docent_story import checked_out, finished_by_hand, run_codemod, story_repository
from real_git import snapshot
from retired import BRANCH, Retired, busy


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_repository(tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="session")
def retired(tmp_path_factory: pytest.TempPathFactory) -> Retired:
    root = story_repository(tmp_path_factory.mktemp("retired"))
    busy(root)
    was = snapshot(root)
    done = run_codemod(root, "apply", "--skip-burn-in", "the logs of the story end on a day of their own")
    return Retired(root, done.returncode, done.stdout.decode(), done.stderr.decode(), was, snapshot(root))


@pytest.fixture(scope="session")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished_by_hand(tmp_path_factory.mktemp("by-hand"))


@pytest.fixture(scope="session")
def by_codemod(retired: Retired, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert retired.code == 0, retired.err
    return checked_out(retired.root, BRANCH, tmp_path_factory.mktemp("by-codemod"))


@pytest.fixture(scope="session", params=["by_hand", "by_codemod"], ids=["as made by hand", "as codemod apply made it"])
def finished(request: pytest.FixtureRequest) -> Path:
    """A checkout in which the router is gone."""
    return Path(request.getfixturevalue(request.param))
