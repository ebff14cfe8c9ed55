"""Two commits → how many lines each file gained and lost between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.sources.git import git
from legacy_codemod.sources.repository import locate

_DIFF: Final = ("diff-tree", "-r", "-z", "--numstat", "--no-renames", "--no-ext-diff", "--no-textconv")


@dataclass(frozen=True, slots=True, order=True)
class FileStat:
    """Lines that came and went in one file; both are 0 for a binary one. ``path`` is relative to the repository."""

    path: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class DiffStat:
    """Every file that differs, by path."""

    files: tuple[FileStat, ...]

    @property
    def added(self) -> int:
        """Lines that came."""
        return sum(file.added for file in self.files)

    @property
    def removed(self) -> int:
        """Lines that went."""
        return sum(file.removed for file in self.files)


def diffstat(root: Path, base: str, tip: str) -> DiffStat:
    """What differs between the commits ``base`` and ``tip``; raises ``WorkspaceError`` where one is missing."""
    printed = git(locate(root).top, *_DIFF, "--diff-algorithm=myers", base, tip)
    return DiffStat(tuple(sorted(_files(printed.decode("utf-8", "surrogateescape")))))


def _files(printed: str) -> Iterator[FileStat]:
    for record in printed.split("\0"):
        if record:
            added, removed, path = record.split("\t", 2)  # "-" for binary files
            yield FileStat(path, int(added) if added != "-" else 0, int(removed) if removed != "-" else 0)
