"""The rows of a table, whatever the order of its columns, into what each says about its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.phase_zero import words
from legacy_codemod.phase_zero.blocks import Span, Table
from legacy_codemod.phase_zero.tokens import DASHES

_NOTHING = frozenset({"", "-", "--", *DASHES, "n/a", "none", "na", "."})


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``decision`` is ``None`` where the table has no column for it."""

    subject: Span
    decision: Span | None
    note: str = ""
    replaced_by: str = ""
    category: str = ""
    is_env: bool = False  # whether the column's heading speaks of variables


def rows(table: Table) -> Iterator[Row]:
    """The rows of a table that has a column for subjects; none of any other table."""
    places = {name: at for at, span in reversed(list(enumerate(table.head))) if (name := words.column(span.text))}
    if "subject" not in places:
        return
    for cells in table.rows:
        if places["subject"] < len(cells) and cells[places["subject"]].text:
            yield _row(table, places, cells)


def _row(table: Table, places: dict[str, int], cells: tuple[Span, ...]) -> Row:
    def cell(name: str) -> str:
        at = places.get(name, len(cells))
        text = " ".join(cells[at].text.split()) if at < len(cells) else ""
        return "" if text.lower() in _NOTHING else text

    subject = places["subject"]
    decision = places.get("decision")
    return Row(
        cells[subject],
        None if decision is None else cells[decision] if decision < len(cells) else Span("", cells[0].line, 1),
        cell("note"),
        _with_phase(cell("replaced_by"), cell("phase")),
        cell("category"),
        words.plain(table.head[subject].text) in words.ENV_COLUMNS,
    )


def _with_phase(replaced_by: str, phase: str) -> str:
    """``routes (phase 3)``, whichever of the two the table has."""
    if not phase or "phase" in replaced_by.lower():
        return replaced_by
    named = phase if re.search(r"(?i)phase|step", phase) else f"phase {phase}"
    return f"{replaced_by} ({named})" if replaced_by else named
