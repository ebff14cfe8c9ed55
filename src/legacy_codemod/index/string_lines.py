"""A string constant's place into the lines that begin inside of it: their white space is the string's own."""

from __future__ import annotations

import re

from legacy_codemod.layout.spans import Span
from legacy_codemod.layout.text import Text

_STRING = re.compile(
    r"""[rRbBuUfFtT]{0,2}('''|\"\"\"|'|")""",
)


def inside(text: Text, where: Span) -> set[int]:
    """Lines that begin inside one of the (implicitly joined) string tokens of ``where``."""
    lines: set[int] = set()
    position, end = where
    while position < end:
        opening = _STRING.match(text.text, position)
        if opening is None:
            position += 1 if text.text[position] != "#" else len(text.line(text.line_of(position))) or 1
            continue
        close = _string_end(text.text, opening.end(), opening.group(1))
        lines.update(range(text.line_of(position) + 1, text.line_of(close) + 1))
        position = close
    return lines


def _string_end(text: str, position: int, quote: str) -> int:
    while position < len(text):
        if text[position] == "\\":
            position += 2
        elif text.startswith(quote, position):
            return position + len(quote)
        else:
            position += 1
    return len(text)
