"""Words → patterns for ``git grep`` that find them in one pass. Builtins alone: the guard's quick look needs them."""

from __future__ import annotations

_SPECIAL = frozenset(rb".[]{}()\*+?|^$")
_LONGEST = 15_000  # bytes of a pattern; PCRE compiles it to at most 64 KiB


def perl_patterns(words: tuple[bytes, ...]) -> bytes:
    """One Perl pattern a line that finds any of the words, whole."""
    return b"".join(rb"(?<!\w)(?:%s)(?!\w)" % trie + b"\n" for trie in _tries(words, b"(?:"))


def extended_patterns(words: tuple[bytes, ...]) -> bytes:
    """One POSIX extended pattern a line that finds any of the words, whole or not."""
    return b"".join(trie + b"\n" for trie in _tries(words, b"("))


def _tries(words: tuple[bytes, ...], group: bytes) -> list[bytes]:
    # A trie is 4-15 times faster than a flat alternation of the same words, and one is faster than two.
    trie = _trie(words, 0, group) if words else b""
    if len(trie) <= _LONGEST or len(words) == 1:
        return [trie] if words else []
    half = len(words) // 2
    return [*_tries(words[:half], group), *_tries(words[half:], group)]


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
