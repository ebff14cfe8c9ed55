"""Lines → those that use an environment variable, and those that merely name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

COMMENT = re.compile(r"\s*(?:#|//|;|--\s|/?\*+(?:\s|/|$))")
_BUNDLED = re.compile(r"(?:process|import\.meta)\.env\b")  # const { NAME } = process.env


def using(bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that read ``name`` in a shell, an interpolation, a template or another language; no comments."""
    pattern, word = _use(name), _word(name)
    return tuple(
        n
        for n, body in enumerate(bodies, 1)
        if word.search(body) or f"ENV_{name}" in body
        if (pattern.search(body) or _BUNDLED.search(body)) and not COMMENT.match(body)
    )


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
    getter = (
        r"(?:env|ENV|environ(?:ment)?|[Gg]et(?:_?[Ee]nv)?|EnvironmentVariable|fetch|var|or_default|variables"
        r"|[Ll]ookup_?[Ee]nv|env!)"
    )
    quote = r"\\?[\"'`]"
    spellings = (
        rf"\$\(?\{{?[#!]?{word}",  # $NAME ${NAME:-x} $(NAME) ${#NAME}
        rf"(?:env|Env|ENV):{word}|%{word}%|%\(ENV_{word}\)s",  # $env:NAME, ${env:NAME}, cmd, supervisord
        rf"(?:env|ENV|environ|environment|vars|secrets|variables)\.{word}",  # process.env.NAME, ${{ vars.NAME }}
        rf"\.Values\.[\w.]*?(?<!\w){word}|\bindex\s+\S+\s+{quote}{word}",  # the templates of charts
        rf"{getter}\s*[\[(]\s*{quote}{word}",  # os.Getenv("NAME"), ENV["NAME"]
        rf"\{{env\[{word}\]",  # {env[NAME]} of str.format
        rf"lookup\(\s*{quote}env{quote}\s*,\s*{quote}{word}|ENV\{{\s*{quote}?{word}",  # Ansible, Perl
        rf"\bprintenv\s+{word}|\s-v\s+{word}|\bifn?def\s+{word}|\bgetEnv\s+{quote}{word}",
        rf"\{{\{{[-+]?\s*{word}|\{{%[^%]*?(?<!\w){word}",  # templates: {{ NAME }}, {% if NAME %}
    )
    return re.compile("|".join(spellings), re.ASCII)
