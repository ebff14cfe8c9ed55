"""What a report is drawn on: its width and colour, and what git knows of the files beyond their bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` in columns, 0 for a page without an edge (a pipe or a file): there, code is never wrapped."""

    width: int = 0
    colour: bool = False
    prefix: str = ""  # the root's folder inside its repository, ending in "/"; patches count from the repository
    executable: frozenset[str] = frozenset()  # paths with git's mode 100755; the others are 100644
