"""What a report is drawn on: its width and colour, how much of it is wanted, and what git knows of the files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # few pages show the past, and reading it takes as much to load as all of this
    from legacy_codemod.burn_down.series import Series


class Detail(IntEnum):
    """How much of a plan the page for people shows."""

    SUMMARY = 0
    NORMAL = 1
    ALL = 2  # removed files in full


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` in columns, 0 for a page without an edge (a pipe or a file): there, code is never wrapped."""

    width: int = 0
    colour: bool = False
    prefix: str = ""  # the root's folder inside its repository, ending in "/"; patches count from the repository
    executable: frozenset[str] = frozenset()  # paths with git's mode 100755; the others are 100644
    detail: Detail = Detail.NORMAL
    items: frozenset[int] = frozenset()  # the numbers of the items that are shown; empty: all of them
    past: Series | None = None  # how the names came and went; ``None`` where git was not asked
