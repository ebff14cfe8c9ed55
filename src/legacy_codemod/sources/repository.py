"""A folder → the git repository that holds it, the folder's place in it, and the commit checked out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources.git import attempt, complaint


@dataclass(frozen=True, slots=True)
class Repository:
    """``root`` is the world we see; it lies in the work tree ``top`` under ``prefix``."""

    root: Path
    top: Path
    prefix: str  # "" or a folder ending in "/", "/"-separated, surrogate-escaped
    hash_name: str  # "sha1" or "sha256"
    head: str  # the full hash of the commit checked out; "" before the first commit


def locate(root: Path) -> Repository:
    """The repository that holds ``root``.

    Raises ``WorkspaceError``: no git, no repository, a bare one, or one that git will not trust.
    """
    asked = ("--is-bare-repository", "--is-inside-work-tree", "--show-object-format", "--show-cdup", "--show-prefix")
    done = attempt(root, "rev-parse", *asked)
    if done.returncode:
        raise _refused_by_git(root, complaint(done.stderr))
    # The prefix comes last because a folder's name may hold a newline. Outside of a work tree there is none.
    bare, inside, hash_name, up, *prefix = done.stdout.decode("utf-8", "surrogateescape")[:-1].split("\n", 4)
    if bare == "true" or inside != "true":
        what = "a bare repository" if bare == "true" else "inside a .git folder"
        raise WorkspaceError(f"{root} is {what}, without files", next_step="Run codemod in a clone of it.")
    head = attempt(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    return Repository(
        root, (root.resolve() / up).resolve(), "".join(prefix), hash_name, head.stdout.decode("ascii").strip()
    )


def committed(repository: Repository) -> Repository:
    """``repository`` itself, once it has a commit.

    Raises ``WorkspaceError``: nothing has been committed yet.
    """
    if not repository.head:
        next_step = "Commit the code first, or plan from the files on disk with --worktree."
        raise WorkspaceError(f"{repository.root} has no commits yet", next_step=next_step)
    return repository


def _refused_by_git(root: Path, why: str) -> WorkspaceError:
    if "dubious ownership" in why:
        next_step = f"If you trust it: git config --global --add safe.directory {root.resolve()}"
        return WorkspaceError(f"{root} belongs to another user, so git does not trust it", next_step=next_step)
    if "not a git repository" in why:
        next_step = "Run codemod in a clone, name one with --root, or start one with `git init`."
        return WorkspaceError(f"{root} is not a git repository", next_step=next_step)
    return WorkspaceError(f"git cannot open {root}: {why}", next_step="Check that `git status` works there.")
