"""``codemod: allow[NAME] reason`` in a file into the uses that may stay, and what is wrong with the other ones."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legacy_codemod.guard.use import Use

_ALLOWED = re.compile(r"codemod:\s*allow\[")
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
    for number, text in _comments(path, content):
        for found in _ALLOWED.finditer(text):
            names, rest = _names(text[found.end() :])
            reason = _ENDS.sub("", rest).strip(" -—:\r\t\"',")
            for name in names:
                yield Allowance(path, number, name, reason)


def _comments(path: str, content: bytes) -> Iterator[tuple[int, str]]:
    """The lines of a file; of Python its comments alone, as a text may say anything."""
    if path.endswith((".py", ".pyi")):
        try:
            tokens = list(tokenize.tokenize(io.BytesIO(content).readline))
        except (tokenize.TokenError, SyntaxError, UnicodeDecodeError):
            tokens = []
        if tokens:
            yield from ((token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT)
            return
    yield from enumerate(content.decode("utf-8", "replace").split("\n"), 1)


def _names(text: str) -> tuple[list[str], str]:
    """``A, f(B, C)] why`` → ``A`` and ``f(B, C)``, and the reason; none where the bracket is not closed."""
    depth, start, names = 0, 0, []
    for at, sign in enumerate(text):
        if depth == 0 and sign in ",]":
            names.append(text[start:at].strip())
            start = at + 1
            if sign == "]":
                return [name for name in names if name], text[at + 1 :]
        depth += (sign in "([{") - (sign in ")]}")
    return [], ""


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
