"""``.env.example`` and its kin → the lines that set a variable; a quoted value may run over several lines.

Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out

EXAMPLE = ".env.example"

_FILE = re.compile(
    r"(?:.*\.env|env(?=[._-]))(?:[._-](?!(?:[\w.-]*\.)?(?:pyi?|[cm]?[jt]sx?|md|rst|sh|ya?ml|json|toml)$)[\w.-]+)?"
)
_ASSIGNMENT = re.compile(r"\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?:=\s*(.*)|$)")
_PADDING = re.compile(r"\w+={1,2}$")  # the last line of a key in base64, which looks like an empty assignment


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``.env``, ``.env.example``, ``prod.env``, ``env.sample``; ``.envrc`` is a shell script."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """The assignments of ``name``. One whose quoted value seems to hold further assignments is left alone."""
    gone = set(commented_out(lines.bodies, name))
    for first, last, variable in _assignments(lines.bodies):
        inside = range(first + 1, last + 1)
        if variable == name and not any(_looks_assigned(lines.bodies[n]) for n in inside):
            gone.update((first, *inside))
        else:
            gone.difference_update(inside)  # it may look like a comment, but is part of a value
    return Marks(frozenset(gone))


def _assignments(bodies: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First line, last line and variable of each assignment."""
    index = 0
    while index < len(bodies):
        found = _ASSIGNMENT.match(bodies[index])
        if found:
            last = _last_line(bodies, index, found.group(2) or "")
            yield index, last, found.group(1)
            index = last
        index += 1


def _last_line(bodies: Sequence[str], first: int, value: str) -> int:
    """Where a quoted value ends; ``first`` where it is not quoted, or never closed."""
    quote = value[:1]
    if quote not in ("'", '"', "`") or _closes(value[1:], quote):
        return first
    return next((n for n in range(first + 1, len(bodies)) if _closes(bodies[n], quote)), first)


def _closes(text: str, quote: str) -> bool:
    # a backslash escapes in double quotes only: 'C:\dir\' is closed
    return quote in (re.sub(r"\\.", "", text) if quote == '"' else text)


def _looks_assigned(body: str) -> bool:
    found = _ASSIGNMENT.match(body)
    return bool(found and found.group(2) is not None and not _PADDING.fullmatch(body.strip()))
