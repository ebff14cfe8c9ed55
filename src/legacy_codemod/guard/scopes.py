"""What a command line asks to be checked into two trees and the files in which they may differ."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from legacy_codemod.env_readers import env_readers
from legacy_codemod.errors import CodemodError, WorkspaceError
from legacy_codemod.guard.words import Words
from legacy_codemod.sources import Repository, Sources
from legacy_codemod.sources.committed import CommittedTree
from legacy_codemod.sources.git import attempt, complaint, git
from legacy_codemod.sources.on_disk import FilesOnDisk
from legacy_codemod.sources.scan import candidates
from legacy_codemod.sources.staged import StagedFiles, index_of_hook
from legacy_codemod.sources.words import encode

_CONSTANT = re.compile(rb"""^[ \t]*(\w{3,})[ \t]*(?::[^=\n]+)?=[ \t]*["']([\w-]+)["']""", re.MULTILINE)
_DIFF = ("diff", "--raw", "-z", "--abbrev=4", "--no-renames", "--relative", "--no-ext-diff", "--ignore-submodules=all")


@dataclass(frozen=True, slots=True)
class Scope:
    """``paths`` of ``after`` are looked at, and compared with ``earlier`` of ``before``, if there was anything.

    ``tip`` is the commit below which items may have been retired, empty where there is no commit yet. ``links`` are
    symlinks and submodules that the change brings. ``is_of_files`` is whether files are asked about, and not only what
    a change does to them.
    """

    after: Sources
    before: Sources | None
    paths: tuple[str, ...]
    earlier: tuple[str, ...]
    tip: str
    links: tuple[str, ...] = ()
    is_of_files: bool = False


def staged(repository: Repository) -> Scope:
    """What the next commit changes."""
    return _changed(
        StagedFiles(repository),
        _head(repository),
        repository,
        git(repository.root, *_DIFF, "--cached", extra=index_of_hook()),
    )


def between(repository: Repository, old: str, new: str) -> Scope:
    """What ``new`` adds to what it has in common with ``old``.

    Raises:
        WorkspaceError: one of them is no commit here.
    """
    first, last = _commit(repository, old), _commit(repository, new)
    shared = attempt(repository.top, "merge-base", first, last).stdout.decode("ascii").strip()
    base, tip = replace(repository, head=shared or first), replace(repository, head=last)
    return _changed(CommittedTree(tip), CommittedTree(base), tip, git(repository.root, *_DIFF, base.head, last))


def files(repository: Repository, named: Iterable[str]) -> Scope:
    """Files as they are on disk, tracked or not, against the last commit.

    Raises:
        CodemodError: one lies outside the root, is a folder, or is not there.
    """
    return _on_disk(repository, sorted({_below(repository.root, name) for name in named if _is_regular(name)}))


def whole(repository: Repository, words: Words | None) -> Scope:
    """Every tracked file on disk that may hold one of ``words``, against the last commit."""
    tree = FilesOnDisk(repository)
    found = _holding(repository, words.written | _renaming()) if words is not None else None
    if words is None or found is None:
        return _on_disk(repository, list(tree.paths()))
    named = {path for path in tree.paths() if words.are_in(os.fsencode(path))}  # a removed file may be there again
    there = [path for path in tree.paths() if path in found or path in named]
    if other := _constants(tree, there, words):
        more = _holding(repository, frozenset(other)) or frozenset()
        there = [path for path in tree.paths() if path in {*found, *named, *more}]
    return _on_disk(repository, there)


def _holding(repository: Repository, words: frozenset[str]) -> frozenset[str] | None:
    return candidates(repository.root, encode(words))


def _renaming() -> frozenset[str]:
    """Packages of libraries that know a variable by another name than its own; a file of theirs imports them."""
    several = (reader for reader in env_readers() if reader.classes or reader.upper or reader.keywords)
    return frozenset(package for reader in several for package in reader.packages)


def _constants(tree: Sources, paths: Iterable[str], words: Words) -> set[str]:
    """Other names for what is looked for, ``KEY = "NAME"``: files that read by them need not hold the word itself."""
    found: set[str] = set()
    for path in paths:
        if path.endswith(".py"):
            pairs = _CONSTANT.findall(tree.read(path))
            found |= {key.decode() for key, text in pairs if text.decode("utf-8", "replace") in words.written}
    return found - words.written


def _changed(after: Sources, before: Sources | None, repository: Repository, printed: bytes) -> Scope:
    """The scope that ``git diff --raw -z`` describes: ``:<old mode> <new mode> …``, then the path, and so on."""
    fields = printed.decode("utf-8", "surrogateescape").split("\0")[:-1]
    modes = {path: about.split(" ")[1] for about, path in zip(fields[::2], fields[1::2], strict=True)}
    links = tuple(path for path, mode in modes.items() if not mode.startswith(("0", "100")))
    return Scope(after, before, _of(modes, after), _of(modes, before), repository.head, links)


def _on_disk(repository: Repository, names: list[str]) -> Scope:
    before = _head(repository)
    return Scope(FilesOnDisk(repository), before, tuple(names), _of(names, before), repository.head, is_of_files=True)


def _of(names: Iterable[str], tree: Sources | None) -> tuple[str, ...]:
    """Those of ``names`` that the tree has."""
    known = frozenset(tree.paths()) if tree is not None else frozenset[str]()
    return tuple(name for name in names if name in known)


def _head(repository: Repository) -> Sources | None:
    if not repository.head:
        return None
    try:
        return CommittedTree(repository)
    except WorkspaceError:  # nothing below the root has been committed
        return None


def _is_regular(name: str) -> bool:
    """A symlink or a submodule has no text of its own.

    Raises:
        CodemodError: it is a folder of ours, or is not there.
    """
    try:
        mode = os.lstat(name).st_mode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not the name of a file"
        raise CodemodError(f"{name}: {reason}", next_step="Name files, or check everything with --all.") from None
    if stat.S_ISDIR(mode) and not (Path(name) / ".git").exists():
        raise CodemodError(f"{name} is a folder", next_step="Name files, or check everything with --all.")
    return stat.S_ISREG(mode)


def _below(root: Path, name: str) -> str:
    file = Path(name)
    real = file.parent.resolve() / file.name  # a symlink is the file that it is, not what it leads to
    inside = os.path.relpath(real, root.resolve())
    if inside.startswith(".."):
        raise CodemodError(f"{name} lies outside {root}", next_step="Name files of the project, or another --root.")
    return inside.replace(os.sep, "/")


def _commit(repository: Repository, revision: str) -> str:
    done = attempt(repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        said = complaint(done.stderr)
        raise WorkspaceError(
            f"{revision} is no commit of this repository{': ' + said if done.stderr else ''}",
            next_step="Fetch it first: in a shallow clone, with `fetch-depth: 0` or `git fetch --unshallow`.",
        )
    return done.stdout.decode("ascii").strip()
