"""Elements of a comma-separated list into the splices that take some of them out."""

from __future__ import annotations

from collections.abc import Sequence

from legacy_codemod.layout.runs import runs
from legacy_codemod.layout.spans import Span, after_filler, grouped
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.statements import comments_above
from legacy_codemod.layout.text import Text
from legacy_codemod.truth import Why


def take_out(text: Text, items: Sequence[Span], gone: Sequence[int], why: Why) -> list[Splice]:
    """Remove the items at the indexes ``gone``; at least one item must stay.

    ::

        (a, b, c)          one line: an item goes with the comma behind it, the last with the comma before it
        (                  own lines: an item goes with its line and the comments directly above it
            a,
            b,  # why
        )
    """
    items = _with_parentheses(text, items)
    splices = []
    for first, last in runs(gone):
        if last + 1 < len(items):
            splices.append(_before_another(text, items, (first, last), why))
        else:
            splices.append(_at_the_end(text, items, (first, last), why))
    return splices


def _with_parentheses(text: Text, items: Sequence[Span]) -> list[Span]:
    """Each item with the parentheses around it: whatever stands beside it up to the commas."""
    low = items[0][0]
    while low and text.text[low - 1] in "( \t\f\r\n":
        low -= 1
    found: list[Span] = []
    for index, item in enumerate(items):
        high = items[index + 1][0] if index + 1 < len(items) else len(text.text)
        found.append(grouped(text, item, (low, high)) if len(items) > 1 else item)
        low = min(after_comma(text, found[-1][1]) + 1, high)
    return found


def _before_another(text: Text, items: Sequence[Span], run: tuple[int, int], why: Why) -> Splice:
    start, end = items[run[0]][0], items[run[1] + 1][0]
    line = text.line_of(start)
    own_line = text.text[text.start(line) : start].strip() == ""
    next_line = text.line_of(end)
    if own_line and next_line > line and text.text[text.start(next_line) : end].strip() == "":
        top = comments_above(text, line, text.line_of(items[run[0] - 1][1]) if run[0] else 0)
        bottom = text.line_of(after_comma(text, items[run[1]][1]))
        return Splice(text.start(top), text.start(bottom + 1), "", why)
    if run[0] and not own_line and next_line > line and _is_wider(text, items, (start, end)):
        bottom = after_comma(text, items[run[1]][1]) + 1
        if text.text[bottom : text.start(text.line_of(bottom) + 1)].strip() == "":
            return Splice(after_comma(text, items[run[0] - 1][1]) + 1, bottom, "", why)  # the next item keeps its line
    return Splice(start, end, "", why)


def _is_wider(text: Text, items: Sequence[Span], gap: Span) -> bool:
    """Whether a line that is joined without ``gap`` is wider than any line of the list."""
    lines = range(text.line_of(items[0][0]), text.line_of(items[-1][1]) + 1)
    joined = gap[0] - text.start(text.line_of(gap[0])) + len(text.line(text.line_of(gap[1])).lstrip())
    return joined > max(len(text.line(n)) for n in lines)


def _at_the_end(text: Text, items: Sequence[Span], run: tuple[int, int], why: Why) -> Splice:
    start, end = items[run[0]][0], items[run[1]][1]
    line = text.line_of(start)
    before = items[run[0] - 1][1]
    comma = after_filler(text, end)
    trails = text.text[comma : comma + 1] == ","
    continued = "\\" in text.text[before:start]  # `a, \` ends a line that must not end in it any more
    if not continued and text.line_of(before) < line and text.text[text.start(line) : start].strip() == "":
        bottom = text.line_of(comma if trails else end)
        rest = text.text[(comma + 1 if trails else end) : text.start(bottom + 1)].strip()
        if not rest or rest.startswith("#"):
            top = comments_above(text, line, text.line_of(before))
            return Splice(text.start(top), text.start(bottom + 1), "", why)
    return Splice(before, end, "", why)


def after_comma(text: Text, offset: int) -> int:
    """The offset of the comma that follows ``offset``, or ``offset`` where none does."""
    position = after_filler(text, offset)
    return position if text.text[position : position + 1] == "," else offset
