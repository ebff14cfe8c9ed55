"""The lines of an inventory into its sections, items and scalars, where they are so plain that nothing is in doubt."""

from __future__ import annotations

QUOTED = "'"  # a quoted text has a quote in front


class UnsureError(Exception):
    """Something here is not plain: a YAML library has to say what it is."""


def sections(lines: list[str]) -> dict[str, list[str]]:
    """Each key of the top level with the lines below it; a scalar beside the key is the one line."""
    found: dict[str, list[str]] = {}
    body: list[str] | None = None
    for line in lines:
        if not line.isprintable():
            raise UnsureError
        if not line or line.lstrip(" ").startswith("#"):
            continue
        if line[0] not in " -":
            key, value = pair(line)
            if key in found:
                raise UnsureError
            body = found[key] = [value] if value else []
            body = None if value else body
        elif body is None:
            raise UnsureError
        else:
            body.append(line)
    return found


def pair(text: str) -> tuple[str, str]:
    """``key: value`` → both; the value is empty where nothing stands behind the colon."""
    key, colon, rest = text.partition(":")
    if not colon or not key.replace("_", "").isalpha() or not key.islower() or (rest and rest[0] != " "):
        raise UnsureError
    return key, scalar(rest.strip(" "))


def scalar(text: str) -> str:
    """A scalar without its comment; a quoted one keeps a quote in front."""
    if not text or text[0] == "#":
        return ""
    if text[0] in "\"'":
        inner, closing, after = text[1:].partition(text[0])
        if not closing or "\\" in inner or (after and after.lstrip(" ")[0] != "#") or after[:1] not in ("", " "):
            raise UnsureError
        return QUOTED + inner
    plain = text.partition(" #")[0].rstrip(" ")
    if (
        plain[0] in "[]{}&*!|>%@`,?:=<"
        or plain[:2] in ("- ", "--", "..")
        or plain == "-"
        or ": " in plain
        or plain[-1] == ":"
    ):
        raise UnsureError
    return plain


def items(lines: list[str]) -> list[list[str]]:
    """The lines of a list, item by item, each without its dash and indent."""
    if len(lines) == 1 and lines[0][0] not in " -":
        raise UnsureError  # a scalar where a list belongs
    found: list[list[str]] = []
    outer = inner = -1
    for line in lines:
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if bare[:2] == "- ":
            body = bare[2:].lstrip(" ")
            outer = indent if outer < 0 else outer
            inner = len(line) - len(body)
            if indent != outer or not body:
                raise UnsureError
            found.append([body])
        elif indent != inner or not found:
            raise UnsureError
        else:
            found[-1].append(bare)
    return found
