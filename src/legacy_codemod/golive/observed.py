"""Logs → the models that the new path's records name on their last day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from legacy_codemod.golive.chunks import chunks
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.log_blocks import UnreadableLogError, blocks
from legacy_codemod.golive.record import MalformedError, parsed, reading


def models(root: Path, paths: Iterable[str], fields: Fields, name: str) -> Counter[str]:
    """How often each value of the field ``name`` stands in a record of the new path, on the last day that has some."""
    by_day: dict[str, Counter[str]] = {}
    for path in paths:
        with suppress(UnreadableLogError):
            for chunk in chunks(blocks(root / path if path != "-" else Path(path))):
                for line in chunk.lines.splitlines():
                    _count(line, fields, name, by_day)
    return by_day[max(by_day)] if by_day else Counter()


def _count(line: bytes, fields: Fields, name: str, by_day: dict[str, Counter[str]]) -> None:
    try:
        record = parsed(line)
    except MalformedError:
        return
    said = reading(record, fields)
    value = record.get(name)
    if said.path == "new" and isinstance(value, str):
        day = said.moment.date().isoformat() if said.moment else ""
        by_day.setdefault(day, Counter())[value] += 1
