"""A file that is no config → the lines that read an environment variable, by the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from legacy_codemod.config_formats.parts.uses import COMMENT, using

# In code, a name may be read far from where it is said: const KEY = "NAME", const { NAME } = process.env
_CODE = re.compile(
    r"\.(?:[cm]?[jt]sx?|vue|svelte|astro|go|java|kts?|scala|groovy|gradle|rb|erb|rake|rs|php|cs|fs|vb|[ch]|cc|[ch]pp|m"
    r"|swift|dart|exs?|erl|hs|clj|lua|p[lm]|r|jl|nim|zig)",
    re.IGNORECASE,
)


def reading(path: str, bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that read ``name``; in code every line that says it, but no comment and no ``NAME=value``."""
    found = set(using(bodies, name))
    if _CODE.fullmatch(PurePosixPath(path).suffix):
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w|=(?!=))", re.ASCII)
        found |= {n for n, body in enumerate(bodies, 1) if said.search(body) and not COMMENT.match(body)}
    return tuple(sorted(found))
