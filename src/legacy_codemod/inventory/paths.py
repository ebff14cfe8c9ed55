"""A path of the inventory (a file, a folder ending in ``/``, a glob) and a path of the tree into yes or no."""

from __future__ import annotations

import re
from functools import lru_cache

# `**/` may stand for no folder at all; a bracket that never closes is an ordinary character.
_TOKEN = re.compile(
    r"(?P<folders>(?:(?<![^/])\*\*/)+)|(?P<any>\*\*+)|(?P<star>\*)|(?P<one>\?)|\[(?P<members>!?[^/][^]/]*)\]"
)
_PRIVATE = "\ue000"  # a character no pattern spells out: only a wildcard matches it


def path_matches(pattern: str, path: str) -> bool:
    """Whether ``pattern`` covers the file ``path``, both relative to the root and ``/``-separated.

    A folder covers every file below it. In a glob, ``*`` and ``?`` do not cross ``/`` and ``**`` does; ``[a-z]`` and
    ``[!a-z]`` are character classes. Case counts, and a leading dot is a character like any other.
    """
    if is_glob(pattern):
        return _compiled(pattern).fullmatch(path) is not None
    return path.startswith(pattern) and path != pattern if pattern.endswith("/") else path == pattern


def path_covers(outer: str, inner: str) -> bool:
    """Whether whatever ``inner`` covers is covered by ``outer`` too (``inner`` may be a folder or a glob itself)."""
    if outer == inner:
        return True
    witness = _TOKEN.sub(_stand_in, inner) if is_glob(inner) else inner
    return path_matches(outer, f"{witness}{_PRIVATE}/{_PRIVATE}" if witness.endswith("/") else witness)


def is_glob(pattern: str) -> bool:
    """Whether ``pattern`` holds a wildcard."""
    return _TOKEN.search(pattern) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts, end = [], 0
    for token in _TOKEN.finditer(pattern):
        parts += [re.escape(pattern[end : token.start()]), _as_regex(token)]
        end = token.end()
    below = ".+" if pattern.endswith("/") else ""
    return re.compile("".join(parts) + re.escape(pattern[end:]) + below, re.DOTALL)


def _as_regex(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "folders":
            return "(?:.+/)?"
        case "any":
            return ".*"
        case "star":
            return "[^/]*"
        case "one":
            return "[^/]"
        case _:
            return _character_class(token["members"])


def _character_class(members: str) -> str:
    try:
        return f"[^/{_ranges(members[1:])}]" if _is_negated(members) else f"[{_ranges(members)}]"
    except ValueError:
        return "(?!)"  # a range that runs backwards covers nothing


def _is_negated(members: str) -> bool:
    return members.startswith("!") and members != "!"


def _ranges(members: str) -> str:
    pieces = re.findall(r"(?s)(.)-(.)|(.)", members)
    if any(low > high for low, high, _ in pieces if low):
        raise ValueError(members)
    return "".join(f"{re.escape(low)}-{re.escape(high)}" if low else re.escape(one) for low, high, one in pieces)


def _stand_in(token: re.Match[str]) -> str:
    """A text that the wildcard covers and nothing but a wildcard of its own kind covers."""
    match token.lastgroup:
        case "folders":
            return f"{_PRIVATE}/{_PRIVATE}/"
        case "any":
            return f"{_PRIVATE}/{_PRIVATE}"
        case "star":
            return _PRIVATE * 2
        case "one":
            return _PRIVATE
        case _:
            return _PRIVATE if _is_negated(token["members"]) else token["members"][0]
