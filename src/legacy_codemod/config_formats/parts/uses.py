"""Lines → those that use an environment variable, and those that merely name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

_COMMENT = re.compile(r"\s*(?:#|//|;|--\s)")


def using(bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that read ``name`` in a shell, an interpolation, a template or another language; no comments."""
    pattern = _use(name)
    return tuple(n for n, body in enumerate(bodies, 1) if pattern.search(body) and not _COMMENT.match(body))


def mentioning(bodies: Iterable[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that hold ``name`` as a whole word."""
    pattern = _word(name)
    return tuple(n for n, body in enumerate(bodies, 1) if pattern.search(body))


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.ASCII)


@cache
def _use(name: str) -> re.Pattern[str]:
    word = rf"{re.escape(name)}(?!\w)"
    env = r"(?:process|import\.meta)\.env\b"
    getter = r"(?:env|ENV|environ|[Gg]et(?:[Ee]nv)?|fetch|var|[Ll]ookup_?[Ee]nv|env!)"
    spellings = (
        rf"\$\(?\{{?[#!]?{word}",  # $NAME ${NAME:-x} $(NAME) ${#NAME}
        rf"\$env:{word}|%{word}%",  # PowerShell, cmd
        rf"(?<!\w)(?:env|ENV|environ)\.{word}",  # process.env.NAME, ${{ env.NAME }}
        rf"{getter}\s*[\[(]\s*[\"'`]{word}",  # os.Getenv("NAME"), ENV["NAME"]
        rf"{env}.*(?<!\w){word}|(?<!\w){word}.*{env}",  # const { NAME } = process.env
        rf"\bprintenv\s+{word}|\{{\{{-?\s*{word}",  # templates: {{ NAME }}
    )
    return re.compile("|".join(spellings), re.ASCII)
