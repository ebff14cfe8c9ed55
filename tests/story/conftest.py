"""The story before, by hand and by ``codemod apply``, each made once and only read by the tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from docent_story import checked_out, finished_by_hand, git, run_codemod, story_repository
from real_git import snapshot

BRANCH = "codemod/retire-use-restormel-keys"
Files = dict[str, tuple[int, int, bytes]]


@dataclass(frozen=True)
class Retired:
    """What ``codemod apply`` said and left, in a repository where someone is in the middle of something else."""

    root: Path
    code: int
    out: str
    err: str
    before: Files
    after: Files

    @property
    def commits(self) -> list[str]:
        """The commits of the branch, oldest first."""
        return git(self.root, "rev-list", "--reverse", f"main..{BRANCH}").split()


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


def busy(root: Path) -> None:
    """Work in progress of every kind, in files that the plan changes, removes and keeps."""
    (root / "docent/resolve.py").write_text("stashed = True\n")
    git(root, "stash")
    (root / "docent/resolve.py").write_text("staged = True\n")
    (root / "docent/added.py").write_text("from docent.flags import restormel_enabled\n")
    git(root, "add", "docent/resolve.py", "docent/added.py")
    (root / "docent/resolve.py").write_text("def on_disk(:\n")
    (root / "docent/auth.py").write_text("edited = True\n")
    (root / "docent/ai_router/chain.py").unlink()
    (root / "untracked.py").write_text("import docent.ai_router\n")
    (root / ".env").write_text("USE_RESTORMEL_KEYS=true\nOPENAI_API_KEY=sk-story-secret\n")


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
