"""Words of a Phase 0 document into the three decisions and into what the columns of a table hold."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

DECISIONS: Final = ("remove", "keep", "wrap")
# words that mean about the same: an error names the decision they may stand for
_SAME = {
    "remove": ("delete", "drop", "retire", "kill", "removed", "removing", "deprecate", "replace"),
    "keep": ("retain", "stay", "stays", "kept", "leave", "preserve"),
    "wrap": ("wrapped", "wrapper", "adapt"),
}
_OPEN = frozenset({"", "tbd", "tbc", "todo", "undecided", "open", "unclear", "discuss", "na"})
COLUMNS: Final = {
    "decision": ("decision", "action", "verdict", "disposition", "remove/keep/wrap", "keep/remove/wrap"),
    "subject": (
        *("item", "path", "file", "files", "file path", "path/name", "file/symbol", "name", "symbol", "module"),
        *("code", "location", "where", "function", "component", "env", "env var", "variable", "environment variable"),
    ),
    "note": ("note", "notes", "reason", "why", "comment", "comments", "description", "what it does", "purpose"),
    "replaced_by": ("replaced by", "replacement", "replaced with", "restormel", "restormel equivalent", "becomes"),
    "phase": ("phase", "step", "restormel phase"),
    "category": ("category", "kind", "type", "area", "group"),
}
_NAMES = {name: column for column, names in COLUMNS.items() for name in names}
ENV_COLUMNS: Final = frozenset({"env", "env var", "variable", "environment variable"})


def plain(text: str) -> str:
    """``text`` without marks of Markdown, pictures and punctuation at its ends, in lower case."""
    bare = re.sub(r"[`*_~]", "", text).strip()
    return re.sub(r"^[^\w?]+|[^\w?]+$", "", bare).lower()


def column(heading: str) -> str:
    """What the column under ``heading`` holds; empty where it is none that is read."""
    return _NAMES.get(re.sub(r"\s*/\s*", "/", plain(heading)), "")


def near_column(heading: str) -> str:
    """The heading that may have been meant; empty where none is near."""
    return next(iter(get_close_matches(plain(heading), _NAMES, 1, 0.8)), "")


def decision(text: str) -> str:
    """The one decision that ``text`` is; empty where it is none."""
    word = plain(text)
    return word if word in DECISIONS else ""


def is_open(text: str) -> bool:
    """Whether a cell says that nothing is decided yet."""
    return plain(text).replace("/", "").rstrip("?") in _OPEN


def near_decision(text: str) -> str:
    """The decision that a word may have been meant as; empty where none is near."""
    word = plain(text)
    same = next((known for known, words in _SAME.items() if word in words), "")
    return same or next(iter(get_close_matches(word, DECISIONS, 1, 0.7)), "")


def of_heading(title: str) -> str:
    """The decision a section is about: its only one in capitals, or all that the heading says."""
    shouted = {word for word in DECISIONS if re.search(rf"\b{word.upper()}\b", title)}
    if shouted:
        return shouted.pop() if len(shouted) == 1 else ""
    said = re.sub(r"[^a-z ]", "", plain(title)).strip()
    return next((word for word in DECISIONS if said in (word, f"to {word}", f"{word}d", f"to be {word}d")), "")
