"""Words → the files that hold them, by one ``git grep``."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
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
        if done.returncode in (0, 1):  # 1: nothing found
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
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise cannot_start(where, error) from error
    with started:
        assert started.stdin is not None
        assert started.stdout is not None
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
    return found if started.returncode in (0, 1) else None


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
