"""Commits → a branch, by one atomic ref creation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.branch.commits import Commit
from legacy_codemod.branch.diffstat import DiffStat, diffstat
from legacy_codemod.errors import RefusedError, WorkspaceError
from legacy_codemod.sources.git import attempt, complaint
from legacy_codemod.sources.repository import locate


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch that now exists: its commits from oldest to newest, and what they come to against the base."""

    name: str
    base: str
    commits: tuple[Commit, ...]
    stat: DiffStat

    @property
    def tip(self) -> str:
        """The newest commit."""
        return self.commits[-1].sha


def publish(root: Path, name: str, commits: Sequence[Commit]) -> Branch:
    """Create the branch ``name`` on the last of ``commits``: wholly, or not at all.

    Raises ``RefusedError``: no commits, or the branch exists. ``WorkspaceError``: the name is none for a branch, or the
    ref cannot be written.
    """
    if not commits:
        raise RefusedError("there is nothing to put on a branch", next_step="`codemod plan` shows what is left to do.")
    require_free(root, name)
    branch = Branch(name, commits[0].parent, tuple(commits), diffstat(root, commits[0].parent, commits[-1].sha))
    # "create", not "update": a branch that someone made in the meantime stays.
    order = f"create refs/heads/{name} {branch.tip}\n".encode("utf-8", "surrogateescape")
    update = ("update-ref", "--no-deref", "-m", "codemod: created", "--stdin")
    done = attempt(locate(root).top, *update, given=order)
    if done.returncode:
        next_step = "No branch was created. Check that .git/refs can be written."
        raise WorkspaceError(f"branch {name} could not be created: {complaint(done.stderr)}", next_step=next_step)
    return branch


def require_free(root: Path, name: str) -> None:
    """Check early, before the long work, that a branch ``name`` could be created.

    Raises ``RefusedError``: it exists, or another branch's name stands in its way. ``WorkspaceError``: the name is none
    for a branch.
    """
    top = locate(root).top
    ref = f"refs/heads/{name}"
    if name.startswith("-") or name == "HEAD" or attempt(top, "check-ref-format", ref).returncode:
        raise WorkspaceError(f"{name!r} cannot name a branch", next_step="Choose another name with --branch.")
    taken = attempt(top, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/").stdout
    for other in taken.decode("utf-8", "surrogateescape").splitlines():
        if other == name or other.startswith(f"{name}/") or name.startswith(f"{other}/"):
            next_step = f"Choose another name with --branch, or delete it with `git branch -D {other}`."
            what = f"branch {name} already exists" if other == name else f"branch {other} stands in the way of {name}"
            raise RefusedError(what, next_step=next_step)
