"""A workspace into the series that the page for reviewers shows: as many commits as cost little beside the plan."""

from __future__ import annotations

import math
from typing import Final

from legacy_codemod.burn_down.series import Limits, Series, series
from legacy_codemod.errors import WorkspaceError
from legacy_codemod.workspace import Workspace

_MOST: Final = 30  # commits
_FILES: Final = 60_000  # that git may have to search, all commits together


def history(opened: Workspace) -> Series:
    """The series of the committed history; how many commits it has depends on the tree alone, never on the time."""
    points = min(max(_FILES // max(len(opened.tree.paths), 1), 2), _MOST)
    try:
        return series(opened.root, opened.inventory, opened.inventory.path, Limits(points, math.inf))
    except WorkspaceError:
        return Series((), (), 0, "the repository has no commit yet")
