"""Code in brackets over several lines, of which some was cut, into one line where that is as wide as its file goes."""

from __future__ import annotations

import re

from legacy_codemod.layout.text import Text

_NARROW, _WIDE = 79, 120  # PEP 8's width, and the widest that formatters are commonly set to
_BREAK = re.compile(r"[ \t\f]*(?:\r\n|\r|\n)[ \t\f]*")


def width(text: Text) -> int:
    """How long a line may be: PEP 8's 79, or as long as the file's longest line, but for oddly long ones."""
    longest = max((len(text.line(n)) for n in range(1, text.line_count + 1)), default=0)
    return min(max(_NARROW, longest), _WIDE)


def joined(content: str) -> str | None:
    """``content`` on one line; ``None`` where it holds a comment, a continuation or a string over several lines."""
    if any(mark in content for mark in ("#", "\\", '"""', "'''")):
        return None
    return _BREAK.sub(" ", content.strip())


def fits(text: Text, line: str) -> bool:
    """Whether ``line``, with its indentation, is no wider than the file's lines go."""
    return len(line) <= width(text)
