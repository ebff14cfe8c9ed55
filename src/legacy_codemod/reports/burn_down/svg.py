"""A series into a picture that stands alone or in a page: SVG without scripts, right on light and on dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from itertools import accumulate

from legacy_codemod.burn_down.series import Point, Series
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.told_series import basis, headline, moment, ticks
from legacy_codemod.reports.parts.words import count

_WIDTH, _HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 76, 64, 52  # margins
_DATES = 4  # steps from the first day to the last
_STYLE = """
.burn-down{color-scheme:light dark;--ink:#1f2328;--faint:#59636e;--rule:#d1d9e0;--line:#0969da;--paper:#ffffff}
@media (prefers-color-scheme:dark){
.burn-down{--ink:#f0f6fc;--faint:#9198a1;--rule:#3d444d;--line:#4493f8;--paper:#0d1117}
}
.burn-down text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--faint)}
.burn-down .said{font-size:15px;font-weight:600;fill:var(--ink)}
.burn-down .now{font-size:13px;font-weight:600;fill:var(--ink)}
.burn-down .paper{fill:var(--paper)}
.burn-down .rule{stroke:var(--rule);stroke-width:1}
.burn-down .line{fill:none;stroke:var(--line);stroke-width:2;stroke-linejoin:round}
.burn-down .area{fill:var(--line);opacity:.14}
.burn-down .dot{fill:var(--line);stroke:var(--paper);stroke-width:2}
.burn-down .hit{fill:transparent}
.burn-down .hit:hover{fill:var(--line);opacity:.12}
"""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a point lies: times and lines into the picture's own units."""

    times: Sequence[int]  # never falling
    top: int

    def x(self, at: int) -> float:
        """The place of the point number ``at``."""
        span = self.times[-1] - self.times[0]
        share = (self.times[at] - self.times[0]) / span if span else at / max(len(self.times) - 1, 1)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, lines: int) -> float:
        """The height of ``lines``."""
        return round(_HEIGHT - _BOTTOM - lines / self.top * (_HEIGHT - _TOP - _BOTTOM), 1)


def render(series: Series, page: Page) -> bytes:  # noqa: ARG001  a picture has its own width
    """The picture as a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture(series)}'.encode()


def picture(series: Series) -> str:
    """The ``<svg>`` element; its style holds for itself only, so that a page may carry it."""
    return "".join(f"{part}\n" for part in _parts(series))


def _parts(series: Series) -> Iterator[str]:
    said, made_of = headline(series), basis(series)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="burn-down" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-label="{escape(f"{said}. {made_of}.")}">'
    )
    yield f"<style>{_STYLE}</style>"
    yield f'<rect class="paper" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>'
    yield _text(16, 28, said, "said")
    yield _text(16, _HEIGHT - 12, made_of)
    if series.points:
        yield from _chart(series.points)
    yield "</svg>"


def _chart(points: Sequence[Point]) -> Iterator[str]:
    steps = ticks(max(point.lines for point in points))
    scale = _Scale(list(accumulate((point.time for point in points), max)), steps[-1])
    for step in steps:
        y = scale.y(step)
        yield f'<line class="rule" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        yield _text(_LEFT - 8, y + 4, f"{step:,}", anchor="end")
    yield from _dates(scale)
    yield from _line(points, scale)
    yield from _hits(points, scale)


def _line(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """Steps, not slopes: between two commits nobody counted."""
    start, floor = scale.x(0), scale.y(0)
    path = f"M{start},{scale.y(points[0].lines)}"
    path += "".join(f"H{scale.x(at)}V{scale.y(point.lines)}" for at, point in enumerate(points[1:], start=1))
    end, last = scale.x(len(points) - 1), scale.y(points[-1].lines)
    yield f'<path class="area" d="{path}V{floor}H{start}Z"/>'
    yield f'<path class="line" d="{path}"/>'
    yield f'<circle class="dot" cx="{end}" cy="{last}" r="5"/>'
    yield _text(end + 12, last + 4, f"{points[-1].lines:,}", "now")


def _dates(scale: _Scale) -> Iterator[str]:
    """Days below the chart, evenly spaced in time; each once, where the whole history is a matter of days."""
    start, span = scale.times[0], scale.times[-1] - scale.times[0]
    told = {f"{datetime.fromtimestamp(start + span * at // _DATES, UTC):%Y-%m-%d}": at for at in range(_DATES + 1)}
    for day, at in told.items():
        x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * at / _DATES
        yield _text(x, _HEIGHT - _BOTTOM + 18, day, anchor="middle")


def _hits(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """What a pointer rests on: from half the way to the point before to half the way to the next."""
    xs = [scale.x(at) for at in range(len(points))]
    for at, point in enumerate(points):
        start = (xs[max(at - 1, 0)] + xs[at]) / 2
        end = (xs[min(at + 1, len(xs) - 1)] + xs[at]) / 2
        counted = f"{count(point.lines, 'line')} in {count(point.files, 'file')}"
        told = f"{moment(point):%Y-%m-%d}  {point.commit[:10]}: {counted}"
        place = f'x="{start:.1f}" y="{_TOP}" width="{max(end - start, 1):.1f}" height="{_HEIGHT - _TOP - _BOTTOM}"'
        yield f'<rect class="hit" {place}><title>{escape(told)}</title></rect>'


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> str:
    attributes = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{escape(one_line(text))}</text>'
