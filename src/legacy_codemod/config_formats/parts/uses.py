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


def asking(bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that ask what is called an environment for ``name``, in whatever language; no comments."""
    pattern, word = _question(name), _word(name)
    return tuple(
        n for n, body in enumerate(bodies, 1) if word.search(body) and pattern.search(body) and not COMMENT.match(body)
    )


def mentioning(bodies: Iterable[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that hold ``name`` as a whole word."""
    pattern = _word(name)
    return tuple(n for n, body in enumerate(bodies, 1) if pattern.search(body))


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.ASCII)


_NAMED = r"env|ENV|environ(?:ment)?|[Gg]et_?[Ee]nv|EnvironmentVariable|[Ll]ookup_?[Ee]nv|env!"
_GENERAL = r"[Gg]et(?:Or\w+)?|fetch|delete|var|or_default|variables"
_QUOTE = r"\\?[\"'`]"


@cache
def _use(name: str) -> re.Pattern[str]:
    word = rf"{re.escape(name)}(?!\w)"
    spellings = (
        rf"\$\(?\{{?[#!]?{word}",  # $NAME ${NAME:-x} $(NAME) ${#NAME}
        rf"(?:env|Env|ENV):{word}|%{word}%|%\(ENV_{word}\)s",  # $env:NAME, ${env:NAME}, cmd, supervisord
        rf"(?:env|ENV|environ|environment|vars|secrets|variables)\.{word}",  # process.env.NAME, ${{ vars.NAME }}
        rf"\.Values\.[\w.]*?(?<!\w){word}|\bindex\s+\S+\s+{_QUOTE}{word}",  # the templates of charts
        rf"(?:{_NAMED}|{_GENERAL})\s*[\[(]\s*{_QUOTE}{word}",  # os.Getenv("NAME"), ENV["NAME"]
        _LOOKED_UP.format(word=word),
        rf"\{{env\[{word}\]",  # {env[NAME]} of str.format
        rf"\{{\{{[-+]?\s*{word}|\{{%[^%]*?(?<!\w){word}",  # templates: {{ NAME }}, {% if NAME %}
    )
    return re.compile("|".join(spellings), re.ASCII)


@cache
def _question(name: str) -> re.Pattern[str]:
    word = rf"{re.escape(name)}(?!\w)"
    spellings = (
        rf"(?:env|Env|ENV):{word}|\b(?:env|ENV|environ)\??\.{word}",
        rf"Object\.assign\(\s*process\.env\b.*(?<!\w){word}",
        rf"(?:{_NAMED})(?:\?\.)?\s*[\[(]\s*{_QUOTE}{word}",
        rf"(?:{_NAMED})\W[^\n]{{0,40}}?\b(?:{_GENERAL})\s*[\[(]\s*{_QUOTE}{word}",  # ENV.fetch("NAME")
        _LOOKED_UP.format(word=word),
    )
    return re.compile("|".join(spellings), re.ASCII)


# Ansible, Perl, shells, Make
_LOOKED_UP = (
    rf"lookup\(\s*{_QUOTE}env{_QUOTE}\s*,\s*{_QUOTE}{{word}}|ENV\{{{{\s*{_QUOTE}?{{word}}"
    rf"|\bprintenv\s+{{word}}|\s-v\s+{{word}}|\bifn?def\s+{{word}}|\bgetEnv\s+{_QUOTE}{{word}}"
)
