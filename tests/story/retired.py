"""A repository of Docent in which someone is in the middle of something else, and what ``codemod apply`` made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from story import git

BRANCH = "codemod/retire-use-restormel-keys"
Files = dict[str, tuple[int, int, bytes]]


@dataclass(frozen=True)
class Retired:
    """What ``codemod apply`` said and left, in a repository where someone is in the middle of something else."""

    root: Path
    code: int
    out: str
    err: str
    before: Files = field(repr=False)
    after: Files = field(repr=False)

    @property
    def commits(self) -> list[str]:
        """The commits of the branch, oldest first."""
        return git(self.root, "rev-list", "--reverse", f"main..{BRANCH}").split()


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
