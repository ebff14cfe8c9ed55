"""Marks on a file that a parser reads → the same marks, or none where the parser would not read what they leave."""

from __future__ import annotations

from collections.abc import Callable

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks


def proven(lines: Lines, marks: Marks, parse: Callable[[str], object]) -> Marks:
    """``marks``, unless ``parse`` takes the file as it is and raises ``ValueError`` for what would be left of it."""
    if not _is_read("\n".join(lines.bodies), parse):  # comments in JSON, a template: then nothing can be said
        return marks
    kept = [marks.rewritten.get(index, body) for index, body in enumerate(lines.bodies) if index not in marks.gone]
    return marks if _is_read("\n".join(kept), parse) else Marks(uses=marks.uses, comments=marks.comments)


def _is_read(text: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(text)
    except (ValueError, RecursionError):
        return False
    return True
