"""Commits → a branch, by one atomic ref update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from legacy_codemod.branch.commits import Commit
from legacy_codemod.branch.diffstat import DiffStat, diffstat
from legacy_codemod.branch.standing import MARK
from legacy_codemod.errors import RefusedError, WorkspaceError
from legacy_codemod.sources.git import attempt, complaint, git
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


def publish(root: Path, name: str, commits: Sequence[Commit], instead_of: str = "") -> Branch:
    """Put the branch ``name`` on the last of ``commits``: wholly, or not at all.

    ``instead_of`` is the commit on which it stands now; without one it must not exist.

    Raises ``RefusedError``: no commits, or the branch exists. ``WorkspaceError``: the name is none for a branch, or the
    ref cannot be written, or is no longer where it was.
    """
    if not commits:
        raise RefusedError("there is nothing to put on a branch", next_step="`codemod plan` shows what is left to do.")
    if not instead_of:
        require_free(root, name)
    branch = Branch(name, commits[0].parent, tuple(commits), diffstat(root, commits[0].parent, commits[-1].sha))
    # "create", or "update" from a known commit: what someone made in the meantime stays.
    verb, was = ("update", f" {instead_of}") if instead_of else ("create", "")
    order = f"{verb} refs/heads/{name} {branch.tip}{was}\n".encode("utf-8", "surrogateescape")
    update = ("update-ref", "--no-deref", "--create-reflog", "-m", f"{MARK}{verb}d", "--stdin")
    done = attempt(locate(root).top, *update, given=order)
    if done.returncode:
        next_step = "Check that .git/refs can be written, and that no other git is at work there."
        what = f"branch {name} could not be {verb}d: {complaint(done.stderr)}"
        raise WorkspaceError(what, next_step=f"No branch was {verb}d. {next_step}")
    return branch


def read_back(root: Path, name: str, commits: Sequence[Commit]) -> Branch:
    """The branch ``name`` that exists, whose commits are those of ``commits`` but for dates and signatures."""
    base, tip = commits[0].parent, tip_of(root, name)
    shas = git(locate(root).top, "rev-list", "--reverse", tip, f"^{base}").decode("ascii").split()
    named = zip(commits, shas, [base, *shas[:-1]], strict=True)
    return Branch(
        name,
        base,
        tuple(replace(commit, sha=sha, parent=parent) for commit, sha, parent in named),
        diffstat(root, base, tip),
    )


def tip_of(root: Path, name: str) -> str:
    """The commit that the branch ``name`` is on; ``""`` where there is none."""
    asked = ("rev-parse", "--verify", "--quiet", f"refs/heads/{name}^{{commit}}")
    return attempt(locate(root).top, *asked).stdout.decode("ascii").strip()


def require_free(root: Path, name: str) -> None:
    """Check that a branch ``name`` could be created.

    Raises ``RefusedError``: it exists, or another branch's name stands in its way. ``WorkspaceError``: the name is none
    for a branch.
    """
    require_name(root, name)
    if attempt(locate(root).top, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}").returncode == 0:
        next_step = f"Choose another name with --branch, or delete it with `git branch -D {name}`."
        raise RefusedError(f"branch {name} already exists", next_step=next_step)


def require_name(root: Path, name: str) -> None:
    """Check early, before the long work, that ``name`` can name a branch here, be there one or not.

    Raises ``RefusedError``: another branch's name stands in its way. ``WorkspaceError``: the name is none for a branch.
    """
    top = locate(root).top
    ref = f"refs/heads/{name}"
    if name.startswith("-") or name == "HEAD" or attempt(top, "check-ref-format", ref).returncode:
        raise WorkspaceError(f"{name!r} cannot name a branch", next_step="Choose another name with --branch.")
    taken = attempt(top, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/").stdout
    for other in taken.decode("utf-8", "surrogateescape").splitlines():
        if other.startswith(f"{name}/") or name.startswith(f"{other}/"):
            next_step = f"Choose another name with --branch, or delete it with `git branch -D {other}`."
            raise RefusedError(f"branch {other} stands in the way of {name}", next_step=next_step)
