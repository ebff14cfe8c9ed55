"""Indexes into runs of neighbours, which share the blank lines and commas around them."""

from __future__ import annotations

from collections.abc import Iterable


def runs(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """``[1, 2, 5]`` → ``[(1, 2), (5, 5)]``."""
    found: list[tuple[int, int]] = []
    for index in sorted(indexes):
        if found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found
