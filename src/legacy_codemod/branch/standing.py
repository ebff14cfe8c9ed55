"""A branch that is there already → whether it is what we would make, and whether it is ours to replace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.branch.commits import Commit
from legacy_codemod.errors import RefusedError
from legacy_codemod.sources.git import attempt, git
from legacy_codemod.sources.repository import Repository, locate

MARK: Final = "codemod: "  # how our entries in a branch's reflog begin
_MOST: Final = 5  # commits of other people that are named


@dataclass(frozen=True, slots=True)
class Standing:
    """A branch that exists. ``is_ours``: nobody has moved it since we made it, or HEAD has all of its commits."""

    name: str
    tip: str
    is_same: bool  # same base, same trees, same messages: only dates and signatures may differ
    is_ours: bool
    added: tuple[str, ...]  # titles of commits that came after ours
    moved_on: int  # commits of HEAD that it does not have
    checked_out: str  # the folder of the worktree that has it checked out


def standing(root: Path, name: str, commits: Sequence[Commit]) -> Standing | None:
    """How the branch ``name`` compares with ``commits``; ``None`` where there is none."""
    repository = locate(root)
    top, ref = repository.top, f"refs/heads/{name}"
    found = attempt(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if found.returncode:
        return None
    tip = found.stdout.decode("ascii").strip()
    ours = _recorded(top, ref)
    merged = not attempt(top, "merge-base", "--is-ancestor", tip, "HEAD").returncode
    return Standing(
        name,
        tip,
        _is_same(repository, tip, commits),
        merged or ours[:1] == [tip],
        () if merged else _added(top, ours, tip),
        int(git(top, "rev-list", "--count", f"{tip}..HEAD")),
        git(top, "for-each-ref", "--format=%(worktreepath)", ref).decode("utf-8", "replace").strip(),
    )


def require_replaceable(there: Standing, *, force: bool) -> None:
    """Raises ``RefusedError``: the branch holds other people's work, is checked out, or nobody said ``--force``."""
    other = "Choose another name with --branch."
    if not there.is_ours:
        named = f": {', '.join(there.added)}" if there.added else ""
        what = f"branch {there.name} already exists, with commits that codemod did not put there{named}"
        raise RefusedError(what, next_step=f"Nothing was changed, and --force does not replace it. {other}")
    if force and there.checked_out:
        what = f"branch {there.name} is checked out in {there.checked_out}, so it cannot be replaced"
        raise RefusedError(what, next_step=f"Nothing was changed. Switch to another branch there. {other}")
    if not force:
        count = f"{there.moved_on} commit{'' if there.moved_on == 1 else 's'}"
        why = f"; HEAD has moved on by {count} since" if there.moved_on else " on the same base"
        what = f"branch {there.name} already exists and differs from what would be made now{why}"
        raise RefusedError(what, next_step=f"Nothing was changed. Replace it with --force. {other}")


def _is_same(repository: Repository, tip: str, commits: Sequence[Commit]) -> bool:
    top, base = repository.top, commits[0].parent
    there = git(top, "rev-list", "--reverse", tip, f"^{base}").decode("ascii").split()
    if len(there) != len(commits):
        return False
    told = ((_essence(top, old), _essence(top, new.sha)) for old, new in zip(there, commits, strict=True))
    return all(old == (new[0], [parent], new[2]) for (old, new), parent in zip(told, [base, *there[:-1]], strict=True))


def _essence(top: Path, sha: str) -> tuple[str, list[str], str]:
    """The tree, the parents and the message of a commit."""
    head, _, message = git(top, "cat-file", "commit", sha).decode("utf-8", "surrogateescape").partition("\n\n")
    lines = [line.split(" ", 1) for line in head.splitlines()]
    trees = [line[1] for line in lines if line[0] == "tree"]
    return trees[0], [line[1] for line in lines if line[0] == "parent"], message


def _recorded(top: Path, ref: str) -> list[str]:
    """Where we put the branch, newest first, by its reflog; an entry of anyone else on top of ours comes as ""."""
    asked = ("log", "--walk-reflogs", "--no-show-signature", "-z", "--format=%H %gs", ref, "--")
    entries = attempt(top, *asked).stdout.decode("utf-8", "replace").split("\0")
    found = [entry.split(" ", 1) for entry in entries if entry]
    return [sha if why.startswith(MARK) else "" for sha, why in found]


def _added(top: Path, ours: Sequence[str], tip: str) -> tuple[str, ...]:
    made = next((sha for sha in ours if sha), "")
    if not made or made == tip:
        return ()
    asked = ("log", "--no-show-signature", f"--max-count={_MOST}", "--format=%h %s", f"{made}..{tip}", "--")
    return tuple(attempt(top, *asked).stdout.decode("utf-8", "replace").splitlines())
