"""A commit and the files on disk → those of which git cannot say that they hold what the commit holds."""

from __future__ import annotations

import re
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
