"""Blocks of a log → chunks of whole lines; a line without end does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 1 << 20  # bytes of a line with its end
TORN: Final = b"\0"  # stands for a line beyond that: no JSON


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole lines, the last one ended as well; ``start`` is where they lie in the file, -1 where they do not."""

    lines: bytes
    start: int


def chunks(blocks: Iterable[bytes], start: int = 0) -> Iterator[Chunk]:
    """Cut where lines end; the first block lies at ``start``."""
    rest, torn, at = b"", False, start  # ``rest`` is the begin of a line, which lies at ``at``
    for block in blocks:
        cut = block.rfind(b"\n") + 1
        if not cut:
            torn = torn or len(rest) + len(block) > LONGEST
            rest = b"" if torn else rest + block
            at += len(block) if torn else 0
            continue
        first = block.index(b"\n")
        if torn or len(rest) + first + 1 > LONGEST:
            yield Chunk(TORN + block[first:cut], -1)
        else:
            yield Chunk(rest + block[:cut], at)
        at += len(rest) + cut
        rest, torn = block[cut:], False
    if rest or torn:
        yield Chunk((TORN if torn else rest) + b"\n", -1)
