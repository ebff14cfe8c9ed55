"""A repository → the folder in which git looks for its hooks, and whose settings say so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.sources.git import git
from legacy_codemod.sources.repository import Repository

_OF_THE_REPOSITORY: Final = frozenset({"local", "worktree"})
_OURS: Final = "command"  # the scope of what our own git commands are given


@dataclass(frozen=True, slots=True)
class HooksFolder:
    """``is_shared``: the settings of the user or of the machine name it, so that every repository runs its hooks."""

    path: Path
    is_shared: bool


def hooks_folder(repository: Repository) -> HooksFolder:
    """Where the hooks are: ``core.hooksPath``, or ``hooks`` in the folder that all work trees share.

    Raises ``WorkspaceError``: git cannot read its settings.
    """
    printed = git(repository.top, "config", "-z", "--show-scope", "--type=path", "--get-all", "core.hooksPath")
    fields = printed.decode("utf-8", "surrogateescape").split("\0")
    found = [(scope, value) for scope, value in zip(fields[::2], fields[1::2], strict=False) if scope != _OURS]
    if not found:
        common = git(repository.top, "rev-parse", "--git-common-dir").decode("utf-8", "surrogateescape")
        return HooksFolder(repository.top / common.removesuffix("\n") / "hooks", is_shared=False)
    scope, value = found[-1]
    return HooksFolder(repository.top / value, is_shared=scope not in _OF_THE_REPOSITORY)
