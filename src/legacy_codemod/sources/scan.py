"""Words → the files that may hold them, by one ``git grep``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from legacy_codemod.sources.git import attempt
from legacy_codemod.tries import extended_patterns, perl_patterns

# Without --text, a file that .gitattributes calls binary (`*_pb2.py -diff`) would hide its names from us.
_GREP: Final = ("grep", "--text", "-z", "-l", "--no-color", "--threads=2", "-f", "-")


def candidates(where: Path, words: tuple[bytes, ...], tree: str = "") -> frozenset[str] | None:
    """The files that hold one of ``words``, and perhaps more; ``None`` where this git cannot tell.

    They are those of ``tree``; without one, the tracked files on disk below ``where``.
    """
    ways: tuple[tuple[str, Callable[[tuple[bytes, ...]], bytes]], ...] = (
        ("-P", perl_patterns),
        ("-E", extended_patterns),  # a git that was built without PCRE
    )
    for option, patterns in ways:
        done = attempt(where, *_GREP, option, *filter(None, (tree,)), given=patterns(words))
        if done.returncode in (0, 1):  # 1: nothing found
            return frozenset(_paths(done.stdout, tree))
    return None


def _paths(printed: bytes, tree: str) -> list[str]:
    start = len(tree) + 1 if tree else 0  # "<tree>:<path>"
    return [name.decode("utf-8", "surrogateescape")[start:] for name in printed.split(b"\0") if name]
