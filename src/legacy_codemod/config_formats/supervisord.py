"""A supervisor configuration → its ``environment`` without a variable.

Source: https://supervisord.org/configuration.html#program-x-section-values
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.spans import Span, marks_of

EXAMPLE = "etc/supervisord.conf"

_KEY = re.compile(r"environment\s*[=:]\s*")
_PAIR = re.compile(r"""\s*([A-Za-z_]\w*)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s,"';]+)(?=\s*(?:,|;|$))""")
_COMMENTS = (";", "#")


def fits(path: str, lines: Lines) -> bool:
    """``*.conf`` and ``*.ini`` with a section of supervisor."""
    sections = ("[supervisord]", "[program:", "[fcgi-program:", "[eventlistener:")
    return path.endswith((".conf", ".ini", ".conf.j2")) and any(body.startswith(sections) for body in lines.bodies)


def marks(lines: Lines, name: str) -> Marks:
    """Pairs of ``environment=A="1",NAME="2"``, which may go on over indented lines."""
    bodies = lines.bodies
    text = "\n".join(bodies)
    starts = [0]
    for body in bodies:
        starts.append(starts[-1] + len(body) + 1)
    spans = [
        span
        for first, last in _settings(bodies)
        for span in _spans(text, starts[first], starts[last] + len(bodies[last]), name)
    ]
    found = marks_of(bodies, spans, _COMMENTS)
    return Marks(found.gone | commented_out(bodies, name, _COMMENTS), found.rewritten, comments=_COMMENTS)


def _settings(bodies: Sequence[str]) -> Iterator[tuple[int, int]]:
    for index, body in enumerate(bodies):
        if _KEY.match(body):
            last = index
            while last + 1 < len(bodies) and bodies[last + 1][:1].isspace() and bodies[last + 1].strip():
                last += 1
            yield index, last


def _spans(text: str, start: int, end: int, name: str) -> Iterator[Span]:
    key = _KEY.match(text, start, end)
    at = key.end() if key else start
    pairs: list[tuple[int, int, str]] = []  # from its first character to its last, without the comma
    while pair := _PAIR.match(text, at, end):
        first = pair.start() + len(pair.group()) - len(pair.group().lstrip())
        pairs.append((first, pair.end(), pair.group(1)))
        comma = re.compile(r"\s*,").match(text, pair.end(), end)
        at = comma.end() if comma else pair.end()
    rest = text[at:end].strip()
    mine = [n for n, pair in enumerate(pairs) if pair[2] == name]
    if not mine or (rest and not rest.startswith(";")):
        return  # another variable, or a value that is not understood
    if len(mine) == len(pairs):
        yield start, end
        return
    for n in mine:
        if n + 1 < len(pairs):
            yield pairs[n][0], pairs[n + 1][0]
        else:
            kept = max(k for k in range(n) if k not in mine)
            yield pairs[kept][1], at if at > pairs[n][1] else pairs[n][1]
