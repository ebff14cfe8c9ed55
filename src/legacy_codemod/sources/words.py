"""Words as bytes, and the bytes of a file into which of them it holds.

A word is whole where no ASCII letter, digit or underscore touches it; what lies beyond ASCII counts as a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

_BINARY_PROBE: Final = 8000  # bytes


def is_binary(content: bytes) -> bool:
    """Whether git takes a file for binary: by a zero byte near its beginning."""
    return b"\0" in content[:_BINARY_PROBE]


def encode(words: Iterable[str]) -> tuple[bytes, ...]:
    """The words as bytes, sorted, without those that no line can hold."""
    encoded = {word.encode("utf-8", "surrogateescape") for word in words}
    return tuple(sorted(word for word in encoded if word and not re.search(rb"[\0\r\n]", word)))


def is_simple(word: bytes) -> bool:
    """Whether it has ASCII letters, digits and underscores alone, so that no other such word can stand in it."""
    return re.fullmatch(rb"\w+", word) is not None


def finder(words: tuple[bytes, ...]) -> Callable[[bytes], frozenset[str]]:
    """A function from a file's bytes to the words it holds."""
    simple = frozenset(filter(is_simple, words))
    compound = {word: re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(word)) for word in words if word not in simple}

    def find(content: bytes) -> frozenset[str]:
        held = simple.intersection(re.findall(rb"\w+", content))
        held |= {word for word, whole in compound.items() if word in content and whole.search(content)}
        return frozenset(word.decode("utf-8", "surrogateescape") for word in held)

    return find
