"""``codemod: allow[NAME] reason`` in a file into the uses that may stay, and what is wrong with the other ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legacy_codemod.guard.use import Use

_ALLOWED = re.compile(r"codemod:\s*allow\[([^\]\n]+)\](.*)")
_ENDS = re.compile(r"\s*(?:\*/|-->|--%>|#\}|%\}|\}\})\s*$")


@dataclass(frozen=True, slots=True)
class Allowance:
    """One of a line: the name it is about, and why."""

    path: str
    line: int
    name: str
    reason: str


def allowances(path: str, content: bytes) -> Iterator[Allowance]:
    """Every allowance of a file; each line may have several names, ``allow[A, B] why``."""
    if b"codemod:" not in content:
        return
    for number, text in enumerate(content.decode("utf-8", "replace").split("\n"), 1):
        if found := _ALLOWED.search(text):
            reason = _ENDS.sub("", found[2]).strip(" -—:\r\t\"',")
            for name in found[1].split(","):
                yield Allowance(path, number, name.strip(), reason)


def sorted_out(uses: Iterable[Use], allowed: Iterable[Allowance]) -> tuple[list[Use], list[Allowance], list[Allowance]]:
    """The uses that nothing allows, the allowances without a reason that would, and those that allow nothing."""
    by_place = {(each.path, each.line, each.name): each for each in allowed}
    left, matched = [], set()
    for use in uses:
        key = (use.place.path, use.place.line, use.name)
        if key in by_place:
            matched.add(key)
        if key not in by_place or not by_place[key].reason:
            left.append(use)
    bare = [each for key, each in by_place.items() if key in matched and not each.reason]
    return left, bare, [each for key, each in by_place.items() if key not in matched]
