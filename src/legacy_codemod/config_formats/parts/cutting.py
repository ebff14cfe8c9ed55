"""Lines with marks on them → the file without the marked lines, their headings and the gaps they would leave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legacy_codemod.config_formats.parts.lines import Lines, indent
from legacy_codemod.config_formats.parts.marks import Marks, is_assignment_in_comment
from legacy_codemod.config_formats.parts.uses import mentioning, using
from legacy_codemod.layout.runs import runs

_RULED = re.compile(r"\s*(?:#|;|//)\s*[-=#*~_]{2,}")  # "# --- Service ---" heads a section, "# the port" one line
_STAYS = re.compile(
    r"\s*(?:#|;|//)(?:!|\s*(?:syntax|escape|check|shellcheck\s.*)\s*=|.*(?:copyright|licen[sc]e|spdx))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A config file without a variable. Lines count from 1 and are those of the file before the cut."""

    content: bytes
    edits: tuple[tuple[int, int], ...]  # first and last line that was removed or shortened
    uses: tuple[int, ...]  # lines that were not cut and use the variable: $NAME, ${NAME:-x}
    mentions: tuple[int, ...]  # further lines that were not cut and name it: comments, places that are not understood


def cut_out(lines: Lines, marks: Marks, name: str) -> Cut:
    """Take the marked lines out, with the headings of what they empty and one blank line each."""
    gone = set(marks.gone)
    for run in runs(marks.gone):
        gone |= _headings(lines, run, marks.comments)
    for run in runs(gone):
        gone |= _gap(lines, run, gone)
    kept = {index: _kept(lines, marks, index) for index in range(len(lines.raw)) if index not in gone}
    content = lines.bom + "".join(kept.values()).encode("utf-8", "surrogateescape")
    left = ["" if index in gone else kept[index].rstrip("\r\n") for index in range(len(lines.raw))]
    own = {index + 1 for index in marks.uses if index not in gone}
    uses = tuple(sorted({*using(left, name), *own}))
    edits = tuple((first + 1, last + 1) for first, last in runs(gone | set(marks.rewritten)))
    return Cut(content, edits, uses, tuple(sorted(set(mentioning(left, name)) - set(uses))))


def _kept(lines: Lines, marks: Marks, index: int) -> str:
    return marks.rewritten[index] + lines.end(index) if index in marks.rewritten else lines.raw[index]


def _headings(lines: Lines, run: tuple[int, int], comments: tuple[str, ...]) -> set[int]:
    """The comment above a run after which its block is over: it was about nothing else."""
    first, last = run
    after = lines.bodies[last + 1] if last + 1 < len(lines.bodies) else ""
    depth = indent(lines.bodies[first])
    over = not after.strip() or indent(after) < depth
    before_comment = after.lstrip().startswith(comments) and not is_assignment_in_comment(after, comments)
    if not over and not before_comment:
        return set()
    found: set[int] = set()
    while first and _is_heading(lines.bodies[first - 1], depth, comments):
        first -= 1
        # without a blank line, a section ends only where the next one begins
        if not over and _RULED.match(lines.bodies[first]) and not _RULED.match(after):
            break
        found.add(first)
    return found


def _is_heading(body: str, depth: int, comments: tuple[str, ...]) -> bool:
    is_comment = body.lstrip().startswith(comments) and indent(body) == depth
    return is_comment and not is_assignment_in_comment(body, comments) and not _STAYS.match(body)


def _gap(lines: Lines, run: tuple[int, int], gone: set[int]) -> set[int]:
    """The blank line that would be one too many where a whole block goes."""
    above = next((n for n in range(run[0] - 1, -1, -1) if n not in gone), None)
    below = next((n for n in range(run[1] + 1, len(lines.bodies)) if n not in gone), None)
    blank_above = above is not None and not lines.bodies[above].strip()
    if below is None or (indent(lines.bodies[below]) < indent(lines.bodies[run[0]]) and lines.bodies[below].strip()):
        return {above} if blank_above and above is not None else set()
    blank_below = not lines.bodies[below].strip()
    return {below} if blank_below and (blank_above or above is None) else set()
