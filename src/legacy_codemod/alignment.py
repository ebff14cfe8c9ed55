"""Two lists of lines into the runs that differ, in a time that follows their length where they are long."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

Block = tuple[int, int, int, int]  # before[i:j] became after[k:l], counted from 0

# Up to so many pairs of lines, difflib's longest runs are found quickly; beyond, lines that stand once in each of the
# two are taken for the same ones first, as in Bram Cohen's patience diff, and what lies between them is compared.
_PAIRS: Final = 1_000_000


def blocks(old: Sequence[bytes], new: Sequence[bytes]) -> list[Block]:
    """The changed runs, in order; equal ends are cut off first, so that an edit in a long file costs little."""
    head = _same(zip(old, new, strict=False))
    tail = min(_same(zip(reversed(old), reversed(new), strict=False)), len(old) - head, len(new) - head)
    middle = _differing(old[head : len(old) - tail], new[head : len(new) - tail])
    return [(start + head, end + head, first + head, last + head) for start, end, first, last in middle]


def _same(pairs: Iterable[tuple[bytes, bytes]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _differing(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Block]:
    anchors = _anchors(old, new) if len(old) * len(new) > _PAIRS else []
    for (one, other), (end, last) in pairwise([(-1, -1), *anchors, (len(old), len(new))]):
        start, first = one + 1, other + 1
        for i, j, k, m in _between(old[start:end], new[first:last]):
            yield start + i, start + j, first + k, first + m


def _between(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Block]:
    if old or new:
        crowded = len(old) * len(new) > _PAIRS  # nothing stands once in it: then lines that stand often are passed over
        matcher = SequenceMatcher(None, old, new, autojunk=crowded)
        yield from ((i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")


def _anchors(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Places of lines that stand once in each list: the most of them that follow one another in both."""
    single = {line for line, count in Counter(old).items() if count == 1}
    single &= {line for line, count in Counter(new).items() if count == 1}
    place = {line: at for at, line in enumerate(new) if line in single}
    pairs = [(at, place[line]) for at, line in enumerate(old) if line in single]
    ends: list[int] = []  # the least end of a row of each length
    rows: list[int] = []  # the pair that ends it
    before: list[int] = []
    for at, (_, to) in enumerate(pairs):
        length = bisect_left(ends, to)
        ends[length : length + 1] = [to]
        rows[length : length + 1] = [at]
        before.append(rows[length - 1] if length else -1)
    chosen: list[tuple[int, int]] = []
    at = rows[-1] if rows else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
