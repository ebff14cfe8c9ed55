"""A command line of the inventory → its exit code and the last lines it printed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

_TAIL: Final = 256 * 1024  # bytes looked at for the last lines
_LONGEST_LINE: Final = 500  # characters


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one command may take, in seconds, and how many of its last lines are kept."""

    seconds: float = 3600
    lines: int = 40


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What became of one command; ``output`` is the end of what it printed on both streams."""

    command: str
    exit_code: int  # negative: ended by that signal
    output: str
    seconds: float
    timed_out: bool = False

    @property
    def passed(self) -> bool:
        """Whether it ended in time with exit code 0."""
        return self.exit_code == 0 and not self.timed_out


def run(command: str, folder: Path, environment: Mapping[str, str], limits: Limits) -> CommandResult:
    """Run ``command`` through the shell in ``folder``; what it started ends with it, past its time, or on Ctrl-C."""
    began = time.monotonic()
    # Into a file: a background task of the command that keeps its output open cannot hold us up.
    with TemporaryFile() as printed:
        started = subprocess.Popen(
            command,
            shell=True,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # its own group, so that it can be ended as a whole
        )
        timed_out = False
        try:
            started.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            timed_out = True
        finally:
            _end(started)
        output = _last_lines(printed, limits.lines)
    return CommandResult(command, started.returncode, output, time.monotonic() - began, timed_out)


def _end(started: subprocess.Popen[bytes]) -> None:
    """End what is left of the command's group: a server it forgot, or all of it."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(started.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    elif started.poll() is None:
        started.kill()
    started.wait()


def _last_lines(printed: IO[bytes], count: int) -> str:
    size = printed.seek(0, os.SEEK_END)
    printed.seek(max(0, size - _TAIL))
    lines = printed.read().decode("utf-8", "replace").splitlines()
    return "\n".join(line[:_LONGEST_LINE] for line in lines[-count:])
