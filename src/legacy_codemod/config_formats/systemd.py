"""A systemd unit → its ``Environment=`` and ``PassEnvironment=`` lines without a variable.

Source: https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.spans import Span, marks_of

EXAMPLE = "deploy/docent.service"

_UNIT = r"service|socket|timer|mount|slice|scope|target|container|pod|kube|path|swap|conf"
_FILE = re.compile(rf".*\.(?:{_UNIT})(?:\.(?:j2|in|template|example))?")
_KEY = re.compile(r"(?:Environment|PassEnvironment|UnsetEnvironment|DefaultEnvironment)\s*=\s*")
_WORD = re.compile(r"""(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')+""")
_COMMENTS = ("#", ";")


def fits(path: str, lines: Lines) -> bool:
    """A unit or a drop-in by its suffix, where it has a section of units."""
    sections = ("[Unit]", "[Service]", "[Socket]", "[Container]", "[Manager]", "[Mount]", "[Pod]")
    return bool(_FILE.fullmatch(path)) and any(body.startswith(sections) for body in lines.bodies)


def marks(lines: Lines, name: str) -> Marks:
    """The words that set or pass ``name``. A line that is left with no word goes: an empty one unsets all others."""
    bodies = lines.bodies
    starts = [0]
    for body in bodies:
        starts.append(starts[-1] + len(body) + 1)
    text = "\n".join(bodies)
    spans = [
        span for first, last in _settings(bodies) for span in _spans(text, starts[first], starts[last + 1] - 1, name)
    ]
    found = marks_of(bodies, spans, _COMMENTS)
    return Marks(found.gone | commented_out(bodies, name, _COMMENTS), found.rewritten, comments=_COMMENTS)


def _settings(bodies: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each setting of the environment."""
    index = 0
    while index < len(bodies):
        last = index
        while bodies[last].endswith("\\") and last + 1 < len(bodies):
            last += 1
        if _KEY.match(bodies[index]):
            yield index, last
        index = last + 1


def _spans(text: str, start: int, end: int, name: str) -> Iterator[Span]:
    key = _KEY.match(text, start, end)
    at = key.end() if key else start
    joined = re.sub(r"\\\n", "  ", text[at:end])  # as long as it was
    words = list(_WORD.finditer(joined))
    mine = [n for n, word in enumerate(words) if _variable(word.group()) == name]
    if _WORD.sub("", joined).strip() or not mine:
        return  # a quote that is never closed, or another variable
    if len(mine) == len(words):
        yield start, end
        return
    for n in mine:
        if n + 1 < len(words):
            yield at + words[n].start(), at + words[n + 1].start()
        else:
            kept = max(k for k in range(n) if k not in mine)
            yield at + words[kept].end(), at + words[n].end()


def _variable(word: str) -> str:
    return word.lstrip("\"'").partition("=")[0].rstrip("\"'")
