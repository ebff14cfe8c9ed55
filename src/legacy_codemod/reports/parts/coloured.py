"""One file before and after into diff lines for a terminal: numbers, sign, and code in its syntax colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

from legacy_codemod.model import FileChange
from legacy_codemod.reports.parts.hunks import Hunk, Line
from legacy_codemod.reports.parts.marked import Span, marks
from legacy_codemod.reports.parts.names import shown
from legacy_codemod.reports.parts.secrets import holds_secrets, without_value
from legacy_codemod.reports.parts.wrapped import CODE, breaks

_LARGEST = 400_000  # bytes to highlight: beyond it the lexer would be slower than the reader
_SIGNS = {"-": "red", "+": "green", " ": "dim"}


@dataclass(frozen=True, slots=True)
class Code:
    """The lines of both sides of a file as they are shown."""

    before: list[Text]
    after: list[Text]

    def of(self, line: Line) -> Text:
        """The code of one line of a hunk."""
        return self.after[line.after - 1] if line.sign == "+" else self.before[line.before - 1]


def code(file: FileChange, *, colour: bool) -> Code:
    """Both sides of ``file``; the values in an env file are hidden."""
    hidden = holds_secrets(file.path, file.before)
    before, after = (_plain(content) for content in (file.before, file.after or b""))
    if hidden:
        return Code(*([Text(without_value(line)) for line in side] for side in (before, after)))
    return Code(_lines(file.path, before, colour=colour), _lines(file.path, after, colour=colour))


def rows(hunk: Hunk, file: Code, width: int) -> Iterator[Text]:
    """The rows of ``hunk``. A line too long for ``width`` goes on below, under its code; with width 0 none does."""
    befores, afters = _column(line.before for line in hunk.lines), _column(line.after for line in hunk.lines)
    marked = marks([line.sign for line in hunk.lines], [file.of(line).plain for line in hunk.lines])
    for number, (line, before, after) in enumerate(zip(hunk.lines, befores, afters, strict=True)):
        gutter = Text.assemble((f"  {before}{after}", "dim"), (f"{line.sign} ", _SIGNS[line.sign]))
        text = _tinted(file.of(line), line.sign, marked.get(number, (0, 0)))
        pieces = _folded(text, max(width - gutter.cell_len, 20) if width else 0)
        blank = Text(" " * gutter.cell_len)
        below = Text.assemble(" " * (gutter.cell_len - 2), ("⋮ ", "dim"))  # no line of the file begins here
        for at, piece in enumerate(pieces):
            yield (below if at else gutter) + piece
        if not line.text.endswith(b"\n"):
            yield blank + Text("\\ no newline at the end of the file", "dim")


def _plain(content: bytes) -> list[str]:
    text = content.decode("utf-8", "backslashreplace")
    return [shown(line.removesuffix("\r")).expandtabs(4) for line in text.split("\n")]


def _lines(path: str, plain: list[str], *, colour: bool) -> list[Text]:
    if not colour or sum(map(len, plain)) > _LARGEST:
        return [Text(line) for line in plain]
    from legacy_codemod.reports.parts.syntax import highlighted  # it knows languages: a page without colour need not

    return highlighted(path, plain)


def _column(numbers: Iterable[int]) -> list[str]:
    """Line numbers as a column of equal width, empty where none of them is a line."""
    shown_numbers = [str(number or "") for number in numbers]
    width = max(map(len, shown_numbers), default=0)
    return [f"{number:>{width}} " if width else "" for number in shown_numbers]


def _folded(line: Text, width: int) -> list[Text]:
    return list(line.divide(breaks(line.plain, width, width, CODE, latest=0.6))) if width else [line]


def _tinted(line: Text, sign: str, marked: Span) -> Text:
    """The line in the colour of its sign; what differs in it from the line it was, or became, stands out."""
    tinted = Text(line.plain, "red") if sign == "-" else line.copy()
    if marked[0] < marked[1]:
        tinted.stylize(f"{_SIGNS[sign]} reverse", *marked)
    return tinted
