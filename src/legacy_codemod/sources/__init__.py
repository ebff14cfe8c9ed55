"""Git reads: a commit (or the files on disk) as paths, bytes and a text scan. Nothing here writes."""

from __future__ import annotations

from pathlib import Path

from legacy_codemod.sources.committed import CommittedTree
from legacy_codemod.sources.on_disk import FilesOnDisk
from legacy_codemod.sources.protocol import Sources
from legacy_codemod.sources.repository import Repository, committed, locate

__all__ = ["Repository", "Sources", "committed", "locate", "open_sources"]


def open_sources(root: Path, *, worktree: bool) -> Sources:
    """The tree below ``root``: as the checked-out commit has it, or with ``worktree`` as it is on disk.

    Raises ``WorkspaceError``: git is missing, ``root`` is in no repository (or a bare one), or nothing is committed.
    """
    repository = locate(root)
    return FilesOnDisk(repository) if worktree else CommittedTree(committed(repository))
