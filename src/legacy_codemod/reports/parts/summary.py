"""A verdict into the few lines at the top of the page: what would change, what is refused, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from legacy_codemod.model import Change, Verdict
from legacy_codemod.reports.parts.hunks import counts
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.words import count, shares


def summary(verdict: Verdict, items: frozenset[int] = frozenset()) -> Iterator[RenderableType]:
    """One line of totals, then one row per item; with ``items``, for those numbers only."""
    yield totals(verdict)
    plan = verdict.plan
    base = f"commit {plan.base[:10]}" if plan.base else "the files on disk"
    yield Text(f"{one_line(plan.inventory.path)} on {base}", "dim")
    if plan.changes:
        yield Text()
        yield _items([each for each in enumerate(plan.changes, start=1) if not items or each[0] in items])
    if items:
        left = len(plan.changes) - len(items)
        yield Text(f"{count(left, 'more item')} not shown" if left else "", "dim")


def totals(verdict: Verdict) -> Text:
    """``4 items, 9 files, 3 lines in, 210 out, 1 refused, 2 found``."""
    plan = verdict.plan
    both = [counts(file.before, file.after) for file in plan.files.values()]
    lines_in, lines_out = sum(lines for lines, _ in both), sum(lines for _, lines in both)
    findings = len(plan.findings) + sum(len(change.findings) for change in plan.changes)
    refused = len(plan.refused)
    return Text.assemble(
        (count(len(plan.changes), "item"), "bold"),
        f" · {count(len(both), 'file')} · ",
        (f"{count(lines_in, 'line')} in", "green"),
        " · ",
        (f"{count(lines_out, 'line')} out", "red"),
        " · ",
        (f"{refused:,} refused", "bold red" if refused else ""),
        " · ",
        (f"{findings:,} found", "yellow" if findings else ""),
    )


def _items(changes: Iterable[tuple[int, Change]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="dim")
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True, style="dim")
    for number, change in changes:
        table.add_row(str(number), Text(one_line(change.item.title)), *_outcome(change))
    return table


def _outcome(change: Change) -> tuple[Text, str]:
    if change.refusals:
        return Text("refused", "bold red"), ""
    if not change.files:
        return Text("nothing to do", "dim"), ""
    both = [counts(file.before, file.after) for file in change.files]
    lines = shares(sum(lines for lines, _ in both), sum(lines for _, lines in both))
    return Text(count(len(change.files), "file")), lines
