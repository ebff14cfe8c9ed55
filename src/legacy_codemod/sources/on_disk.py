"""The tracked files of a repository → as they are on disk now, with every uncommitted edit."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterable, Mapping
from functools import cached_property

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources.git import git
from legacy_codemod.sources.holders import Searched, holders
from legacy_codemod.sources.lfs import folders_above, pointers
from legacy_codemod.sources.repository import Repository
from legacy_codemod.sources.scan import candidates


class FilesOnDisk:
    """The tracked regular files below the root that are on disk; see ``Sources``."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._root = repository.root

    @property
    def base(self) -> str:
        """No commit holds these files."""
        return ""

    def paths(self) -> tuple[str, ...]:
        """Every tracked regular file that is on disk, sorted."""
        return self._paths

    def read(self, path: str) -> bytes:
        """The content of ``path``, or a WorkspaceError."""
        try:
            return (self._root / path).read_bytes()
        except OSError as error:
            raise WorkspaceError(f"{path} cannot be read: {error.strerror}") from error

    def holders(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """For each of ``words`` that a text file holds: those files, sorted."""
        return holders(Searched(self._root, "", self._known, self.read), words)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        above = (self._attributes(folder) for folder in folders_above(self._repository.prefix))
        passed_over = pointers(self._listed, above, self._glance, self._candidates)
        return tuple(path for path in self._listed if path not in passed_over)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._paths)

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        listed = git(self._root, "ls-files", "-z", "--cached").decode("utf-8", "surrogateescape")
        # A set, because an unresolved merge lists a file up to three times.
        return tuple(path for path in sorted(set(listed.split("\0"))) if path and self._is_regular(path))

    def _is_regular(self, path: str) -> bool:
        with contextlib.suppress(OSError):
            return stat.S_ISREG((self._root / path).lstat().st_mode)
        return False

    def _glance(self, path: str) -> bytes | None:
        return self.read(path) if path in self._listed else None

    def _attributes(self, folder: str) -> bytes:
        with contextlib.suppress(OSError):
            return (self._repository.top / f"{folder}.gitattributes").read_bytes()
        return b""

    def _candidates(self, wanted: tuple[bytes, ...]) -> Iterable[str]:
        found = candidates(self._root, wanted)
        return self._listed if found is None else found
