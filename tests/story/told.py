"""A story and the branch that ``codemod apply`` made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from story import Story, codemod_environment, git


@dataclass(frozen=True)
class Told:
    """A story, the repository it was played in, and its branch."""

    story: Story
    root: Path
    branch: str

    @property
    def commits(self) -> list[str]:
        """The commits of the branch, oldest first."""
        return git(self.root, "rev-list", "--reverse", f"main..{self.branch}").split()

    @property
    def environment(self) -> dict[str, str]:
        """What ``codemod apply`` ran in, and the story's tests on its result."""
        return codemod_environment(self.root)
