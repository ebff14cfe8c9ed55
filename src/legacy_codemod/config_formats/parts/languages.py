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


# const KEY = "NAME", of which process.env[KEY] makes a read
_TAKEN_APART = r"\{{(?P<names>[^{{}}]*?(?<!\w){word}(?!\w)[^{{}}]*)\}}\s*(?::[^=;]*)?=\s*(?:process|import\.meta)\.env\b"
_CONSTANT = r"\b(?:const|let|var|val|static|final|String|string)\s+(?P<key>\w+)\s*(?::\s*[\w&']+\s*)?:?=\s*[\"'`]{word}[\"'`]"
_FOR_ONE_COMMAND = (
    r"(?:^|[;&|({{]|\b(?:then|do|else|env|exec|sudo|time)\s)\s*(?:\w+=(?:\"[^\"]*\"|'[^']*'|\S*)\s+)*{word}=(?!=)"
    r"|(?<!\S)(?:-e|--env|--build-arg)[ =]{word}(?![\w-])"
)


def surely(path: str, text: str, name: str) -> tuple[int, ...]:
    """Lines, from 1, that read or set ``name`` in a way that is certain; ``text`` is without its comments."""
    word, bodies = re.escape(name), text.split("\n")
    found = set(using(bodies, name, surely=True))
    if _CODE.fullmatch(PurePosixPath(path).suffix):
        for each in re.finditer(_TAKEN_APART.format(word=word), text):
            at = re.compile(rf"(?<!\w){word}(?!\w)").search(text, each.start("names"))
            found.add(text.count("\n", 0, at.start() if at else each.start()) + 1)
        for each in re.finditer(_CONSTANT.format(word=word), text):
            read = re.compile(rf"(?:env|ENV|[Gg]etenv|[Gg]etEnv|var|LookupEnv)\s*[\[(]\s*{each['key']}\s*[\])]")
            found |= {text.count("\n", 0, read_at.start()) + 1 for read_at in read.finditer(text)}
    elif PurePosixPath(path).suffix not in (".html", ".json", ".xml", ".csv", ".sql"):
        command = re.compile(_FOR_ONE_COMMAND.format(word=word))
        found |= {n for n, body in enumerate(bodies, 1) if name in body and command.search(body)}
    return tuple(sorted(found))


def reading(path: str, bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that read ``name``; in code every line that says it, but no comment and no ``NAME=value``."""
    found = set(using(bodies, name))
    if _CODE.fullmatch(PurePosixPath(path).suffix):
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w|=(?!=))", re.ASCII)
        found |= {n for n, body in enumerate(bodies, 1) if said.search(body) and not COMMENT.match(body)}
    return tuple(sorted(found))
