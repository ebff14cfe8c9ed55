"""Lines → which of them set a variable: the marks that a format puts on a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# A value as it stands in code that was commented out; several bare words are a sentence, not a value.
_VALUE = r"""("[^"]*"|'[^']*'|\$\{\{[^}]*\}\}|[^\s#"']\S*)"""
_KEYWORD = r"(?:(?:export|ENV|ARG|-)\s+|Environment=)?"


@dataclass(frozen=True, slots=True)
class Marks:
    """Indexes, from 0, of lines that go, that get another body, and that read the variable in the format's own way."""

    gone: frozenset[int] = frozenset()
    rewritten: Mapping[int, str] = field(default_factory=dict)
    uses: frozenset[int] = frozenset()
    comments: tuple[str, ...] = ("#",)  # what a comment of this format begins with


def commented_out(bodies: Sequence[str], name: str, comments: Sequence[str] = ("#",)) -> frozenset[int]:
    """The lines that are a commented-out assignment of ``name``: ``# NAME=value``, ``# - NAME``, ``# NAME: value``."""
    word = re.escape(name)
    pattern = re.compile(
        rf"{_lead(comments)}(?:{_KEYWORD}[\"']?{word}\s*[:?]?=\s*{_VALUE}?[\"']?"
        rf"|(?:-\s+)?(?:{word}|\"{word}\"|'{word}'):\s+{_VALUE},?|-\s+{word}),?\s*(?:\s(?:#|//).*)?$"
    )
    return frozenset(index for index, body in enumerate(bodies) if pattern.match(body))


def is_assignment_in_comment(body: str, comments: Sequence[str] = ("#",)) -> bool:
    """Whether a comment looks like a commented-out line of the file rather than like words about it."""
    key = r"(?:\w+|\"[^\"]+\"|'[^']+')"
    return bool(
        re.match(
            rf"{_lead(comments)}(?:{_KEYWORD}[\"']?\w+\s*[:?]?=(?!=)|(?:-\s+)?{key}:\s+{_VALUE},?\s*$|-\s+\S)", body
        )
    )


def _lead(comments: Sequence[str]) -> str:
    marks = "|".join(map(re.escape, comments))
    return rf"^\s*(?:{marks})(?:{marks}|\s)*"
