"""Words and a tree in git's hands → for each word, the text files that hold it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.sources import scan
from legacy_codemod.sources.words import encode, finder, is_binary, is_simple


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched: ``paths`` of ``tree`` in the repository at ``where``, or on disk below it without a tree."""

    where: Path
    tree: str
    paths: Collection[str]
    read: Callable[[str], bytes]


def holders(searched: Searched, words: Iterable[str]) -> dict[str, list[str]]:
    """See ``Sources.holders``. A zero byte makes no Python file binary: it is a broken one, which holds its words."""
    wanted = encode(words)
    simple = tuple(word for word in wanted if is_simple(word))
    found = scan.holders(searched.where, simple, searched.tree) if simple else {}
    texts: dict[str, bool] = {}
    told = {word: sorted(p for p in paths if _is_text(searched, p, texts)) for word, paths in (found or {}).items()}
    odd = tuple(word for word in wanted if found is None or not is_simple(word))
    return {word: paths for word, paths in (told | _by_candidates(searched, odd)).items() if paths}


def _is_text(searched: Searched, path: str, known: dict[str, bool]) -> bool:
    if path.endswith(".py"):
        return path in searched.paths
    if path not in known:
        known[path] = path in searched.paths and not is_binary(searched.read(path))
    return known[path]


def _by_candidates(searched: Searched, words: tuple[bytes, ...]) -> dict[str, list[str]]:
    """The same for words of any characters, which git cannot tell apart: one may stand in another."""
    if not words:
        return {}
    found = scan.candidates(searched.where, words, searched.tree)
    return read_each(searched.paths if found is None else found.intersection(searched.paths), searched.read, words)


def corrected(
    found: Mapping[str, list[str]], differing: Collection[str], read: Callable[[str], bytes], words: Iterable[str]
) -> dict[str, list[str]]:
    """``found``, but of the files that are ``differing`` what ``read`` says."""
    if not differing:
        return dict(found)
    right = read_each(differing, read, encode(words))
    told = {
        word: sorted({*right.get(word, ()), *(path for path in found.get(word, ()) if path not in differing)})
        for word in {*found, *right}
    }
    return {word: paths for word, paths in told.items() if paths}


def read_each(paths: Iterable[str], read: Callable[[str], bytes], words: tuple[bytes, ...]) -> dict[str, list[str]]:
    """The same by reading each of ``paths``."""
    find = finder(words)
    told: dict[str, list[str]] = {}
    for path in sorted(paths):
        content = read(path)
        for word in find(content) if path.endswith(".py") or not is_binary(content) else ():
            told.setdefault(word, []).append(path)
    return told
