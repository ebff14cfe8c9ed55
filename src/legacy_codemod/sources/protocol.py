"""What every reader of a tree offers: paths, bytes and a text scan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol


class Sources(Protocol):
    """One tree of tracked regular files.

    Paths are ``/``-separated and relative to the root; undecodable bytes in them are surrogate-escaped. Symlinks,
    submodules and Git LFS pointers are no regular files here.
    """

    @property
    def base(self) -> str:
        """The commit's full hash; ``""`` for files on disk."""

    def paths(self) -> tuple[str, ...]:
        """Every tracked regular file, sorted."""

    def read(self, path: str) -> bytes:
        """The content of ``path``.

        Raises ``WorkspaceError``: the file cannot be read.
        """

    def holders(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """For each of ``words`` that a text file holds as a whole word: those files, sorted.

        A word is whole where no ASCII letter, digit or underscore touches it. One scan of the tree for all words
        together; binary files are passed over.
        """
