"""The text of an inventory into its items, where it is written so plainly that nothing about it is in doubt.

Reading YAML takes longer than all else that a clean commit needs, and so does each import; this file uses builtins and
``os``. It gives ``None`` for whatever it does not know for certain to be right: then `inventory` reads the file and
says what is wrong with it, if anything is.
"""

from __future__ import annotations

import os

from legacy_codemod.guard.glance.between import conflict, said
from legacy_codemod.guard.glance.entries import SUBJECTS, entry, is_count, is_plain_path, text
from legacy_codemod.guard.glance.lines import UnsureError, items, scalar, sections

_TEXTS = ("verify", "format")
_LARGEST = 256 * 1024  # bytes; a larger one is read by the library, which takes its time over it anyway


def named(content: bytes, sdks: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """The kind and name of each item of ``flags`` and ``remove``.

    ``sdks`` are folders that have one for each SDK of the catalogue.
    """
    if len(content) > _LARGEST or b"\t" in content or b"\0" in content:
        return None
    try:
        given = sections([line.rstrip(" \r") for line in content.decode("utf-8").split("\n")])
        found = {name: [entry(name, raw) for raw in items(given.pop(name, []))] for name in SUBJECTS}
        mine = (*found["flags"], *found["remove"])
        if given.pop("version", None) != ["1"] or conflict(found) or not _others_are_plain(given):
            return None
    except (UnsureError, UnicodeDecodeError, ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    are_known = all(_is_sdk(item["sdk"], sdks) for item in mine if "sdk" in item)
    return [said(item) for item in mine] if are_known else None


def _is_sdk(name: str, folders: tuple[str, ...]) -> bool:
    return any(os.path.isdir(f"{folder}/{name}") for folder in folders)


def _others_are_plain(given: dict[str, list[str]]) -> bool:
    """Whether what the guard does not need is right too."""
    for name, lines in given.items():
        if name in _TEXTS:
            if not all(_is_command(item) for item in items(lines)):
                return False
        elif name != "burn_in" or not _is_burn_in(lines):
            return False
    return True


def _is_command(item: list[str]) -> bool:
    return len(item) == 1 and bool(text(scalar(item[0])))


def _is_burn_in(lines: list[str]) -> bool:
    indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
    given = {}
    for line in lines:
        if not indent or len(line) - len(line.lstrip(" ")) != indent:
            return False
        key, colon, rest = line.strip(" ").partition(": ")
        if not colon or key in given:
            return False
        given[key] = rest.strip(" ").partition(" #")[0].rstrip(" ")
    checks = {"flag_on_since": _is_day, "min_days": is_count, "logs": _is_row}
    return all(key in checks and checks[key](value) for key, value in given.items())


def _is_day(value: str) -> bool:
    year, month, day = value.split("-")
    digits = len(year) == 4 and len(month) == len(day) == 2 and (year + month + day).isdigit() and value.isascii()
    return digits and year > "1970" and "01" <= month <= "12" and "01" <= day <= "28"


def _is_row(value: str) -> bool:
    """Whether it is ``["logs/*.jsonl", 'more/*.gz']``."""
    inner = value[1:-1]
    return value[:1] == "[" and value[-1:] == "]" and all(_is_glob(part.strip(" ")) for part in inner.split(","))


def _is_glob(part: str) -> bool:
    text = part[1:-1]
    quoted = len(part) > 2 and part[0] == part[-1] and part[0] in "\"'" and part[0] not in text and "\\" not in text
    return quoted and text[-1] != "/" and is_plain_path(text)
