"""A file of nested brackets → the entries of env maps and lists that set a variable."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from legacy_codemod.config_formats.parts.brackets import Entry, Syntax, entries, lines_of_strings, unquoted, walk
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.spans import marks_of, spans_of, text_of

_NAMED = ("name", "key", "Name", "Key")


def cut_entries(lines: Lines, name: str, syntax: Syntax, holders: Collection[str]) -> Marks:
    """What sets ``name`` in a map, list or block under a key of ``holders``."""
    return cut_where(lines, name, syntax, lambda entry: sets(entry, name, holders), holders)


def cut_where(
    lines: Lines, name: str, syntax: Syntax, is_mine: Callable[[Entry], bool], holders: Collection[str]
) -> Marks:
    """The same for the entries that ``is_mine``; a key of ``holders`` that is left with nothing goes as well."""
    text = text_of(lines)
    doomed = [entry for entry in walk(entries(text, syntax)) if is_mine(entry)]
    marks = marks_of(lines.bodies, spans_of(text, doomed, lambda e: key_of(e) in holders), syntax.comments)
    inside = lines_of_strings(text, syntax)
    gone = marks.gone | {n for n in commented_out(lines.bodies, name, syntax.comments) if n not in inside}
    return Marks(gone, marks.rewritten, comments=syntax.comments)


def sets(entry: Entry, name: str, holders: Collection[str]) -> bool:
    """``NAME = …`` in a map, ``"NAME=…"`` in a list, ``{ name = "NAME" }`` in a list, or such a block."""
    if entry.assign < 0 and entry.opener == "{":
        above = entry.words[0] if entry.words else key_of(entry.holder)
        return unquoted(above) in holders and _named(entry) == name
    if entry.parent is None or key_of(entry.holder) not in holders:
        return False
    if entry.assign >= 0:
        return entry.keys == (name,)
    if key_of(entry.holder) == "args":  # a map sets variables, a list is a command line
        return False
    return len(entry.words) == 1 and entry.words[0][:1] in "\"'" and item_name(unquoted(entry.words[0])) == name


def key_of(entry: Entry | None) -> str:
    """The last part of the key of an entry, or the word that a block begins with."""
    if entry is None:
        return ""
    return (entry.keys or tuple(map(unquoted, entry.words[:1])) or ("",))[-1]


def item_name(text: str) -> str:
    """The variable of ``NAME=value``, ``NAME`` and pytest-env's ``D:NAME=value``."""
    return re.sub(r"^(?:[A-Za-z]:)+", "", text).partition("=")[0].strip()


def _named(entry: Entry) -> str:
    """What an object or a block with a ``name`` among its keys is called."""
    words = [child for child in entry.children if child.keys[-1:] and child.keys[-1] in _NAMED]
    return unquoted(words[0].value[0]) if words and len(words[0].value) == 1 else ""
