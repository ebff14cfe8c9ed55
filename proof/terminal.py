"""Commands in, what a terminal of 80 columns would show and the exit code out: one shell that stays as it was left."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import termios
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COLUMNS = 80
_DONE = re.compile(rb"\0(\d+)\0")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed on stdout and stderr, in the order in which it came, and its exit code."""

    text: str
    code: int


class Terminal:
    """A bash whose output goes to a terminal; its commands read from nobody."""

    def __init__(self, shell: subprocess.Popen[bytes], screen: int) -> None:
        self._shell, self._screen = shell, screen

    def run(self, command: str) -> Printed:
        """Run ``command``; folder, variables and functions are there for the next one.

        Raises:
            RuntimeError: the shell has ended.
        """
        assert self._shell.stdin is not None
        self._shell.stdin.write(f"{{ {command}\n}} </dev/null\nprintf '\\0%d\\0' $?\n".encode())
        self._shell.stdin.flush()
        seen = b""
        while not (done := _DONE.search(seen)):
            piece = os.read(self._screen, 65536)
            if not piece:
                raise RuntimeError(f"the shell has ended in: {command}")
            seen += piece
        return Printed(seen[: done.start()].decode(), int(done[1]))


@contextmanager
def opened(folder: Path, environment: Mapping[str, str]) -> Iterator[Terminal]:
    """A terminal in ``folder``; what is still running in its shell ends with it."""
    screen, inner = pty.openpty()
    modes = termios.tcgetattr(inner)
    modes[1] &= ~termios.OPOST  # newlines come as they were written
    termios.tcsetattr(inner, termios.TCSANOW, modes)
    own = {**environment, "COLUMNS": str(COLUMNS), "TERM": "dumb"}  # colours and progress are for other terminals
    command = ("bash", "--noprofile", "--norc")
    with subprocess.Popen(command, cwd=folder, env=own, stdin=subprocess.PIPE, stdout=inner, stderr=inner) as shell:
        os.close(inner)
        try:
            yield Terminal(shell, screen)
        finally:
            shell.communicate()
            os.close(screen)
