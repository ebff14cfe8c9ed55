"""Commands, run in turn, into the ratios of what they take: medians over rounds, each of the whole process."""

from __future__ import annotations

import os
import resource
import signal
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_MEMORY_EVERY = 0.005  # seconds between two looks at the memory


@dataclass(frozen=True)
class Run:
    """One whole process: seconds by the clock and of the processors, and its end."""

    seconds: float
    cpu: float
    code: int
    wrong: str = ""


@dataclass(frozen=True)
class Memory:
    """The most MB that one process of a command held, and that all held at one time; what two share counts twice."""

    largest: float
    together: float


@dataclass(frozen=True)
class Work:
    """A command: where, the exit code that it ends with (any, for None), what sets back before, what is wrong after."""

    command: Sequence[str]
    where: Path
    code: int | None = 0
    reset: Callable[[], object] = lambda: None
    check: Callable[[], str] = lambda: ""


@dataclass(frozen=True)
class Pair:
    """The runs of two commands, in turn."""

    ours: tuple[Run, ...]
    theirs: tuple[Run, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios, pair by pair."""
        return statistics.median(a.seconds / b.seconds for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def seconds(self) -> float:
        """The median of ours."""
        return statistics.median(run.seconds for run in self.ours)


def paired(ours: Sequence[str], theirs: Sequence[str], where: Path, runs: int) -> Pair:
    """Run both in ``where``, in turn, after one round that is not counted, whatever they end with."""
    taken = rounds({"ours": Work(ours, where, code=None), "theirs": Work(theirs, where, code=None)}, runs)
    return Pair(taken["ours"], taken["theirs"])


def rounds(
    works: Mapping[str, Work], runs: int, limit: int | None = None, told: Callable[[str], object] = str
) -> dict[str, tuple[Run, ...]]:
    """Run all, in turn, after one round that is not counted, and tell of each.

    What did not do its work in that round is not run again, and the run that failed is given. ``limit`` is the most
    seconds of a processor that one process may take.
    """
    taken: dict[str, list[Run]] = {name: [] for name in works}
    for at in range(runs + 1):
        for name, work in works.items():
            if not any(one.wrong for one in taken[name]):
                taken[name].append(one := run(work, limit))
                told(f"{at}/{runs} {name}: {one.seconds:.2f} s, {one.cpu:.2f} s of the processors {one.wrong}")
    return {name: tuple(some[1:] or some) for name, some in taken.items()}


def run(work: Work, limit: int | None = None) -> Run:
    """Set back, run, and look whether the work was done; only the running is timed."""
    work.reset()
    began = time.perf_counter()
    process = _started(work, limit)
    _, status, used = os.wait4(process.pid, 0)
    seconds, code = time.perf_counter() - began, os.waitstatus_to_exitcode(status)
    process.returncode = code
    wrong = work.check() if work.code in {code, None} else _ended(code, limit)
    return Run(seconds, used.ru_utime + used.ru_stime, code, wrong)


def memory(work: Work) -> Memory:
    """What the command and all below it hold, looked at over and over, in a run of its own, since looking takes time.

    Nothing, where the system does not tell.
    """
    work.reset()
    process, most = _started(work, None), Memory(0, 0)
    while process.poll() is None:
        held = {_held(each) for each in _below(process.pid)}
        together = sum(now for _, now, _ in held)
        most = Memory(max([most.largest, *(peak for peak, _, _ in held)]), max(most.together, together))
        time.sleep(_MEMORY_EVERY)
    return most


def _ended(code: int, limit: int | None) -> str:
    if -code == signal.SIGXCPU:
        return f"stopped after {limit} s of a processor"
    return f"ended with {code}"


def _started(work: Work, limit: int | None) -> subprocess.Popen[bytes]:
    """The command at work, which may keep its bytecode as installed programs do.

    Unlike a copy of this process, it takes no longer to begin where this one is large.
    """
    quiet, told = subprocess.DEVNULL, dict(os.environ)
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(list(work.command), cwd=work.where, env=told, stdin=quiet, stdout=quiet, stderr=quiet)
    if limit is not None:
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit + 60))
    return process


def _below(process: int) -> list[int]:
    """The process and what it started, and what that started."""
    found = [process]
    for each in found:
        found += [int(child) for file in Path(f"/proc/{each}/task").glob("*/children") for child in _read(file).split()]
    return found


def _held(process: int) -> tuple[float, float, str]:
    """In MB, the most that the process has held since it began and what it holds now; and what it is.

    One that is about to become another program is still what started it, and has the same memory, not as much again.
    """
    lines = dict(line.split(":", 1) for line in _read(Path(f"/proc/{process}/status")).splitlines())
    peak, now = (int(lines.get(name, "0 kB").split()[0]) / 1024 for name in ("VmHWM", "VmRSS"))
    return peak, now, _read(Path(f"/proc/{process}/cmdline"))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except OSError:  # it ended in the meantime
        return ""
