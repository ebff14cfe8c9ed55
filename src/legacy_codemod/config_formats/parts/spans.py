"""Offsets in a file that go → marks on its lines, and the commas that entries leave with them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate

from legacy_codemod.config_formats.parts.brackets import Entry
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks

Span = tuple[int, int]


def text_of(lines: Lines) -> str:
    """The file with a line feed at the end of each line, whatever it ends with."""
    return "\n".join(lines.bodies)


def marks_of(bodies: Sequence[str], spans: Collection[Span], comments: tuple[str, ...] = ("#",)) -> Marks:
    """Lines of which nothing or only a comment is left go; the others lose what the spans cover."""
    starts = [0, *accumulate(len(body) + 1 for body in bodies)]
    gone: set[int] = set()
    left: dict[int, str] = {}
    for start, end in reversed(_joined(spans)):
        first, last = (bisect_right(starts, at) - 1 for at in (start, max(start, end - 1)))
        tail = left.get(last, bodies[last])[end - starts[last] :]
        left[first] = left.get(first, bodies[first])[: start - starts[first]] + tail
        gone.update(range(first + 1, last + 1))
    for index, body in left.items():
        if not body.strip() or body.lstrip().startswith(comments):
            gone.add(index)
    rewritten = {index: body.rstrip() for index, body in left.items() if index not in gone}
    return Marks(frozenset(gone), rewritten, comments=comments)


def _joined(spans: Collection[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def spans_of(text: str, doomed: Sequence[Entry], is_whole: Callable[[Entry], bool]) -> list[Span]:
    """What goes with the entries ``doomed``; one that holds nothing else goes too where ``is_whole`` says so."""
    going = {id(entry): entry for entry in doomed}
    for entry in doomed:
        above = entry.parent
        while above is not None and is_whole(above) and is_emptied(text, above, going):
            going[id(above)] = above
            above = above.parent
    return [span for entry in going.values() for span in _spans(text, entry, going)]


def is_emptied(text: str, entry: Entry, going: Collection[int]) -> bool:
    """Whether all that a value in one pair of brackets holds is going."""
    before = text[entry.start if entry.assign < 0 else entry.assign + 1 : entry.inner].split()
    plain = not before if entry.assign >= 0 else before in ([], entry.words)
    return entry.brackets == 1 and plain and all(id(child) in going for child in entry.children)


def _spans(text: str, entry: Entry, going: Collection[int]) -> list[Span]:
    if entry.parent is not None and id(entry.parent) in going:
        return []
    siblings = [other for other in entry.parent.children if other.group == entry.group] if entry.parent else []
    end = entry.comma + 1 if entry.comma >= 0 else entry.end
    after = end + len(text[end:]) - len(text[end:].lstrip(" \t"))
    start = entry.start
    alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if entry.comma >= 0:
        at_end = text[after : after + 1] in ("", "\n", "}", "]", ")")
        if at_end and not alone:  # "[A,\n USE_X, ]": what is before it keeps its place
            start = len(text[:start].rstrip(" \t"))
            return [(start, end)]
        return [(start, after)]
    above = next((other for other in reversed(siblings) if other.start < start and id(other) not in going), None)
    if above is None or above.comma < 0:
        is_only = all(id(other) in going for other in siblings)
        return [(start, after if alone or is_only else end)]
    if "\n" in text[above.comma : start]:
        return [(above.comma, above.comma + 1), (start, after if alone else end)]
    return [(above.comma, end)]
