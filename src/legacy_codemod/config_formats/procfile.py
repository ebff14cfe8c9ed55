"""A Procfile → its commands without the assignments of a variable that stand in front of them.

Source: https://devcenter.heroku.com/articles/procfile
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.shell_lines import WORD, assigned

EXAMPLE = "Procfile"

_FILE = re.compile(r"Procfile(?:[._-].+)?")
_PROCESS = re.compile(r"\s*[\w.-]+:(?=\s)\s*(?:exec\s+)?")
_ENV = re.compile(r"env\s+")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``Procfile``, ``Procfile.dev``."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """``web: NAME=1 run`` becomes ``web: run``; assignments in the middle of a command stay."""
    rewritten = {n: left for n, body in enumerate(lines.bodies) if (left := _without(body, name)) != body}
    return Marks(commented_out(lines.bodies, name), rewritten)


def _without(body: str, name: str) -> str:
    for start in (0, _after(_PROCESS, body, 0)):
        env = _after(_ENV, body, start)
        mine, at = [], env
        while (word := WORD.match(body, at)) and "=" in word.group() and assigned(word.group()):
            at = _after(re.compile(r"\s*"), body, word.end())
            if body[word.end() : word.end() + 1].isspace() and assigned(word.group()) == name:
                mine.append((word.start(), at))
        if not mine or at == len(body):
            continue
        is_only = sum(end - first for first, end in mine) == at - env
        for first, end in reversed(mine):
            body = body[:first] + body[end:]
        return body[:start] + body[env:] if is_only else body
    return body


def _after(pattern: re.Pattern[str], body: str, start: int) -> int:
    found = pattern.match(body, start)
    return found.end() if found else start
