"""git, started and asked while something else is read, with ``os`` alone."""

from __future__ import annotations

import os

_CHUNK = 1 << 20
_MOST = 1 << 26  # bytes; what is longer is for the close look, which reads file by file


def start(root: str, arguments: tuple[str, ...]) -> list[int]:
    """git, on its way while the inventory is read: its process, and what it prints."""
    reading, writing = os.pipe()
    into = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        process = os.posix_spawnp("git", ["git", "-C", root, *arguments], environment, file_actions=into)
    except BaseException:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    return [process, reading]


def printed(descriptor: int) -> bytes:
    """All that there is to read: what belongs together may stand far apart.

    Raises:
        OSError: it cannot be read, or is too long to be held at once.
    """
    chunks, size = [], 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > _MOST:
            raise OSError
    return b"".join(chunks)


def ended(started: list[int]) -> int:
    """How git ended; asked once it has closed its end."""
    return os.waitstatus_to_exitcode(os.waitpid(started.pop(0), 0)[1])


def stop(started: list[int] | None) -> None:
    """Close the pipe; a git that still writes ends by itself then, and is waited for."""
    if started:
        os.close(started.pop())
        for process in started:
            os.waitpid(process, 0)
