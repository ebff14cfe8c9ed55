"""Bytes into the name that git has for them."""

from __future__ import annotations

import hashlib


def blob_id(content: bytes, base: str) -> str:
    """Git's name for ``content``, in the hash that the repository of the commit ``base`` uses."""
    algorithm = hashlib.sha256 if len(base) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
