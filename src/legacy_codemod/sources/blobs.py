"""Object names → their bytes, over one ``git cat-file --batch`` that stays open."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import weakref
from pathlib import Path
from typing import IO

from legacy_codemod.sources.git import ARGUMENTS, cannot_start, environment


class Blobs:
    """The object store of the repository at ``where``. Safe to share between threads and with forked children."""

    def __init__(self, where: Path) -> None:
        self._where = where
        self._lock = threading.Lock()
        self._owner = 0
        self._asking: IO[bytes]
        self._answering: IO[bytes]

    def find(self, name: str) -> bytes | None:
        """The content of the blob that ``name`` (a hash, or ``commit:path``) stands for; ``None`` without one.

        Raises ``WorkspaceError``: git is not installed.
        """
        if "\n" in name:
            return None  # the protocol is line by line
        with self._lock:
            if self._owner != os.getpid():  # first use, or a forked child: two readers on one pipe would mix answers
                self._start()
            try:
                return self._ask(name.encode("utf-8", "surrogateescape"))
            except (BrokenPipeError, EOFError):
                self._owner = 0  # git stops at a corrupt object; the next question gets a new process
                return None

    def _ask(self, name: bytes) -> bytes | None:
        self._asking.write(name + b"\n")
        self._asking.flush()
        answer = self._answering.readline().rsplit(b" ", 2)
        if answer == [b""]:
            raise EOFError
        if len(answer) < 3 or not answer[2].strip().isdigit():
            return None  # "<name> missing", "<name> ambiguous"
        size = int(answer[2])
        content = self._answering.read(size + 1)
        if len(content) <= size:
            raise EOFError
        return content[:-1] if answer[1] == b"blob" else None

    def _start(self) -> None:
        command = (*ARGUMENTS, "cat-file", "--batch")
        pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
        try:
            started = subprocess.Popen(
                command, cwd=self._where, env=environment(), stdin=pipe, stdout=pipe, stderr=quiet
            )
        except OSError as error:
            raise cannot_start(self._where, error) from error
        assert started.stdin is not None
        assert started.stdout is not None
        self._asking, self._answering, self._owner = started.stdin, started.stdout, os.getpid()
        weakref.finalize(self, _stop, started, self._owner)


def _stop(started: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:
        return  # a forked child must not end its parent's reader
    started.kill()  # closing its input is not enough where a child still holds a copy of the pipe
    for stream in (started.stdin, started.stdout):
        if stream is not None:
            with contextlib.suppress(BrokenPipeError):
                stream.close()
    started.wait()
