"""A text of the inventory into the short form in which an error shows it."""

from __future__ import annotations

_LONGEST = 60


def shown(text: str) -> str:
    """On one line, at most 60 characters, between backticks; characters that a terminal acts on are escaped."""
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return f"`{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}`"
