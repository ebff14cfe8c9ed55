"""Bars into a picture that stands alone: SVG without scripts or fonts of its own, right on light and on dark.

It is drawn here, not by a library: those that draw charts write one set of colours into the file, and a README is shown
on both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from textwrap import wrap

_WIDTH, _LEFT, _RIGHT = 720, 150, 90
_BAR, _STEP, _GAP = 16, 22, 34  # heights: a bar, from bar to bar, and what a heading takes
_STYLE = """
svg{color-scheme:light dark;--ink:#1f2328;--faint:#59636e;--ours:#0969da;--theirs:#afb8c1;--paper:#ffffff}
@media (prefers-color-scheme:dark){
svg{--ink:#f0f6fc;--faint:#9198a1;--ours:#4493f8;--theirs:#57606a;--paper:#0d1117}
}
text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:var(--faint)}
.said{font-size:15px;font-weight:600;fill:var(--ink)}
.tree,.now{font-weight:600;fill:var(--ink)}
.paper{fill:var(--paper)}
.theirs{fill:var(--theirs)}
.ours{fill:var(--ours)}
"""
_TITLE = "Seconds to fold one flag, the whole process"


@dataclass(frozen=True)
class Bar:
    """How long a program took on a tree; no seconds, where it did not do its work."""

    tree: str
    program: str
    seconds: float | None


def picture(bars: Sequence[Bar], basis: str) -> str:
    """The ``<svg>`` element, with the bars of one tree together."""
    body, height = _body(bars)
    lines = wrap(basis, 110, break_on_hyphens=False)
    whole = height + 18 * len(lines) + 12
    told = "; ".join(f"{bar.tree}: {bar.program} {_seconds(bar)}" for bar in bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {whole}" width="{_WIDTH}" height="{whole}" '
        f'role="img" aria-label="{escape(f"{_TITLE}. {told}.")}">',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{_WIDTH}" height="{whole}" rx="6"/>',
        _text(16, 28, _TITLE, "said"),
        *body,
        *(_text(16, height + 12 + 18 * at, line) for at, line in enumerate(lines)),
        "</svg>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _body(bars: Sequence[Bar]) -> tuple[list[str], int]:
    """The bars, and how far down they reach."""
    most, y, parts = max((bar.seconds or 0 for bar in bars), default=0) or 1, 36, []
    for tree, group in groupby(bars, lambda bar: bar.tree):
        parts.append(_text(16, y + 22, tree, "tree"))
        y += _GAP
        for bar in group:
            parts += _drawn(bar, most, y)
            y += _STEP
    return parts, y + 8


def _drawn(bar: Bar, most: float, y: int) -> Iterator[str]:
    width = round((_WIDTH - _LEFT - _RIGHT) * (bar.seconds or 0) / most, 1)
    ours = bar.program.startswith("codemod")
    yield _text(_LEFT - 8, y + 12, bar.program, "now" if ours else "", "end")
    yield f'<rect class="{"ours" if ours else "theirs"}" x="{_LEFT}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>'
    yield _text(_LEFT + width + 8, y + 12, _seconds(bar), "now" if ours else "")


def _seconds(bar: Bar) -> str:
    return "did not do it" if bar.seconds is None else f"{bar.seconds:.2f} s"


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> str:
    attributes = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{escape(text)}</text>'
