"""A file that a commit would bring, written as a row of the guard's corpus, into a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Snippet:
    """One file as a commit would bring it, and the uses that the guard has to find in it.

    ``found`` holds (line, item): lines count from 1, items are called as the inventory writes them. ``also`` is what
    follows from a find (a call of the name that was imported above): it may be said as well, and need not be.
    """

    id: str
    path: str
    text: str
    found: tuple[tuple[int, str], ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)
    also: tuple[tuple[int, str], ...] = ()


def text(drawn: str) -> str:
    """``drawn`` as a file: without the indent of the table and the line break that begins it."""
    return dedent(drawn).removeprefix("\n")
