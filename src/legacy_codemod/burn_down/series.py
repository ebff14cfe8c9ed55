"""A repository and words into the series: for commits evenly spaced over its history, the lines that hold one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.burn_down.words import words_of
from legacy_codemod.model import Inventory
from legacy_codemod.sources.past import Commit, Past, past

MOST = 60  # points


@dataclass(frozen=True, slots=True)
class Point:
    """One commit, and how many lines of how many files mentioned a name."""

    commit: str
    time: int  # seconds since 1970
    lines: int
    files: int


@dataclass(frozen=True, slots=True)
class Series:
    """``points``, oldest first, out of ``commits`` along the first parents."""

    names: tuple[str, ...]
    points: tuple[Point, ...]
    commits: int
    missing: str = ""  # why it does not reach back to the first commit; empty where it does


@dataclass(frozen=True, slots=True)
class Limits:
    """At most ``points`` commits are asked, and the oldest are left out once ``seconds`` are over."""

    points: int = MOST
    seconds: float = 60
    clock: Callable[[], float] = time.monotonic


def series(root: Path, inventory: Inventory, inside: str, limits: Limits) -> Series:
    """The series of the committed history below ``root``; the file ``inside`` of it, the inventory, does not count.

    Raises:
        WorkspaceError: the root is in no git repository, or has no commit.
    """
    names = words_of(inventory)
    told = past(root, names)
    chosen = evenly(told.commits, min(limits.points, MOST)) if names else []
    points = list(_backwards(told, chosen, inside, limits))
    missing = "the clone is shallow: its history does not go back further" if told.is_shallow else ""
    if len(points) < len(chosen):
        missing = "the time was up, or git has no older files here, so what is older was left out"
    return Series(names, tuple(reversed(points)), len(told.commits), missing)


def evenly(commits: Sequence[Commit], most: int) -> list[Commit]:
    """At most ``most`` of them, evenly spaced, the first and the last included."""
    if len(commits) <= most:
        return list(commits)
    if most < 2:
        return list(commits[:most])
    return [commits[at * (len(commits) - 1) // (most - 1)] for at in range(most)]


def _backwards(told: Past, commits: Sequence[Commit], inside: str, limits: Limits) -> Iterator[Point]:
    """The points, newest first: of an older commit, only the files that differ are looked into again."""
    end = limits.clock() + limits.seconds
    known: dict[str, int] = {}
    for at, commit in enumerate(commits):
        if at and limits.clock() >= end:
            return
        changed = told.changed(commits[at - 1], commit) if at else None
        counted = told.counts(commit, changed)
        if counted is None:
            return
        kept = {path: lines for path, lines in known.items() if changed is not None and path not in changed}
        known = {**kept, **counted}
        lines = {path: number for path, number in known.items() if path != inside}
        yield Point(commit.sha, commit.time, sum(lines.values()), len(lines))
