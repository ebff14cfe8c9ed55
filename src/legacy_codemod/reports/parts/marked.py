"""Lines that changed in one part only into that part, so that a reader sees at once what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

Span = tuple[int, int]
_WORD = re.compile(r"\w")


def marks(signs: Sequence[str], texts: Sequence[str]) -> Mapping[int, Span]:
    """What differs in each line, by its number among ``texts``: lines that went are compared with those that came.

    Only where as many came as went right before, and where most of a line is in both.
    """
    found: dict[int, Span] = {}
    for old, new in _pairs(signs):
        spans = _differing(texts[old], texts[new])
        found |= {at: span for at, span in zip((old, new), spans, strict=False) if span[0] < span[1]}
    return found


def _pairs(signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    runs = [[at for at, _ in run] for _, run in groupby(enumerate(signs), key=lambda each: each[1])]
    for went, came in pairwise(runs):
        if signs[went[0]] == "-" and signs[came[0]] == "+" and len(went) == len(came):
            yield from zip(went, came, strict=True)


def _differing(old: str, new: str) -> tuple[Span, ...]:
    """The parts that are not the same, in whole words; nothing where they are most of it, or only blanks."""
    room = min(len(old), len(new))
    head = _alike(old, new, room)
    tail = _alike(old[::-1], new[::-1], room - head)
    while head and _splits(old, new, head):
        head -= 1
    while tail and _splits(old[::-1], new[::-1], tail):
        tail -= 1
    spans = ((head, len(old) - tail), (head, len(new) - tail))
    shared = len(old[:head].strip()) + len(old[len(old) - tail :].strip())
    parts = old[slice(*spans[0])] + new[slice(*spans[1])]
    return spans if parts.strip() and 2 * shared >= max(len(old.strip()), len(new.strip())) else ()


def _alike(old: str, new: str, room: int) -> int:
    return next((at for at in range(room) if old[at] != new[at]), room)


def _splits(old: str, new: str, at: int) -> bool:
    """Whether a word lies on both sides of ``at``."""
    return bool(_WORD.match(old[at - 1])) and any(_WORD.match(text[at : at + 1]) for text in (old, new))
