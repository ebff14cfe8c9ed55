"""A series into a picture that stands alone, right on light and on dark, or into its lines alone, for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from legacy_codemod.burn_down.series import Point, Series
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.told_series import basis, days, headline, moment, ticks, times
from legacy_codemod.reports.parts.words import count

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
class Frame:
    """The size of a picture, and what is left free around its chart; in the picture's own units."""

    width: int
    height: int
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0

    @property
    def floor(self) -> int:
        """How far down no lines at all are."""
        return self.height - self.bottom

    @property
    def edge(self) -> int:
        """How far to the right the newest commit is."""
        return self.width - self.right


_ALONE = Frame(720, 300, top=64, bottom=52, left=56, right=76)
_STRETCHED = Frame(720, 160, right=16)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a point lies: times and lines into the picture's own units."""

    frame: Frame
    times: Sequence[int]  # never falling
    steps: Sequence[int]  # of lines, from 0 to beyond the most

    def x(self, at: int) -> float:
        """The place of the point number ``at``."""
        span = self.times[-1] - self.times[0]
        share = (self.times[at] - self.times[0]) / span if span else at / max(len(self.times) - 1, 1)
        return round(self.frame.left + share * (self.frame.edge - self.frame.left), 1)

    def y(self, lines: int) -> float:
        """The height of ``lines``."""
        return round(self.frame.floor - lines / self.steps[-1] * (self.frame.floor - self.frame.top), 1)


def render(series: Series, page: Page) -> bytes:  # noqa: ARG001  a picture has its own width
    """The picture as a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture(series)}'.encode()


def picture(series: Series) -> str:
    """The ``<svg>`` element with its style, and with what it shows in words above and below."""
    size = f'width="{_ALONE.width}" height="{_ALONE.height}"'
    drawn: Iterator[str] = iter(())
    if series.points:
        scale = _scale(series.points, _ALONE)
        points = series.points
        drawn = chain(_rules(scale), _labels(points, scale), _line(points, scale), _hits(points, scale))
    return _joined(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="burn-down" {_box(_ALONE)} {size} {_told(series)}>',
            f"<style>{_STYLE}</style>",
            f'<rect class="paper" {size} rx="6"/>',
            _text(16, 28, headline(series), "said"),
            _text(16, _ALONE.height - 12, basis(series)),
            *drawn,
            "</svg>",
        )
    )


def stretched(series: Series) -> str:
    """The ``<svg>`` element of a series with points for a page that gives it style, size and labels: lines only."""
    scale = _scale(series.points, _STRETCHED)
    opened = f'<svg class="burn-down" {_box(_STRETCHED)} preserveAspectRatio="none" {_told(series)}>'
    lines = chain(_rules(scale), _line(series.points, scale), _now(series.points, scale), _hits(series.points, scale))
    return _joined((opened, *lines, "</svg>"))


def _joined(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _box(frame: Frame) -> str:
    return f'viewBox="0 0 {frame.width} {frame.height}"'


def _told(series: Series) -> str:
    return f'role="img" aria-label="{escape(f"{headline(series)}. {basis(series)}.")}"'


def _scale(points: Sequence[Point], frame: Frame) -> _Scale:
    return _Scale(frame, times(points), ticks(max(point.lines for point in points)))


def _rules(scale: _Scale) -> Iterator[str]:
    for step in scale.steps:
        y = scale.y(step)
        yield f'<line class="rule" x1="{scale.frame.left}" x2="{scale.frame.edge}" y1="{y}" y2="{y}"/>'


def _labels(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """The steps, days evenly spaced in time, and how many lines there are now."""
    frame = scale.frame
    for step in scale.steps:
        yield _text(frame.left - 8, scale.y(step) + 4, f"{step:,}", anchor="end")
    for day, share in days(scale.times).items():
        yield _text(frame.left + (frame.edge - frame.left) * share, frame.floor + 18, day, anchor="middle")
    end, last = scale.x(len(points) - 1), scale.y(points[-1].lines)
    yield f'<circle class="dot" cx="{end}" cy="{last}" r="5"/>'
    yield _text(end + 12, last + 4, f"{points[-1].lines:,}", "now")


def _line(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """Steps, not slopes: between two commits nobody counted."""
    start, floor = scale.x(0), scale.y(0)
    path = f"M{start},{scale.y(points[0].lines)}"
    path += "".join(f"H{scale.x(at)}V{scale.y(point.lines)}" for at, point in enumerate(points[1:], start=1))
    yield f'<path class="area" d="{path}V{floor}H{start}Z"/>'
    yield f'<path class="line" d="{path}"/>'


def _now(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """The newest count goes on beyond the chart, where it would be no more than the end of a step."""
    y = scale.y(points[-1].lines)
    yield f'<line class="line" x1="{scale.frame.edge}" x2="{scale.frame.width}" y1="{y}" y2="{y}"/>'


def _hits(points: Sequence[Point], scale: _Scale) -> Iterator[str]:
    """What a pointer rests on: from half the way to the point before to half the way to the next."""
    xs = [scale.x(at) for at in range(len(points))]
    for at, point in enumerate(points):
        start = (xs[max(at - 1, 0)] + xs[at]) / 2
        end = (xs[min(at + 1, len(xs) - 1)] + xs[at]) / 2
        counted = f"{count(point.lines, 'line')} in {count(point.files, 'file')}"
        told = f"{moment(point):%Y-%m-%d}  {point.commit[:10]}: {counted}"
        size = f'width="{max(end - start, 1):.1f}" height="{scale.frame.floor - scale.frame.top}"'
        yield f'<rect class="hit" x="{start:.1f}" y="{scale.frame.top}" {size}><title>{escape(told)}</title></rect>'


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> str:
    attributes = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{escape(one_line(text))}</text>'
