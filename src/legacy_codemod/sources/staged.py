"""The index of a repository → what the next commit holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources.blobs import Blobs
from legacy_codemod.sources.git import REPAIR, git
from legacy_codemod.sources.holders import read_each
from legacy_codemod.sources.repository import Repository
from legacy_codemod.sources.words import encode


class StagedFiles:
    """The regular files of the index below the root; see ``Sources``."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._blobs = Blobs(repository.top)

    @property
    def base(self) -> str:
        """No commit holds these files yet."""
        return ""

    def paths(self) -> tuple[str, ...]:
        """Every regular file, sorted."""
        return tuple(self._names)

    def read(self, path: str) -> bytes:
        """The staged content of ``path``, or a WorkspaceError."""
        content = self._blobs.find(self._names[path]) if path in self._names else None
        if content is None:
            raise WorkspaceError(f"{path} is not staged, or its object is missing", next_step=REPAIR)
        return content

    def holders(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """For each of ``words`` that a text file holds: those files, sorted. Every file is read for it."""
        return read_each(self._names, self.read, encode(words))

    @cached_property
    def _names(self) -> dict[str, str]:
        """Path → object name, sorted by path; of a merge that is not resolved, our side."""
        printed = git(self._repository.root, "ls-files", "-z", "--stage", extra=index_of_hook())
        found: dict[str, str] = {}
        for entry in printed.decode("utf-8", "surrogateescape").split("\0"):
            fields, _, path = entry.partition("\t")
            if fields.startswith("100"):  # "100644 <name> <stage>"; 120000 is a symlink, 160000 a submodule
                found.setdefault(path, fields.split(" ")[1])
        return dict(sorted(found.items()))


def index_of_hook() -> dict[str, str]:
    """The index that git hands to its hooks: of `git commit FILE` it holds that file alone."""
    index = os.environ.get(_INDEX)
    return {_INDEX: str(Path(index).absolute())} if index else {}


_INDEX: Final = "GIT_INDEX_FILE"
