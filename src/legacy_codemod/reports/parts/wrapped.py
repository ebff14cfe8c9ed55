"""A long line into the places where it is broken for a terminal, and prose into lines that hang below its first one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

PROSE = (re.compile(r"\s"), re.compile(r"/"))
CHAIN = (re.compile(r"\s(?=→ )"), *PROSE)  # an arrow stands before what follows from it, not after what it follows from
HEAD = (re.compile(r"  "), re.compile(r"/"))  # of a file: between the path and what is said of it, or inside the path
CODE = (re.compile(r"[\s,(\[{]"),)
_NARROWEST = 20  # columns


@dataclass(frozen=True, slots=True)
class Hung:
    """A text that begins ``indent`` columns from the left; the lines it takes after the first begin at ``hang``."""

    text: Text
    indent: int = 0
    hang: int = 0
    places: Sequence[re.Pattern[str]] = PROSE

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, none of them wider than there is room; one line where nothing is to be wrapped."""
        widths = tuple(max(options.max_width - left, _NARROWEST) for left in (self.indent, self.hang))
        offsets = [] if options.no_wrap else breaks(self.text.plain, widths[0], widths[1], self.places)
        for at, line in enumerate(self.text.divide(offsets)):
            line.rstrip()
            left = Text(" " * (self.hang if at else self.indent), no_wrap=True, overflow="ignore", end="")
            yield left + line + Text("\n")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the text, and at least one word of it."""
        whole = cell_len(self.text.plain) + self.indent
        return Measurement(min(_NARROWEST, whole), whole).with_maximum(options.max_width)


def breaks(line: str, first: int, rest: int, places: Sequence[re.Pattern[str]], *, latest: float = 0) -> list[int]:
    """Where ``line`` is broken, so that its first part is ``first`` columns wide at most, and the others ``rest``.

    A part ends after the last match of the first of ``places`` that matches in it, beyond its share ``latest``; where
    none does, it ends at the edge. A blank that ends a part may stand beyond the edge.
    """
    offsets: list[int] = []
    at, width = 0, first
    while True:
        ahead = line[at : at + 2 * width + 1]  # what has no width is rare, so this is enough to see the edge in
        if at + len(ahead) == len(line) and cell_len(ahead) <= width:
            return offsets
        fitting = len(chop_cells(ahead, width)[0])
        if fitting == len(ahead):
            return offsets
        at = _end(line, at, at + fitting, places, latest)
        offsets.append(at)
        width = rest


def _end(line: str, start: int, edge: int, places: Sequence[re.Pattern[str]], latest: float) -> int:
    beyond = edge + (line[edge : edge + 1] == " " and not latest)
    for place in places:
        # a place may look at what stands behind it, so the line is searched and not a piece of it
        ends = [found.end() for found in place.finditer(line, start) if found.end() <= beyond] if place else []
        if ends and ends[-1] - start > (edge - start) * latest:
            return ends[-1]
    return edge
