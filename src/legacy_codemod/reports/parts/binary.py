"""Bytes that are no text into the ``GIT binary patch`` form, which ``git apply`` takes.

Its form is defined by ``emit_binary_diff_body`` in git's ``diff.c`` and ``parse_binary_hunk`` in its ``apply.c``.
"""

from __future__ import annotations

import zlib
from base64 import b85encode
from collections.abc import Iterator
from difflib import SequenceMatcher

from legacy_codemod.alignment import blocks
from legacy_codemod.reports.parts.hunks import split

BINARY = b"GIT binary patch\n"
_WIDTH = 52  # bytes to a line; its length letter is A to Z for 1 to 26, a to z for 27 to 52
_LONGEST_COPY, _LONGEST_INSERT = 0xFFFF, 0x7F
_MOST_PAIRS = 10_000_000  # of bytes to compare: lines of a config file, not a file that is one line


def literal(after: bytes) -> bytes:
    """A binary patch whose result is ``after``, whatever stood there."""
    return _packed(b"literal", after)


def delta(before: bytes, after: bytes) -> bytes:
    """A binary patch from ``before`` to ``after`` that holds nothing of ``before``: it only says what to copy."""
    old, new = split(before), split(after)
    orders, at = [_size(len(before)), _size(len(after))], 0
    for start, end, first, last in [*blocks(old, new), (len(old), len(old), 0, 0)]:
        orders.append(_copies(len(b"".join(old[:at])), len(b"".join(old[at:start]))))
        orders += _changed(b"".join(old[start:end]), b"".join(new[first:last]), len(b"".join(old[:start])))
        at = end
    return _packed(b"delta", b"".join(orders))


def _changed(old: bytes, new: bytes, offset: int) -> Iterator[bytes]:
    """The orders for lines that change: what they have in common is copied too, as it may be a value."""
    if len(old) * len(new) > _MOST_PAIRS:
        yield _inserts(new)
        return
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _copies(offset + start, end - start) if tag == "equal" else _inserts(new[first:last])


def _copies(offset: int, length: int) -> bytes:
    """Orders to copy ``length`` bytes: four bytes of offset and two of length each, all of them present."""
    pieces = range(offset, offset + length, _LONGEST_COPY)
    return b"".join(
        b"\xbf" + start.to_bytes(4, "little") + min(_LONGEST_COPY, offset + length - start).to_bytes(2, "little")
        for start in pieces
    )


def _inserts(new: bytes) -> bytes:
    pieces = (new[at : at + _LONGEST_INSERT] for at in range(0, len(new), _LONGEST_INSERT))
    return b"".join(bytes([len(piece)]) + piece for piece in pieces)


def _size(number: int) -> bytes:
    """Seven bits to a byte, the lowest first; the top bit says that more follow."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _size(rest) if rest else bytes([low])


def _packed(kind: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    lines = b"".join(_line(packed[at : at + _WIDTH]) for at in range(0, len(packed), _WIDTH))
    return b"%s %d\n%s\n" % (kind, len(content), lines)


def _line(piece: bytes) -> bytes:
    length = len(piece)
    letter = chr(ord("A") + length - 1) if length <= 26 else chr(ord("a") + length - 27)
    return letter.encode() + b85encode(piece, pad=True) + b"\n"
