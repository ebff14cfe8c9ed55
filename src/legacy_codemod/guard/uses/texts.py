"""A file that is no Python into its uses of legacy names: config lines, other languages, templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from legacy_codemod.config_formats import holds_values, live_lines, spoken
from legacy_codemod.model import EnvFlag, EnvSubject, Item, SdkFlag
from legacy_codemod.sdk_entries import flag_sdk

DOCUMENTS = frozenset({".md", ".mdx", ".rst", ".adoc", ".txt"})
_BINARY_PROBE = 8000  # bytes; git's own rule for what is binary

_At = tuple[int, int, str, str]  # line, column, what, the line's text


def uses(path: str, content: bytes, item: Item) -> Iterator[_At]:
    """Every use of ``item`` in the file."""
    if b"\0" in content[:_BINARY_PROBE] or PurePosixPath(path).suffix.lower() in DOCUMENTS:
        return
    match item.subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            if name.removeprefix("TF_VAR_").encode() in content:
                hides = holds_values(path, content)
                for line in live_lines(path, content, name):
                    at = _at(content, line, name, f"sets or uses the variable {name}")
                    yield (*at[:3], "") if hides else at  # the value may be a secret
        case SdkFlag(sdk, key):
            if key.encode() in content and (pattern := _template(sdk, key)):
                text = spoken(path, content.decode("utf-8", "replace"))
                for number, line in enumerate(text.split("\n"), 1):
                    if pattern.search(line):
                        yield _at(content, number, key, f"asks for the flag {key}")


def _at(content: bytes, line: int, name: str, what: str) -> _At:
    text = content.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip("\r")
    return line, max(text.find(name), 0) + 1, what, text.strip()


@cache
def _template(sdk: str, key: str) -> re.Pattern[str] | None:
    """How templates ask for the key, in the spellings of the SDK's entry."""
    entry = flag_sdk(sdk)
    if entry is None or not entry.templates:
        return None
    quoted = rf"[\"']{re.escape(key)}[\"']"
    each = [re.escape(pattern).replace(r"\ ", r"\s+").replace(r"\$KEY", quoted) for pattern in entry.templates]
    return re.compile("|".join(each))
