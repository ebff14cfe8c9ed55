"""A series into the section of the page for reviewers that shows it: in words, as a chart, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from legacy_codemod.burn_down.series import Series
from legacy_codemod.reports.burn_down.svg import stretched
from legacy_codemod.reports.parts.told_series import DAYS, basis, days, headline, moment, ticks, times


def past(series: Series | None) -> str:
    """The section; why there is none where nothing can be shown, and nothing where nobody asked git."""
    if series is None:
        return ""
    if why := _absent(series):
        return f'<p class="past">How the legacy names came and went is not shown: {escape(why)}.</p>'
    return "\n".join(_section(series))


def _absent(series: Series) -> str:
    if series.commits and not series.names:
        return "the inventory has no name that could be searched for"
    if len(series.points) < 2:
        return series.missing or "the history is one commit"
    return "" if any(point.lines for point in series.points) else "no commit that was looked at mentions one"


def _section(series: Series) -> Iterator[str]:
    yield '<section class="past" aria-labelledby="past">'
    yield f'<h2 id="past">{escape(headline(series))}</h2>'
    yield '<div class="chart">'
    yield _labels("steps", _steps(series)) + stretched(series) + _labels("days", _days(series))
    yield "</div>"
    yield f"<details><summary>{escape(basis(series))}</summary>"
    yield from _table(series)
    yield "</details></section>"


def _steps(series: Series) -> list[str]:
    return [f"{step:,}" for step in reversed(ticks(max(point.lines for point in series.points)))]


def _days(series: Series) -> list[str]:
    """Labels are spread evenly, so where some would say the same day, there are the first and the last only."""
    told = list(days(times(series.points)))
    return told if len(told) > DAYS else told[:: max(len(told) - 1, 1)]


def _labels(kind: str, texts: Iterable[str]) -> str:
    return f'<div class="{kind}" aria-hidden="true">{"".join(f"<span>{text}</span>" for text in texts)}</div>'


def _table(series: Series) -> Iterator[str]:
    yield "<table><caption>Lines that mention a legacy name, oldest commit first</caption>"
    yield "<thead><tr><th>Day</th><th>Commit</th><th>Lines</th><th>Files</th></tr></thead><tbody>"
    for point in series.points:
        cells = (
            f"{moment(point):%Y-%m-%d}",
            f"<code>{point.commit[:10]}</code>",
            f"{point.lines:,}",
            f"{point.files:,}",
        )
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</tbody></table>"
