"""The evidence of the burn-in to a terminal, a pipe or a file, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from legacy_codemod.cli.shell.gate import told
from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.golive import evidence_page, measures
from legacy_codemod.golive.burn_in import Evidence
from legacy_codemod.golive.chart import rows
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw


def tell_evidence(evidence: Evidence, shape: str, output: Path | None) -> None:
    """Write it to ``output``, or show it."""
    match shape:
        case "html":
            content = evidence_page.as_html(evidence)
        case "json":
            content = evidence_page.as_json(evidence)
        case _:
            paper = Page() if output else page()
            content = b"".join([draw(chart(evidence), paper), *told(evidence, paper)])
    if output:
        save(content, output)
    else:
        show(content)


def chart(evidence: Evidence) -> Iterator[RenderableType]:
    """The share of the new path per day, in signs."""
    lines = list(rows(measures.by_day(evidence.tally)))
    for row in lines:
        yield Text.assemble(f"  {row.name} ", (row.carried, "green"), (row.rest, "yellow"), f" {row.numbers}")
    if lines:
        yield Text()
