"""Lines of a shell script → those that a statement may begin on, and which of its words assign."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"""(?:[^\s"'\\;&|<>()`#$]|\\.|\$(?!\()|"(?:[^"\\`$]|\\.|\$(?!\())*"|'[^']*'|(?<=\S)#)+""")
_ASSIGNS = re.compile(r"([A-Za-z_]\w*)(?:=|$)")
_TOKEN = re.compile(r"""\\.|\\$|["']|(?:(?<=\s)|^)#|<<-?\s*(?:"\w+"|'\w+'|\\?\w*[A-Za-z_]\w*)|.""")
_ARRAY = re.compile(r"\w\+?=\([^()]*$")
_GOES_ON = re.compile(r"(?:&&|\|\|?|\\)\s*$")


def assigned(word: str) -> str:
    """The variable of ``NAME=value`` or ``NAME``; empty where it is neither."""
    found = _ASSIGNS.match(word)
    return found.group(1) if found else ""


def statements(bodies: Sequence[str]) -> list[range]:
    """Lines, from 0, that hold whole statements: outside of quotes, heredocs and commands that go on.

    None where a quote or a heredoc is never closed: then the script is not understood.
    """
    whole: list[range] = []
    quote, documents, goes_on, in_array, first = "", list[str](), False, False, 0
    for index, body in enumerate(bodies):
        if documents:
            if body.lstrip("\t") == documents[0]:
                documents.pop(0)
            continue
        first = first if quote or goes_on else index
        is_continued = goes_on
        quote, begun, code = _scan(body, quote)
        documents += begun
        goes_on = not quote and bool(_GOES_ON.search(code))
        is_item = in_array
        in_array = ")" not in code if in_array else bool(_ARRAY.search(code))
        if not (is_item or in_array or is_continued or quote or documents or goes_on):
            whole.append(range(first, index + 1))
        goes_on = goes_on or (is_continued and bool(quote))
    return [] if quote or documents else whole


def _scan(body: str, quote: str) -> tuple[str, list[str], str]:
    """The quote that is open at the end of the line, the heredocs that begin on it, and it without its comment."""
    documents: list[str] = []
    for token in _TOKEN.finditer(body):
        text = token.group()
        if quote == "'":
            if "'" in text:
                quote = ""
        elif quote:
            quote = "" if text == '"' else quote
        elif text in ('"', "'"):
            quote = text
        elif text == "#":
            return quote, documents, body[: token.start()]
        elif text.startswith("<<") and len(text) > 2 and not body[: token.start()].endswith("<"):
            documents.append(re.sub(r"^<<-?\s*[\\\"']?|[\"']$", "", text))
    return quote, documents, body
