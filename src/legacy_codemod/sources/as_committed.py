"""A commit and the files on disk → what of it they hold: most of it, and it takes less time to read than an object."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from legacy_codemod.sources.git import attempt
from legacy_codemod.sources.repository import Repository

# Files that are not on disk as they were committed, wherever they came from: only line ends may differ besides.
_TURNED_INTO_SOMETHING_ELSE: Final = ":(exclude,attr:!filter !ident !working-tree-encoding)"
# "H <path>" is a file like any other; "S" is one that a sparse checkout leaves out, "h" one that git may not look at.
_ODD: Final = re.compile(rb"(?:\A|\0)(?!H )[^\0]")


@dataclass(eq=False)
class OnDisk:
    """The files on disk below a repository's root, beside its commit."""

    repository: Repository
    _looked_at: Hashable = field(default=None, init=False)  # the index of which it is known that all in it is plain

    def strays(self) -> frozenset[str] | None:
        """The files, relative to the root, that may differ from the commit; ``None`` where any of them may.

        The rest is as it was committed but for its line ends: git compares size, times and inode, as ``git status``
        does, and reads no content but of files as young as its index.
        """
        if not self._is_plain():
            return None
        options = ("--name-only", "-z", "--relative", "--ignore-submodules=all", "--no-ext-diff")
        done = attempt(self.repository.root, "diff-index", *options, self.repository.head, "--", ".")
        if done.returncode:
            return None
        return frozenset(path for path in done.stdout.decode("utf-8", "surrogateescape").split("\0") if path)

    def _is_plain(self) -> bool:
        """Whether git turns no file into something else on its way to the disk, and looks at all of them.

        Neither is asked again of the same index. What turns files may be a program, and to compare them would run it.
        """
        index = self._state_of_index()
        if index is None or index != self._looked_at:
            turned = attempt(self.repository.top, "ls-files", "-z", "--", _TURNED_INTO_SOMETHING_ELSE)
            if turned.returncode or turned.stdout:
                return False
            tags = attempt(self.repository.root, "ls-files", "-z", "-v")
            if tags.returncode or _ODD.search(tags.stdout):
                return False
            self._looked_at = index
        return True

    def _state_of_index(self) -> Hashable:
        """What changes whenever git writes its index, as every checkout does; ``None`` where there is none."""
        try:
            seen = self._index.stat()
        except (OSError, ValueError):
            return None
        return (seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)

    @cached_property
    def _index(self) -> Path:
        said = attempt(self.repository.top, "rev-parse", "--git-path", "index").stdout
        return self.repository.top / said.decode("utf-8", "surrogateescape").removesuffix("\n")

    def read(self, path: str, name: str) -> bytes | None:
        """The content of the object ``name``, where ``path`` holds just that, by its hash."""
        content = _content(self.repository.root / path)
        if content is None:
            return None
        hashed = hashlib.new(self.repository.hash_name, b"blob %d\0" % len(content), usedforsecurity=False)
        hashed.update(content)
        return content if hashed.hexdigest() == name else None


def _content(path: Path) -> bytes | None:
    try:
        # whatever stands there now must neither hold us up, as a pipe does, nor fill the memory
        opened = os.open(path, os.O_RDONLY | _AT_ONCE)
        with os.fdopen(opened, "rb") as file:
            status = os.fstat(opened)
            return file.read() if stat.S_ISREG(status.st_mode) and status.st_size < _LARGE else None
    except (OSError, ValueError):
        return None


_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LARGE: Final = 64 * 1024 * 1024  # bytes
