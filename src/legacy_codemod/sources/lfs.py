"""A listing and its contents → which of the files are Git LFS pointers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

_MARK: Final = b"git-lfs"
_POINTER: Final = b"version https://git-lfs.github.com/spec/"
_LIMIT: Final = 1024  # bytes; https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md

Scan = Callable[[tuple[bytes, ...]], Iterable[str]]
Read = Callable[[str], bytes | None]


def pointers(paths: Iterable[str], above: Iterable[bytes], read: Read, scan: Scan) -> frozenset[str]:
    """The ``paths`` that hold a pointer instead of the file.

    ``above`` are the ``.gitattributes`` of the folders over the root. Without one that names LFS, nothing is scanned.
    """
    here = (read(path) or b"" for path in paths if path.rpartition("/")[2] == ".gitattributes")
    if not any(b"filter=lfs" in attributes for found in (above, here) for attributes in found):
        return frozenset()
    return frozenset(path for path in scan((_MARK,)) if _is_pointer(read(path) or b""))


def _is_pointer(content: bytes) -> bool:
    return len(content) < _LIMIT and content.startswith(_POINTER)


def folders_above(prefix: str) -> tuple[str, ...]:
    """``""``, ``"a/"`` for the prefix ``"a/b/"``: every folder over it."""
    parts = prefix.split("/")[:-1]
    return tuple("".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts)))
