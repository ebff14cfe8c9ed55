"""Words → patterns for ``git grep`` that find them in one pass. Builtins alone: the guard's quick look needs them."""

from __future__ import annotations

_SPECIAL = frozenset(rb".[]{}()\*+?|^$")
_BATCH = 500  # PCRE compiles at most 64 KiB a pattern


def perl_patterns(words: tuple[bytes, ...]) -> bytes:
    """One Perl pattern a line that finds any of the words, whole."""
    return b"".join(rb"(?<!\w)(?:%s)(?!\w)" % trie + b"\n" for trie in _tries(words, b"(?:"))


def extended_patterns(words: tuple[bytes, ...]) -> bytes:
    """One POSIX extended pattern a line that finds any of the words, whole or not."""
    return b"".join(trie + b"\n" for trie in _tries(words, b"("))


def _tries(words: tuple[bytes, ...], group: bytes) -> list[bytes]:
    # A trie is 4-15 times faster than a flat alternation of the same words.
    return [_trie(words[start : start + _BATCH], 0, group) for start in range(0, len(words), _BATCH)]


def _trie(words: tuple[bytes, ...], start: int, group: bytes) -> bytes:
    """The pattern for the sorted ``words`` from ``start`` on; they are equal before it."""
    # Sorted words share what the first and the last of them share.
    first, last, end = words[0], words[-1], start
    while end < len(first) and end < len(last) and first[end] == last[end]:
        end += 1
    shared = b"".join(map(_literal, words[0][start:end]))
    ended = len(words[0]) == end
    branches: dict[int, list[bytes]] = {}
    for word in words[ended:]:
        branches.setdefault(word[end], []).append(word)
    if not branches:
        return shared
    each = (_trie(tuple(branch), end, group) for branch in branches.values())
    return shared + group + b"|".join(each) + (b")?" if ended else b")")


def _literal(character: int) -> bytes:
    return b"\\%c" % character if character in _SPECIAL else b"%c" % character
