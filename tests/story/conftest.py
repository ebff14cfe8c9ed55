"""Each story by ``codemod apply``, made once and only read by the tests; that of Docent by hand too."""

from __future__ import annotations

from pathlib import Path

import pytest
from docent_story import DOCENT, finished_by_hand, story_repository
from real_git import snapshot
from retired import BRANCH, Retired, busy
from story import STORIES, Story, checked_out, git, run_codemod
from told import Told


@pytest.fixture(
    scope="session",
    params=sorted(story.name for story in STORIES.iterdir() if story.is_dir() and story != DOCENT.folder),
)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A story, and the repository in which ``codemod apply`` made its branch."""
    story = Story(STORIES / request.param)
    root = story.repository(tmp_path_factory.mktemp(story.folder.name[:20]) / "app")
    gate = () if story.told.burn_in else ("--skip-burn-in", "nobody calls the old path in a story")
    done = run_codemod(root, "apply", *gate)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return Told(story, root, git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads/codemod"))


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
