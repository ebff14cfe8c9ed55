"""A command line that a user declared → its exit code and the end of what it printed; it is ended in any case."""

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

_TAIL: Final = 256 * 1024  # bytes that are kept of what it prints
_PIECE: Final = 64 * 1024
_LATE: Final = 2.0  # seconds for what is still in the pipe when the command has ended


@dataclass(frozen=True, slots=True)
class Command:
    """A line for the shell, where it runs, and whether what it prints as errors is wanted too."""

    line: str
    folder: Path
    environment: Mapping[str, str]
    with_errors: bool = True


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a command; ``printed`` is the end of its output, the whole of it unless ``is_cut``."""

    exit_code: int  # negative: ended by that signal
    printed: bytes
    is_cut: bool
    seconds: float
    timed_out: bool


def run(command: Command, longest: float) -> Ended:
    """Run ``command``; what it started ends with it, after ``longest`` seconds, or on Ctrl-C."""
    began = time.monotonic()
    timed_out = False
    started: list[subprocess.Popen[bytes]] = []
    # Signals interrupt the main thread only: the command is started in another one, which notes it before it is known
    # here, so that there is no instant at which it runs and nobody would end it.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(int).result()  # a thread that is interrupted while it begins would not be waited for below
        try:
            beside.submit(_start, started, command).result()
            tail = _Tail(started[0])
            started[0].wait(longest)
        except subprocess.TimeoutExpired:
            timed_out = True
        finally:
            beside.shutdown()
            for each in started:
                _end(each)
    printed, is_cut = tail.last()
    return Ended(started[0].returncode, printed, is_cut, time.monotonic() - began, timed_out)


def _start(started: list[subprocess.Popen[bytes]], command: Command) -> None:
    started.append(
        subprocess.Popen(
            command.line,
            shell=True,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if command.with_errors else subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # its own group, so that it can be ended as a whole
        )
    )


class _Tail:
    """The end of what comes out of a pipe, read while it comes: gigabytes take no more memory, or disk, than a page."""

    def __init__(self, started: subprocess.Popen[bytes]) -> None:
        assert started.stdout is not None
        self._kept = bytearray()
        self._is_cut = False
        # Its own end of the pipe, since a task that left the group may hold the other one for ever.
        with started.stdout as pipe:
            own = os.dup(pipe.fileno())
        self._reader = threading.Thread(target=self._read, args=(own,), daemon=True)
        self._reader.start()

    def last(self) -> tuple[bytes, bool]:
        """The last of it, and whether there was more; who else still holds the pipe is not waited for."""
        self._reader.join(_LATE)
        return bytes(self._kept[-_TAIL:]), self._is_cut or len(self._kept) > _TAIL

    def _read(self, pipe: int) -> None:
        while piece := os.read(pipe, _PIECE):
            self._kept += piece
            if len(self._kept) > 2 * _TAIL:
                self._is_cut = True
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
