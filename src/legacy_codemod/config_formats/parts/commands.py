"""Lines → those whose command, of whatever shell or tool, gives an environment a variable or takes it away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache


def commanding(path: str, bodies: Sequence[str], name: str) -> Iterator[int]:
    """Lines, from 1."""
    pattern = _pattern(name)
    batch = _batch(name) if path.lower().endswith((".bat", ".cmd", ".fish")) else None
    for number, body in enumerate(bodies, 1):
        if name in body and (pattern.search(body) or (batch is not None and batch.search(body))):
            yield number


@cache
def _pattern(name: str) -> re.Pattern[str]:
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    store = r"(?:env|environment|config|secrets?|vars?|variables?)"
    spellings = (
        rf"\benv\s+(?:\S+\s+)*?(?:-u\s*|--unset[= ]){word}",
        rf"{word}=.*>>\s*\"?\$\{{?(?:env:)?GITHUB_ENV\b",  # one step of a workflow to the next ones
        rf"^\s*(?:ARG|ENV)\s+(?:\S+=\S*\s+)*{word}",  # what is built like a Dockerfile
        rf"^\s*env\s+{word}\s*(?:=[^;]*)?;",  # nginx
        rf"^\s*(?:Pass|Unset)Environment=(?:\S+\s+)*{word}",
        rf"\b{store}[ :](?:set|add|put|unset|rm|remove|import)\b.*\s[\"']?{word}[\"']?(?:=|\s|$)",  # heroku config:set
        rf"\b(?:set|unset)[ -]{store}\b.*\s[\"']?{word}[\"']?(?:=|-?\s|-?$)",  # kubectl set env
        rf"--(?:set|update|remove)-(?:env-vars|secrets)[= ]\S*?{word}",
        rf"\benvironment\s*\(?\s*[\"']{word}[\"']",  # Gradle
        # a script of package.json
        rf"\"(?:[^\"]*(?:&&|;|\||\benv|\bcross-env(?:-shell)?)\s+)?(?:\w+=\S+\s+)*{word}=[^\"\s]*\s+[^\"\s]",
    )
    return re.compile("|".join(spellings))


@cache
def _batch(name: str) -> re.Pattern[str]:
    """Where ``set`` is about variables."""
    return re.compile(rf"^\s*@?setx?\s+(?:[-/]\w+\s+)*\"?{re.escape(name)}(?:=|\s)", re.IGNORECASE)
