"""A flag of an SDK into how files that are no Python ask for it, or make it again."""

from __future__ import annotations

import re
from functools import cache

from legacy_codemod.sdk_entries import FlagSdk, flag_sdk

_BETWEEN = 400  # characters from the model of a fixture's record to its key


@cache
def asking(sdk: str, key: str) -> re.Pattern[str] | None:
    """What finds each such place; it ends on the line that names the key."""
    entry = flag_sdk(sdk)
    spellings = [*_reads(entry, key), *_made(entry, key)] if entry is not None else []
    return re.compile("|".join(spellings)) if spellings else None


def _reads(entry: FlagSdk, key: str) -> list[str]:
    quoted = rf"[\"'`]{re.escape(key)}[\"'`]"
    patterns = (*entry.templates, *entry.elsewhere)
    return [
        re.escape(each).replace(r"\ ", r"\s+").replace(r"\(", r"\(\s*").replace(r"\$KEY", quoted) for each in patterns
    ]


def _made(entry: FlagSdk, key: str) -> list[str]:
    """A command of a shell, and the record of a fixture."""
    word = rf"[\"']?{re.escape(key)}(?![\w-])"
    commands = [rf"\b{re.escape(each)}\s+(?:-\S+\s+)*{word}" for each in entry.commands]
    begin = r"[\"']?model[\"']?\s*:\s*[\"']?"
    records = [
        rf"{begin}(?i:{re.escape(model)})\b(?:(?!{begin})[\s\S]){{0,{_BETWEEN}}}?[\"']?\b{column}[\"']?\s*:\s*{word}"
        for model, column in entry.records.items()
    ]
    return [*commands, *records]
