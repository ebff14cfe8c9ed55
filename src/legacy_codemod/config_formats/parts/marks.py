"""Lines → which of them set a variable: the marks that a format puts on a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# A value as it stands in code that was commented out; several bare words are a sentence, not a value.
_VALUE = r"""("[^"]*"|'[^']*'|\$\{\{[^}]*\}\}|[^\s#"']\S*)"""
_LEAD = r"^\s*#[#\s]*"
_KEYWORD = r"(?:(?:export|ENV|ARG|-)\s+)?"


@dataclass(frozen=True, slots=True)
class Marks:
    """Indexes, from 0, of lines that go, and of lines that get another body."""

    gone: frozenset[int] = frozenset()
    rewritten: Mapping[int, str] = field(default_factory=dict)


def commented_out(bodies: Sequence[str], name: str) -> frozenset[int]:
    """The lines that are a commented-out assignment of ``name``: ``# NAME=value``, ``# - NAME``, ``# NAME: value``."""
    word = re.escape(name)
    pattern = re.compile(
        rf"{_LEAD}(?:{_KEYWORD}[\"']?{word}\s*=\s*{_VALUE}?[\"']?|(?:-\s+)?{word}:\s+{_VALUE}|-\s+{word})\s*(?:\s#.*)?$"
    )
    return frozenset(index for index, body in enumerate(bodies) if pattern.match(body))


_ANY_ASSIGNMENT = re.compile(rf"{_LEAD}(?:{_KEYWORD}[\"']?\w+\s*=(?!=)|(?:-\s+)?\w+:\s+{_VALUE}\s*$|-\s+\S)")


def is_assignment_in_comment(body: str) -> bool:
    """Whether a comment looks like a commented-out line of the file rather than like words about it."""
    return bool(_ANY_ASSIGNMENT.match(body))
