"""A verdict → one commit per change, in git's object store only: no ref, no checkout, no index is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.branch.message import message
from legacy_codemod.branch.objects import Store
from legacy_codemod.branch.scratch import scratch
from legacy_codemod.errors import RefusedError, WorkspaceError
from legacy_codemod.model import Item, Plan, Verdict
from legacy_codemod.sources.git import attempt
from legacy_codemod.sources.repository import Repository, committed, locate


@dataclass(frozen=True, slots=True)
class Commit:
    """One change as a commit. ``paths`` are the files it changes, relative to the root."""

    sha: str
    parent: str
    item: Item
    paths: tuple[str, ...]

    @property
    def title(self) -> str:
        """Of the inventory's item."""
        return self.item.title


def commits(root: Path, verdict: Verdict) -> tuple[Commit, ...]:
    """One commit for each change that has files, in the order of the plan; the first one's parent is the base.

    Same plan, same base: the commits differ by author, date and signature only.

    Raises ``RefusedError``: the proof found problems, or the plan was made from files on disk. ``WorkspaceError``: no
    repository, no git identity, or an object store that cannot be written.
    """
    _require_proof(verdict)
    repository = committed(locate(root))
    _require_identity(repository)
    with scratch() as folder:
        return tuple(_build(Store(repository, verdict.plan.base, folder), verdict.plan))


def _build(store: Store, plan: Plan) -> Iterator[Commit]:
    parent = plan.base
    for change in plan.changes:
        files = [file for file in change.files if file.before != file.after]
        if files:
            sha = store.commit(store.tree(files), parent, message(change, plan.inventory.path))
            yield Commit(sha, parent, change.item, tuple(file.path for file in files))
            parent = sha


def _require_proof(verdict: Verdict) -> None:
    if verdict.problems:
        first = verdict.problems[0]
        next_step = "Nothing was created. `codemod plan` shows every problem."
        raise RefusedError(f"the result did not pass its proof: {first.reason}", place=first.place, next_step=next_step)
    if not verdict.plan.base:
        next_step = "Commit or stash your edits and plan from the committed tree."
        raise RefusedError("a plan from the files on disk has no commit to build a branch on", next_step=next_step)


def _require_identity(repository: Repository) -> None:
    # useConfigOnly: a name guessed from the machine must not end up in a project's history.
    for identity in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if attempt(repository.top, "-c", "user.useConfigOnly=true", "var", identity).returncode:
            next_step = "Set one: git config user.name NAME && git config user.email ADDRESS"
            raise WorkspaceError("git has no name and e-mail address to commit with", next_step=next_step)
