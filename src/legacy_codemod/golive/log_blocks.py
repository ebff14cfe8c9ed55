"""A log file, plain or compressed, or standard input → its bytes, block by block."""

from __future__ import annotations

import gzip
import importlib
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final, cast

BLOCK: Final = 1 << 18  # bytes; what is looked at several times should stay in the cache
STDIN: Final = "-"
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_PACKED: Final = 1 << 14  # bytes of zstd at a time: they may become many


class UnreadableLogError(Exception):
    """A log file cannot be read to its end; ``str()`` is the reason."""


def is_plain(path: Path) -> bool:
    """Whether the bytes of the file are its lines; raises ``OSError``."""
    with path.open("rb") as probe:
        start = probe.read(4)
    return not start.startswith(_GZIP) and start != _ZSTD


def blocks(path: Path) -> Iterator[bytes]:
    """The content of ``path`` (``-``: standard input); raises ``UnreadableLogError``, perhaps after some of it."""
    try:
        yield from _of_stream(sys.stdin.buffer) if str(path) == STDIN else _of_file(path)
    except _damages() as error:
        raise UnreadableLogError("is cut off or damaged") from error
    except OSError as error:
        raise UnreadableLogError(f"cannot be read: {error.strerror or 'damaged'}") from error


def _of_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start.startswith(_GZIP):
            yield from _of_stream(cast(IO[bytes], gzip.GzipFile(fileobj=file)))
        elif start == _ZSTD:
            yield from _of_zstd(file)
        else:
            yield from _of_stream(file)


def _of_stream(stream: IO[bytes]) -> Iterator[bytes]:
    while block := stream.read(BLOCK):
        yield block


def _of_zstd(file: IO[bytes]) -> Iterator[bytes]:
    if standard := _module("compression.zstd"):
        yield from _of_stream(standard.open(file))
    elif package := _module("zstandard"):
        yield from _frames(package.ZstdDecompressor(), file)
    else:
        raise UnreadableLogError(
            "is zstd, which Python reads from 3.14 on: install legacy-codemod[zstd], or unpack it with `zstd -d`"
        )


def _frames(package: Any, file: IO[bytes]) -> Iterator[bytes]:
    """Frame after frame; the package itself takes a file that is cut off for one that has ended."""
    frame, packed = None, b""
    while packed := packed or file.read(_PACKED):
        frame = frame or package.decompressobj()
        yield frame.decompress(packed)
        packed = frame.unused_data
        frame = None if frame.eof else frame
    if frame is not None:
        raise EOFError


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _damages() -> tuple[type[Exception], ...]:
    loaded = [sys.modules[name] for name in ("compression.zstd", "zstandard") if name in sys.modules]
    return (EOFError, gzip.BadGzipFile, zlib.error, *(module.ZstdError for module in loaded))
