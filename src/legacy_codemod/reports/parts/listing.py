"""One item of a plan into its section of the page: note, diff with reasons, refusals, findings, fallbacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from legacy_codemod.model import Change, Edit, FileChange, Finding, Refusal
from legacy_codemod.reports.parts.coloured import code, rows
from legacy_codemod.reports.parts.hunks import Hunk, counts, hunks
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.words import chain, chains, count, shares

_WHOLE = 12  # lines of a removed file that are shown; the rest is said as a count


def section(change: Change, page: Page) -> Iterator[RenderableType]:
    """The renderables of one item, in reading order."""
    yield Text()
    yield Rule(Text(one_line(change.item.title), "bold"), align="left", style="dim", characters="─")
    yield from _note(change)
    yield from _refused(change.refusals)
    for file in change.files:
        yield from _file(file, [edit for edit in change.edits if edit.path == file.path], page)
    yield from listed("falls back", change.fallbacks, "green")
    yield from listed("left alone", change.findings, "yellow")


def listed(heading: str, findings: Iterable[Finding], style: str) -> Iterator[RenderableType]:
    """Places and reasons under a heading; nothing where there are none."""
    for at, finding in enumerate(findings):
        if not at:
            yield Text(f"\n  {heading}", f"bold {style}")
        yield _placed(str(finding.place), finding.reason)


def _note(change: Change) -> Iterator[RenderableType]:
    replaced = f"replaced by {change.item.replaced_by}" if change.item.replaced_by else ""
    note = ", ".join(part for part in (change.item.note, replaced) if part)
    if note:
        yield Padding(Text(one_line(note), "italic"), (0, 0, 0, 2), expand=False)
    if not change.files and not change.refusals:
        why = "" if change.findings else ": no read of it was found"
        yield Padding(Text(f"nothing to do{why}", "dim"), (0, 0, 0, 2), expand=False)


def _refused(refusals: Iterable[Refusal]) -> Iterator[RenderableType]:
    for at, refusal in enumerate(refusals):
        if not at:
            yield Text("\n  refused, nothing of this item changes", "bold red")
        yield _placed(str(refusal.place), refusal.reason)
        if refusal.chain:
            kept = Text(f"kept alive by {one_line(chain(refusal.chain))}", "dim")
            yield Padding(kept, (0, 0, 0, 6), expand=False)


def _placed(place: str, reason: str) -> RenderableType:
    return Padding(Text.assemble((one_line(place), "bold"), "  ", one_line(reason)), (0, 0, 0, 4), expand=False)


def _file(file: FileChange, edits: list[Edit], page: Page) -> Iterator[RenderableType]:
    yield Text()
    went = Text("  removed", "red") if file.after is None else Text()
    change = shares(*counts(file.before, file.after))
    yield Text.assemble("  ", (one_line(file.path), "bold"), went, (f"  {change}" if change else "", "dim"))
    if b"\0" in file.before or b"\0" in (file.after or b""):
        yield Text("    not text, so not shown", "dim")
    elif file.after is None:
        yield from _removed(file, edits, page)
    else:
        yield from _hunks(file, edits, page)


def _hunks(file: FileChange, edits: list[Edit], page: Page) -> Iterator[RenderableType]:
    shown_code = code(file, colour=page.colour)
    for at, hunk in enumerate(hunks(file.before, file.after or b"", edits)):
        if at:
            yield Text()
        yield from _reasons(hunk.edits)
        yield from rows(hunk, shown_code, page.width)


def _removed(file: FileChange, edits: list[Edit], page: Page) -> Iterator[RenderableType]:
    yield from _reasons(edits)
    for hunk in hunks(file.before, b""):
        first = Hunk(hunk.lines[:_WHOLE], hunk.start_before, hunk.start_after)
        yield from rows(first, code(file, colour=page.colour), page.width)
        left = len(hunk.lines) - _WHOLE
        if left > 0:
            yield Text(f"    … and {count(left, 'more line')}, all of it", "dim")


def _reasons(edits: Iterable[Edit]) -> Iterator[RenderableType]:
    for reason in chains(edit.why for edit in edits):
        yield Padding(Text(one_line(reason), "cyan"), (0, 0, 0, 2), expand=False)
