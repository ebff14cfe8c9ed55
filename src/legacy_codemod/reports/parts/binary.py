"""Bytes that are no text into the ``GIT binary patch`` form, which ``git apply`` takes.

Its form is defined by ``emit_binary_diff_body`` in git's ``diff.c`` and ``parse_binary_hunk`` in its ``apply.c``.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b85encode

_WIDTH = 52  # bytes to a line; its length letter is A to Z for 1 to 26, a to z for 27 to 52


def is_binary(content: bytes) -> bool:
    """Git's own test: a zero byte near the start."""
    return b"\0" in content[:8000]


def blob_id(content: bytes, base: str) -> str:
    """Git's name for ``content``, in the hash that the repository of the commit ``base`` uses."""
    algorithm = hashlib.sha256 if len(base) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def literal(after: bytes) -> bytes:
    """A binary patch whose result is ``after``, whatever stood there."""
    packed = zlib.compress(after)
    lines = b"".join(_line(packed[at : at + _WIDTH]) for at in range(0, len(packed), _WIDTH))
    return b"GIT binary patch\nliteral %d\n" % len(after) + lines + b"\n"


def _line(piece: bytes) -> bytes:
    length = len(piece)
    letter = chr(ord("A") + length - 1) if length <= 26 else chr(ord("a") + length - 27)
    return letter.encode() + b85encode(piece, pad=True) + b"\n"
