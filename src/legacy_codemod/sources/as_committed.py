"""A commit and the files on disk → what of it they hold: most of it, and it takes less time to read than an object."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Final

from legacy_codemod.sources.git import attempt
from legacy_codemod.sources.repository import Repository

# Files that are not on disk as they were committed, wherever they came from: only line ends may differ besides.
_TURNED_INTO_SOMETHING_ELSE: Final = ":(exclude,attr:!filter !ident !working-tree-encoding)"
# "H <path>" is a file like any other; "S" is one that a sparse checkout leaves out, "h" one that git may not look at.
_ODD: Final = re.compile(rb"(?:\A|\0)(?!H )[^\0]")


def strays(repository: Repository) -> frozenset[str] | None:
    """The files below the root, relative to it, that may differ from the commit; ``None`` where any of them may.

    The rest is as it was committed but for its line ends: git compares size, times and inode, as ``git status`` does,
    and reads no content but of files as young as its index.
    """
    turned = attempt(repository.top, "ls-files", "-z", "--", _TURNED_INTO_SOMETHING_ELSE)
    if turned.returncode or turned.stdout:
        return None  # and to compare the content of one of them could run a program
    tags = attempt(repository.root, "ls-files", "-z", "-v")
    if tags.returncode or _ODD.search(tags.stdout):
        return None
    options = ("--name-only", "-z", "--relative", "--ignore-submodules=all", "--no-ext-diff")
    differing = attempt(repository.root, "diff-index", *options, repository.head, "--", ".")
    if differing.returncode:
        return None
    return frozenset(path for path in differing.stdout.decode("utf-8", "surrogateescape").split("\0") if path)


def same_content(repository: Repository, path: str, name: str) -> bytes | None:
    """The content of the object ``name`` where ``path``, relative to the root, holds just that on disk, by its hash."""
    content = _content(repository.root / path)
    if content is None:
        return None
    hashed = hashlib.new(repository.hash_name, b"blob %d\0" % len(content), usedforsecurity=False)
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
