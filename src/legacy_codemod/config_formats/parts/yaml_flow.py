"""A YAML collection in brackets on one line → the same without the entries that set a variable."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[{}\[\],]|[^"'{}\[\],]+|["']""")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[^\s"':]+)\s*:(?:\s|$)""")
_NAMED = re.compile(r"""[\s{,](?:name|key|Name)\s*:\s*("[^"]*"|'[^']*'|[^\s"',}]+)""")


def without(value: str, name: str) -> str | None:
    """``{A: 1, NAME: 2}`` → ``{A: 1}``, ``[A=1, NAME=2]`` → ``[A=1]``; empty where nothing stays.

    ``None`` where the value is no such collection, or holds no such entry.
    """
    spans = list(_entries(value))
    mine = [n for n, (start, end) in enumerate(spans) if _variable(value[start:end], value[:1]) == name]
    if not mine:
        return None
    if len(mine) == len(spans):
        return ""
    for n in reversed(mine):
        start, end = spans[n]
        is_last = n + 1 == len(spans)
        value = value[: spans[n - 1][1]] + value[end:] if is_last else value[:start] + value[spans[n + 1][0] :]
        spans = list(_entries(value))
    return value


def item_name(value: str) -> str:
    """The variable of ``{name: NAME, value: 1}``; empty where it is none."""
    found = _NAMED.search(value) if value.startswith("{") else None
    return found.group(1).strip("\"'") if found else ""


def _variable(entry: str, bracket: str) -> str:
    if bracket == "{":
        key = _KEY.match(entry)
        return key.group(1).strip("\"'") if key else ""
    return item_name(entry) or entry.strip("\"'").partition("=")[0].strip()


def _entries(value: str) -> Iterator[tuple[int, int]]:
    """Start and end of each entry, without the white space around it; none where the brackets do not close."""
    if value[:1] not in ("{", "["):
        return
    found: list[tuple[int, int]] = []
    depth, start = 0, 1
    for token in _TOKEN.finditer(value):
        text = token.group()
        depth += (text in ("{", "[")) - (text in ("}", "]"))
        if depth == 0 or (depth == 1 and text == ","):
            found.append((start, token.start()))
            start = token.end()
        if depth == 0:
            break
    if depth == 0:
        for first, last in found:
            text = value[first:last]
            if text.strip():
                yield first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip())
