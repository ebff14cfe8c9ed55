"""Words and a tree in git's hands → for each text file, which of the words it holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.sources.scan import candidates, held
from legacy_codemod.sources.words import encode, finder, is_binary, is_simple


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched: ``paths`` of ``tree`` in the repository at ``where``, or on disk below it without a tree."""

    where: Path
    tree: str
    paths: Collection[str]
    read: Callable[[str], bytes]


def mentions(searched: Searched, words: Iterable[str]) -> dict[str, frozenset[str]]:
    """See ``Sources.mentions``. A zero byte makes no Python file binary: it is a broken one, which holds its words."""
    wanted = encode(words)
    simple = tuple(word for word in wanted if is_simple(word))
    found = held(searched.where, simple, searched.tree) if simple else {}
    told = {path: frozenset(each) for path, each in (found or {}).items() if _is_text(searched, path)}
    odd = tuple(word for word in wanted if found is None or not is_simple(word))
    for path, each in _read_for(searched, odd).items():
        told[path] = told.get(path, frozenset()) | each
    return dict(sorted(told.items()))


def _is_text(searched: Searched, path: str) -> bool:
    return path in searched.paths and (path.endswith(".py") or not is_binary(searched.read(path)))


def _read_for(searched: Searched, words: tuple[bytes, ...]) -> dict[str, frozenset[str]]:
    """The same for words of any characters, which git cannot tell apart: one may stand in another."""
    if not words:
        return {}
    find, found = finder(words), candidates(searched.where, words, searched.tree)
    paths = searched.paths if found is None else found.intersection(searched.paths)
    told = {path: find(searched.read(path)) for path in sorted(paths)}
    return {path: each for path, each in told.items() if each}
