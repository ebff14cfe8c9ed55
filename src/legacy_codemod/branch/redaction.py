"""Env files → their values, and a text → the same text without them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_ENV_FILE: Final = re.compile(r"(^|.*\.)env(\..+)?|\.env.*")
_PUBLIC: Final = re.compile(r"example|sample|template|dist|defaults?")
_LARGEST: Final = 1024 * 1024  # bytes of an env file that are looked at
_ORDINARY: Final = frozenset({"true", "false", "none", "null"})
_SHORTEST: Final = 4  # characters; shorter values are everywhere in any output
_HIDDEN: Final = "[value of an env file]"


def secrets(files: Iterable[Path]) -> tuple[str, ...]:
    """Every value that the env files among ``files`` set, the longest first; examples (``.env.example``) are no secret.

    Values under four characters and plain words (``true``, ``null``) are not counted as secrets.
    """
    found = {value for file in files if _is_env_file(file.name) for value in _values(file)}
    return tuple(sorted((value for value in found if _tells(value)), key=lambda value: (-len(value), value)))


def redact(text: str, hidden: Iterable[str]) -> str:
    """``text`` with each of the ``hidden`` values replaced."""
    for value in hidden:
        text = text.replace(value, _HIDDEN)
    return text


def _is_env_file(name: str) -> bool:
    return bool(_ENV_FILE.fullmatch(name)) and not _PUBLIC.search(name)


def _values(file: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        if not file.is_file():  # a pipe, or a link to a device, would never end
            return
        with file.open("rb") as opened:
            content = opened.read(_LARGEST).decode("utf-8", "replace")
        for line in content.splitlines():
            # A line without "=" belongs to a value of several lines, such as a private key.
            value = (line.partition("=")[2] if "=" in line else line).strip()
            yield from (value, value.strip("\"'"), value.split(" #")[0].strip().strip("\"'"))


def _tells(value: str) -> bool:
    return len(value) >= _SHORTEST and value.lower() not in _ORDINARY
