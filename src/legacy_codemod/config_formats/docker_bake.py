"""A Docker bake file → the ``args`` that set a variable, and its declaration where nothing else uses it.

Source: https://docs.docker.com/build/bake/reference/
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.bracket_entries import cut_where, sets
from legacy_codemod.config_formats.parts.brackets import HCL, unquoted
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks

EXAMPLE = "docker-bake.hcl"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?docker-bake(?:\..+)?\.hcl")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``docker-bake.hcl`` and ``docker-bake.override.hcl``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``args`` maps, and the ``variable`` block that the environment may set."""
    declared = ["variable", name]
    found = cut_where(
        lines,
        name,
        HCL,
        lambda entry: sets(entry, name, ("args",)) or (entry.assign < 0 and [*map(unquoted, entry.words)] == declared),
        ("args",),
    )
    bare = re.compile(rf"^[^#\"]*=(?:[^\"]*(?:\"[^\"]*\"[^\"]*)*)(?<![\w\"]){re.escape(name)}(?![\w\"])")
    return replace(found, uses=frozenset(n for n, body in enumerate(lines.bodies) if bare.search(body)))
