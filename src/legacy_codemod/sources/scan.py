"""Words → the files that hold them, by one ``git grep``."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import IO, Final

from legacy_codemod.sources.git import ARGUMENTS, attempt, cannot_start, environment
from legacy_codemod.tries import extended_patterns, perl_patterns

# Without --text, a file that .gitattributes calls binary (`*_pb2.py -diff`) would hide its names from us.
_GREP: Final = ("grep", "--text", "-z", "--no-color", "--no-line-number", "--no-column", "--threads=2", "-f", "-")
_PRINTED: Final = re.compile(rb"([^\0]*)\0(\w+)\n")
_PIECE: Final = 1024 * 1024  # bytes


def candidates(where: Path, words: tuple[bytes, ...], tree: str = "") -> frozenset[str] | None:
    """The files that hold one of ``words``, and perhaps more; ``None`` where this git cannot tell.

    They are those of ``tree``; without one, the tracked files on disk below ``where``.
    """
    ways: tuple[tuple[str, Callable[[tuple[bytes, ...]], bytes]], ...] = (
        ("-P", perl_patterns),
        ("-E", extended_patterns),  # a git that was built without PCRE
    )
    for option, patterns in ways:
        done = attempt(where, *_GREP, "-l", option, *filter(None, (tree,)), given=patterns(words))
        if _is_whole(done.returncode, done.stderr):
            return frozenset(_path(name, tree) for name in done.stdout.split(b"\0") if name)
    return None


def holders(where: Path, words: tuple[bytes, ...], tree: str = "") -> dict[str, list[str]] | None:
    """For each of ``words`` that a file holds: those files, binary ones too.

    ``words`` consist of ASCII letters, digits and underscores. No file is read for it, however many hold a word: git
    prints what it found. ``None`` where this git cannot tell.
    """
    command = (*ARGUMENTS, *_GREP, "-o", "-P", *filter(None, (tree,)))
    found: dict[str, list[str]] = {}
    try:
        started = subprocess.Popen(
            command,
            cwd=where,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise cannot_start(where, error) from error
    with started:
        assert started.stdin is not None
        assert started.stdout is not None
        complaints = _heard(started.stderr)
        try:
            started.stdin.write(perl_patterns(words))
            started.stdin.close()
        except BrokenPipeError:  # it knows no -P, and has gone
            return None
        for path, word in _pairs(started.stdout):
            paths = found.setdefault(word.decode("ascii"), [])
            name = _path(path, tree)
            if paths[-1:] != [name]:  # two pieces of the output may tell of the same file
                paths.append(name)
        errors = complaints()
    return found if _is_whole(started.returncode, errors) else None


def _heard(printed: IO[bytes] | None) -> Callable[[], bytes]:
    """Read what is printed while something else is read; the function waits for all of it."""
    assert printed is not None
    heard: list[bytes] = []
    listener = Thread(target=lambda: heard.append(printed.read()), daemon=True)
    listener.start()

    def all_of_it() -> bytes:
        listener.join()
        return b"".join(heard)

    return all_of_it


def _is_whole(returncode: int, complaints: bytes) -> bool:
    """Whether git searched everything: 1 means that nothing was found, and it complains of what it cannot read."""
    return returncode in (0, 1) and b"error: " not in complaints


def _pairs(printed: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each path and word that was printed; one word in one piece of the output is given once."""
    rest = b""
    while piece := printed.read(_PIECE):
        rest += piece
        whole = _whole(rest)
        yield from dict.fromkeys(_PRINTED.findall(rest, 0, whole))
        rest = rest[whole:]
    yield from dict.fromkeys(_PRINTED.findall(rest))


def _whole(printed: bytes) -> int:
    """How much of it is whole pairs: a word ends at the first line end, which a path may hold as well."""
    end, last = -1, len(printed)
    while end < 0 <= (last := printed.rfind(b"\0", 0, last)):
        end = printed.find(b"\n", last)
    return end + 1


def _path(name: bytes, tree: str) -> str:
    found = name[len(tree) + 1 if tree else 0 :].decode("utf-8", "surrogateescape")  # "<tree>:<path>"
    return sys.intern(found)  # a common word is in a hundred thousand files: each path is kept once
