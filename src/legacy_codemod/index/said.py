"""The bytes of a file into whether they say a name: a quick look that decides whether it is read as Python.

Each search begins with the name itself, as the quick searches of `re` do; what stands before it is looked at where it
was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(rb"[\w\x80-\xff]+")
_WORD_BEFORE = re.compile(rb"\w\Z")
_ASKED_OF_SELF = re.compile(rb"\bself\.\Z")
_BEFORE = 200  # bytes in front of a name: more than anybody leaves between it and its object
_GAP = b" \t\r\n\f\v\\"


def says(content: bytes, name: bytes) -> bool:
    """Whether ``name`` stands there as a whole word."""
    return any(not _WORD_BEFORE.search(content, max(0, at - 1), at) for at in _ends(content, name))


def asks_for(content: bytes, name: bytes) -> bool:
    """Whether something other than ``self`` is asked for the attribute ``name``."""
    for at in _ends(content, name):
        before = content[max(0, at - _BEFORE) : at].rstrip(_GAP)
        if not before or (before.endswith(b".") and not _ASKED_OF_SELF.search(before)):
            return True
    return False


def words(pieces: Iterable[bytes]) -> frozenset[str]:
    """Every word of some pieces of a file."""
    return frozenset(word.decode("utf-8", "replace") for piece in pieces for word in _WORD.findall(piece))


def _ends(content: bytes, name: bytes) -> Iterator[int]:
    """Where a word ends with ``name``, or what no ASCII word is goes on."""
    return (found.start() for found in re.finditer(rb"%s(?!\w)" % re.escape(name), content))
