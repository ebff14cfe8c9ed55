"""A command line of the inventory → its exit code and the last lines it printed."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_TAIL: Final = 256 * 1024  # bytes looked at for the last lines
_PIECE: Final = 64 * 1024
_LATE: Final = 2.0  # seconds for what is still in the pipe when the command has ended
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
    timed_out = False
    started: list[subprocess.Popen[bytes]] = []
    # Signals interrupt the main thread only: the command is started in another one, which notes it before it is known
    # here, so that there is no instant at which it runs and nobody would end it.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(int).result()  # a thread that is interrupted while it begins would not be waited for below
        try:
            beside.submit(_start, started, command, (folder, environment)).result()
            tail = Tail(started[0])
            started[0].wait(limits.seconds)
        except subprocess.TimeoutExpired:
            timed_out = True
        finally:
            beside.shutdown()
            for each in started:
                _end(each)
    output = _last_lines(tail.last(), limits.lines)
    return CommandResult(command, started[0].returncode, output, time.monotonic() - began, timed_out)


def _start(started: list[subprocess.Popen[bytes]], command: str, where: tuple[Path, Mapping[str, str]]) -> None:
    folder, environment = where
    started.append(
        subprocess.Popen(
            command,
            shell=True,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
            start_new_session=True,  # its own group, so that it can be ended as a whole
        )
    )


class Tail:
    """The end of what comes out of a pipe, read while it comes: gigabytes take no more memory, or disk, than a page."""

    def __init__(self, started: subprocess.Popen[bytes]) -> None:
        assert started.stdout is not None
        self._kept = bytearray()
        # Its own end of the pipe, since a task that left the group may hold the other one for ever.
        with started.stdout as pipe:
            own = os.dup(pipe.fileno())
        self._reader = threading.Thread(target=self._read, args=(own,), daemon=True)
        self._reader.start()

    def last(self) -> bytes:
        """The last of it, once the command has ended; who else still holds the pipe is not waited for."""
        self._reader.join(_LATE)
        return bytes(self._kept[-_TAIL:])

    def _read(self, pipe: int) -> None:
        while piece := os.read(pipe, _PIECE):
            self._kept += piece
            if len(self._kept) > 2 * _TAIL:
                del self._kept[:-_TAIL]
        os.close(pipe)


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


def _last_lines(printed: bytes, count: int) -> str:
    lines = printed.decode("utf-8", "replace").splitlines()
    return "\n".join(line[:_LONGEST_LINE] for line in lines[-count:])
