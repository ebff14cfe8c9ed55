"""Statements of one suite into the splices that take them out, with the comments and blank lines that are theirs."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from legacy_codemod.layout.runs import runs
from legacy_codemod.layout.spans import after_filler, span
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.text import Text


@dataclass(frozen=True, slots=True)
class Suite:
    """The statements of one block; ``header`` is the last line of what opens it (0 for a module)."""

    body: Sequence[ast.stmt]
    header: int = 0

    @property
    def first(self) -> int:
        """The line of the first statement, decorators included."""
        return first_line(self.body[0])

    @property
    def last(self) -> int:
        """The last line of the last statement."""
        return last_line(self.body[-1])

    @property
    def on_header(self) -> bool:
        """Whether the suite stands behind the colon: ``if x: a; b``."""
        return self.first <= self.header


def first_line(node: ast.stmt) -> int:
    """The line a statement begins on, decorators included."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(d.lineno for d in decorators)])


def last_line(node: ast.stmt) -> int:
    """The line a statement ends on."""
    return node.end_lineno or node.lineno


def remove(text: Text, suite: Suite, gone: Sequence[int], why: tuple[str, ...]) -> list[Splice]:
    """Take the statements at the indexes ``gone`` out of ``suite``; one that empties gets ``pass``."""
    if not gone:
        return []
    if len(gone) == len(suite.body) and suite.header:
        start, _ = span(text, suite.body[0])
        _, end = span(text, suite.body[-1])
        if not suite.on_header:
            bottom = region_end(text, suite.last, len(text.indent(suite.first)), text.line_count)
            end = max(end, text.start(bottom) + len(text.line(bottom)))
            start = text.start(comments_above(text, suite.first, suite.header)) + len(text.indent(suite.first))
        return [Splice(start, end, "pass", why)]
    return [piece for run in runs(gone) for piece in _remove_run(text, suite, run, why)]


def _remove_run(text: Text, suite: Suite, run: tuple[int, int], why: tuple[str, ...]) -> list[Splice]:
    first, last = run
    body = suite.body
    start, end = span(text, body[first])[0], span(text, body[last])[1]
    before = span(text, body[first - 1])[1] if first else None
    after = span(text, body[last + 1])[0] if last + 1 < len(body) else None
    shares_before = (before is not None and text.line_of(before) == text.line_of(start)) or (
        first == 0 and suite.on_header
    )
    shares_after = after is not None and text.line_of(after) == text.line_of(end)
    if shares_after and after is not None:
        return [Splice(start, after, "", why)]
    if shares_before:
        return [Splice(before if before is not None else start, end, "", why)]
    floor = text.line_of(before) if before is not None else suite.header
    top = comments_above(text, first_line(body[first]), floor)
    bottom = last_line(body[last])
    if hasattr(body[last], "body"):
        bottom = region_end(text, bottom, len(text.indent(first_line(body[last]))) + 1, text.line_count)
    top, bottom = with_blanks(text, top, bottom, Between(floor, after is not None, before is None))
    return [Splice(text.start(top), text.start(bottom + 1), "", why)]


@dataclass(frozen=True, slots=True)
class Between:
    """Where a run lies: the line of code above it, whether a sibling follows, and whether it opens its suite."""

    floor: int
    followed: bool
    opens: bool


def comments_above(text: Text, line: int, floor: int) -> int:
    """The first of the comment lines directly above ``line`` with its indentation; a file's own header stays."""
    indent = text.indent(line)
    top = line
    while top - 1 > floor and text.is_comment(top - 1) and text.indent(top - 1) == indent:
        top -= 1
    return line if top == 1 else top


def region_end(text: Text, last: int, depth: int, limit: int) -> int:
    """The last line of what ends on ``last``, with the comments below it that are indented by ``depth`` or more."""
    line = last + 1
    while line <= limit and (text.is_blank(line) or (text.is_comment(line) and len(text.indent(line)) >= depth)):
        last = last if text.is_blank(line) else line
        line += 1
    return last


def with_blanks(text: Text, top: int, bottom: int, where: Between) -> tuple[int, int]:
    """Take the smaller of the two gaps around ``top``..``bottom`` along, so that the wider one is left."""
    above = below = 0
    while top - above - 1 > where.floor and text.is_blank(top - above - 1):
        above += 1
    while bottom + below + 1 <= text.line_count and text.is_blank(bottom + below + 1):
        below += 1
    if not where.followed:
        return (top - above, bottom) if where.floor else (top, bottom + below)
    if where.opens and (where.floor or top - above == 1):
        return top, bottom + below  # nothing stands above: what follows moves up to the header
    return (top, bottom + below) if below <= above else (top - above, bottom)


def header_line(text: Text, node: ast.AST, field: str = "body") -> int:
    """The line of the colon that opens the suite ``field`` of a compound statement."""
    offset = _header_anchor(text, node) if field == "body" else _clause(text, node, field)
    position = after_filler(text, offset)
    while text.text[position] != ":":
        position = after_filler(text, position + 1)
    return text.line_of(position)


def clause_start(text: Text, node: ast.AST, field: str) -> int:
    """The offset of the keyword (``else``, ``elif``, ``finally``) that opens ``field``, or of its ``case``."""
    return _clause(text, node, field)


def _clause(text: Text, node: ast.AST, field: str) -> int:
    before = {"orelse": ("handlers", "body"), "finalbody": ("orelse", "handlers", "body")}[field]
    earlier = next(suite for name in before if (suite := getattr(node, name, None)))
    last = earlier[-1]
    end = span(text, last.body[-1] if isinstance(last, ast.ExceptHandler) else last)[1]
    position = after_filler(text, end)
    return after_filler(text, position + 1) if text.text[position] == ";" else position


_SUITES = frozenset({"body", "orelse", "finalbody", "handlers", "cases", "decorator_list"})


def _header_anchor(text: Text, node: ast.AST) -> int:
    """Past the last expression of the header, so that no colon of an annotation or a slice is taken for it."""
    ends = [text.offset(node.lineno, node.col_offset)]  # type: ignore[attr-defined]
    for name, value in ast.iter_fields(node):
        parts = () if name in _SUITES else value if isinstance(value, list) else (value,)
        ends += [
            span(text, n)[1]
            for part in parts
            if isinstance(part, ast.AST)
            for n in ast.walk(part)
            if hasattr(n, "end_lineno")
        ]
    return max(ends)
