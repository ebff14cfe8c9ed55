"""A log file, plain or compressed → its lines, one at a time."""

from __future__ import annotations

import gzip
import importlib
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, cast

_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_LONGEST: Final = 1 << 20  # bytes; a file without line ends must not fill the memory
_TORN: Final = b"\0"  # stands for a line beyond that: no JSON


class UnreadableLogError(Exception):
    """A log file cannot be read to its end; ``str()`` is the reason."""


def lines(path: Path) -> Iterator[bytes]:
    """Every line of ``path``; raises ``UnreadableLogError``, perhaps after some of them."""
    try:
        with _opened(path) as stream:
            while line := stream.readline(_LONGEST):
                if len(line) == _LONGEST and not line.endswith(b"\n"):
                    _pass_over_rest(stream)
                    line = _TORN
                yield line
    except _damages() as error:
        raise UnreadableLogError("is cut off or damaged") from error
    except OSError as error:
        raise UnreadableLogError(f"cannot be read: {error.strerror or 'damaged'}") from error


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as probe:
        start = probe.read(4)
    if start.startswith(_GZIP):
        return cast(IO[bytes], gzip.open(path))
    if start == _ZSTD:
        return _zstd(path)
    return path.open("rb")


def _zstd(path: Path) -> IO[bytes]:
    try:
        zstd = importlib.import_module("compression.zstd")
    except ImportError as error:
        reason = "is zstd, which Python reads from 3.14 on: unpack it with `zstd -d`"
        raise UnreadableLogError(reason) from error
    return cast(IO[bytes], zstd.open(path))


def _damages() -> tuple[type[Exception], ...]:
    loaded = sys.modules.get("compression.zstd")  # only a zstd log loads it
    return (EOFError, gzip.BadGzipFile, zlib.error, *([loaded.ZstdError] if loaded else []))


def _pass_over_rest(stream: IO[bytes]) -> None:
    while (rest := stream.readline(_LONGEST)) and not rest.endswith(b"\n"):
        pass
