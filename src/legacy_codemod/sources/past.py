"""A repository → its commits along the first parents, and how many lines of each hold one of some words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources.git import attempt, git
from legacy_codemod.sources.repository import locate
from legacy_codemod.sources.words import encode
from legacy_codemod.tries import extended_patterns, perl_patterns

_COUNT: Final = ("--literal-pathspecs", "grep", "-c", "-I", "-z", "--no-color", "--threads=2", "-f", "-")
_COUNTED: Final = re.compile(rb"([^\0]*)\0(\d+)\n")
_FEW: Final = 400  # paths on one command line; beyond that, a look at all files is as quick


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and when it was made, in seconds since 1970."""

    sha: str
    time: int


@dataclass(frozen=True, slots=True)
class Past:
    """``commits`` are newest first; paths count from ``root``."""

    root: Path
    words: tuple[bytes, ...]
    commits: tuple[Commit, ...]
    is_shallow: bool

    def changed(self, newer: Commit, older: Commit) -> frozenset[str] | None:
        """The paths that differ between two commits; ``None`` where they are too many to be named."""
        asked = ("diff-tree", "-r", "-z", "--name-only", "--no-renames", "--relative", newer.sha, older.sha)
        done = attempt(self.root, *asked)
        paths = frozenset(done.stdout.decode("utf-8", "surrogateescape").split("\0")) - {""}
        return None if done.returncode or len(paths) > _FEW else paths

    def counts(self, commit: Commit, paths: Collection[str] | None = None) -> Mapping[str, int] | None:
        """The lines that hold a word, for each file that has one; of ``paths`` or, without them, of all files.

        ``None``: git cannot read the files of that commit.
        """
        if paths is not None and not paths:
            return {}
        where = sorted(paths) if paths is not None else ["."]
        for options, patterns in ((("-P",), perl_patterns), (("-E", "-w"), extended_patterns)):  # a git without PCRE
            done = attempt(self.root, *_COUNT, *options, commit.sha, "--", *where, given=patterns(self.words))
            if done.returncode in (0, 1) and not done.stderr:  # 1: nothing found
                return _read(done.stdout, commit)
        return None


def past(root: Path, words: Collection[str]) -> Past:
    """The history of the commit checked out at ``root``, as far as this clone has it.

    Raises ``WorkspaceError``: there is no repository or no commit.
    """
    if not locate(root).head:
        raise WorkspaceError(f"{root} has no commits yet", next_step="Commit the code first.")
    listed = git(root, "log", "--first-parent", "--format=%H %ct", "HEAD").decode("ascii")
    commits = (Commit(sha, int(seconds)) for sha, seconds in (line.split(" ") for line in listed.splitlines()))
    shallow = git(root, "rev-parse", "--is-shallow-repository") == b"true\n"
    return Past(root, encode(words), tuple(commits), shallow)


def _read(printed: bytes, commit: Commit) -> dict[str, int]:
    start = len(commit.sha) + 1  # "<commit>:<path>"
    return {name[start:].decode("utf-8", "surrogateescape"): int(lines) for name, lines in _COUNTED.findall(printed)}
