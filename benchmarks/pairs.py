"""Two commands, run in turn, into the ratio of what they take: medians over pairs, each of the whole process."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One whole process: seconds by the clock, the largest memory in MB, the exit code."""

    seconds: float
    memory: float
    code: int


@dataclass(frozen=True)
class Pair:
    """The runs of both commands, in turn."""

    ours: tuple[Run, ...]
    theirs: tuple[Run, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios, pair by pair."""
        return statistics.median(a.seconds / b.seconds for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def memory(self) -> float:
        """The most memory that ours took, in MB."""
        return max(run.memory for run in self.ours)

    @property
    def seconds(self) -> float:
        """The median of ours."""
        return statistics.median(run.seconds for run in self.ours)


def paired(ours: Sequence[str], theirs: Sequence[str], where: Path, runs: int) -> Pair:
    """Run both in ``where``, in turn, after one round that is not counted."""
    rounds = [(_run(ours, where), _run(theirs, where)) for _ in range(runs + 1)][1:]
    return Pair(tuple(a for a, _ in rounds), tuple(b for _, b in rounds))


def _run(command: Sequence[str], where: Path) -> Run:
    began = time.perf_counter()
    process = os.fork()
    if not process:
        os.chdir(where)
        for stream in (0, 1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), stream)
        os.execvp(command[0], list(command))
    _, status, used = os.wait4(process, 0)
    return Run(time.perf_counter() - began, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
