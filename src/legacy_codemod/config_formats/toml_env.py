"""TOML (``pyproject.toml``, ``fly.toml``, ``netlify.toml``) → the keys and items that set a variable.

Sources: https://toml.io/en/v1.0.0, https://github.com/pytest-dev/pytest-env, https://tox.wiki/en/latest/config.html,
https://fly.io/docs/reference/configuration/#the-env-variables-section and
https://docs.netlify.com/configure-builds/file-based-configuration/
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from itertools import pairwise

from legacy_codemod.config_formats.parts.bracket_entries import cut_where, sets
from legacy_codemod.config_formats.parts.brackets import TOML, Entry, entries
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.proven import proven
from legacy_codemod.config_formats.parts.spans import text_of

EXAMPLE = "pyproject.toml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(
    r"(?:.*/)?(?:(?:pyproject|tox|\.?pytest|fly(?:\..+)?|netlify|wrangler|\.?mise(?:\..+)?|railway|hatch|render|cross"
    r"|\.cargo/config)\.toml|\.mise/config\.toml)"
)
_HOLDERS = (
    "env",
    "environment",
    "vars",
    "variables",
    "env-vars",
    "env-include",
    "set_env",
    "setenv",
    "pass_env",
    "passenv",
    "pytest_env",
    "passthrough",
)


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """The names that these programs look for, in any folder."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Keys of env tables, inline ones included, and items of env lists; a table's head goes with its last key."""
    tables = _tables(lines)

    def is_mine(entry: Entry) -> bool:
        if entry.parent is None and entry.assign >= 0:
            path = (*tables.get(entry.start, ()), *entry.keys)
            return len(path) > 1 and path[-1] == name and path[-2] in _HOLDERS
        return sets(entry, name, _HOLDERS) or _is_dotted(entry, name)

    replaced = re.compile(rf"replace\s*=\s*\"env\".*\bname\s*=\s*\"{re.escape(name)}\"")  # tox reads it
    uses = frozenset(n for n, body in enumerate(lines.bodies) if replaced.search(body))
    emptied = _HOLDERS if "[tool.tox" not in text_of(lines) and "env_run_base" not in text_of(lines) else ()
    found = replace(cut_where(lines, name, TOML, is_mine, emptied), uses=uses)  # an environment of tox would inherit
    return proven(lines, _with_heads(lines, found), tomllib.loads)


def _is_dotted(entry: Entry, name: str) -> bool:
    """``{ env.NAME = … }`` inside an inline table."""
    return len(entry.keys) > 1 and entry.keys[-1] == name and entry.keys[-2] in _HOLDERS


def _tables(lines: Lines) -> dict[int, tuple[str, ...]]:
    """The table that each entry of the file stands in, by its offset."""
    table: tuple[str, ...] = ()
    found: dict[int, tuple[str, ...]] = {}
    for entry in entries(text_of(lines), TOML):
        if _is_head(entry):
            table = _path(entry)
        found[entry.start] = table
    return found


def _is_head(entry: Entry) -> bool:
    return entry.assign < 0 and entry.opener == "[" and not entry.words


def _path(head: Entry) -> tuple[str, ...]:
    inner = head
    while inner.children and not inner.words:
        inner = inner.children[0]
    return tuple(word.strip("\"'") for word in inner.words if word != ".")


def _with_heads(lines: Lines, found: Marks) -> Marks:
    """A table of variables that is left with nothing loses its head; one that others extend keeps it."""
    text = text_of(lines)
    every = entries(text, TOML)
    heads = [n for n, entry in enumerate(every) if _is_head(entry)]
    gone = set(found.gone)
    for at, until in pairwise([*heads, len(every)]):
        held = [text.count("\n", 0, entry.start) for entry in every[at + 1 : until]]
        if held and _path(every[at])[-1:] and _path(every[at])[-1] in _HOLDERS and all(n in found.gone for n in held):
            gone.add(text.count("\n", 0, every[at].start))
    return replace(found, gone=frozenset(gone))
