"""The commit checked out in a repository → its tree below the root."""

from __future__ import annotations

import re
import sys
from binascii import unhexlify
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources.as_committed import OnDisk
from legacy_codemod.sources.blobs import Blobs
from legacy_codemod.sources.git import REPAIR, attempt, git
from legacy_codemod.sources.holders import Searched, corrected, holders
from legacy_codemod.sources.lfs import folders_above, pointers
from legacy_codemod.sources.repository import Repository
from legacy_codemod.sources.scan import candidates


class CommittedTree:
    """The tracked regular files of one commit; see ``Sources``."""

    def __init__(self, repository: Repository) -> None:
        """Raises WorkspaceError where the commit has no folder at the root."""
        self._repository = repository
        self._blobs = Blobs(repository.top)
        self._on_disk = OnDisk(repository)
        self._searches_disk = True  # as far as we know
        treeish = f"{repository.head}:{repository.prefix}"
        done = attempt(repository.top, "rev-parse", "--verify", "--quiet", treeish)
        self._tree = done.stdout.decode("ascii").strip()
        if done.returncode:
            next_step = "Commit it first, or plan from the files on disk with --worktree."
            raise WorkspaceError(f"nothing below {repository.root} has been committed", next_step=next_step)

    @property
    def base(self) -> str:
        """The commit's full hash."""
        return self._repository.head

    def paths(self) -> tuple[str, ...]:
        """Every tracked regular file, sorted."""
        return tuple(self._names)

    def read(self, path: str) -> bytes:
        """The content of ``path``, or a WorkspaceError."""
        if path not in self._names:
            raise WorkspaceError(f"{path} is no file of commit {self.base[:12]}")
        name = self._names[path].hex()
        content = self._on_disk.read(path, name)
        if content is None:
            content = self._blobs.find(name)
        if content is None:
            raise WorkspaceError(f"{path} cannot be read: its object {name[:12]} is missing", next_step=_FETCH)
        return content

    def holders(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """For each of ``words`` that a text file holds: those files, sorted.

        The files on disk are searched where they are what was committed: to unpack every object takes three times as
        long. Git is asked after the search, so whoever edits files in the meantime changes nothing.
        """
        wanted = tuple(words)
        if self._searches_disk:
            found = holders(Searched(self._repository.root, "", self._names.keys(), self.read), wanted)
            differing = self._differing()
            if differing is not None:
                return corrected(found, differing, self.read, wanted)
            self._searches_disk = False
        return holders(Searched(self._repository.top, self._tree, self._names.keys(), self.read), wanted)

    def _differing(self) -> Collection[str] | None:
        """The files that may differ on disk, where they are few: each of them is read."""
        found = self._on_disk.strays()
        few = None if found is None else frozenset(path for path in found if path in self._names)
        return few if few is not None and len(few) * _WORTH <= len(self._names) else None

    @cached_property
    def _names(self) -> dict[str, bytes]:
        """Path → object name, sorted by path. There may be a hundred thousand: the names take a third so."""
        listed = self._listed()
        above = (self._attributes(folder) for folder in folders_above(self._repository.prefix))

        def read(path: str) -> bytes | None:
            return self._blobs.find(listed[path].hex()) if path in listed else None

        def scan(wanted: tuple[bytes, ...]) -> Iterable[str]:
            found = candidates(self._repository.top, wanted, self._tree)
            return listed if found is None else found

        passed_over = pointers(listed, above, read, scan)
        return {path: listed[path] for path in sorted(listed) if path not in passed_over}

    def _listed(self) -> dict[str, bytes]:
        entries = _ENTRY.finditer(git(self._repository.top, "ls-tree", "-r", "-z", self._tree))
        regular = (entry.group(3, 2) for entry in entries if entry[1].startswith(b"100"))
        return {sys.intern(path.decode("utf-8", "surrogateescape")): unhexlify(name) for path, name in regular}

    def _attributes(self, folder: str) -> bytes:
        return self._blobs.find(f"{self.base}:{folder}.gitattributes") or b""


# "100644 blob <name>\t<path>"; 120000 is a symlink, 160000 a submodule.
_ENTRY = re.compile(rb"(\d+) \w+ ([0-9a-f]+)\t([^\0]*)\0")
_WORTH = 25  # files are searched on disk in the time that it takes to read an object
_FETCH = f"In a partial clone, `git fetch --refetch` with no filter brings it. {REPAIR}"
