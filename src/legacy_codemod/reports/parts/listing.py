"""One item of a plan into its section of the page: note, diff with reasons, refusals, findings, fallbacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from legacy_codemod.model import Change, Edit, FileChange, Finding, Refusal
from legacy_codemod.reports.parts.coloured import code, rows
from legacy_codemod.reports.parts.gathered import gathered
from legacy_codemod.reports.parts.hunks import Hunk, counts, hunks
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Detail, Page
from legacy_codemod.reports.parts.words import chain, chains, count, shares
from legacy_codemod.reports.parts.wrapped import CHAIN, HEAD, Hung

_WHOLE = 12  # lines of a removed file that are shown; the rest is said as a count


def section(change: Change, page: Page, number: int = 0) -> Iterator[RenderableType]:
    """The renderables of one item, in reading order; ``number`` is the item's in the summary, if it has one."""
    yield Text()
    yield _heading(f"{number}  {change.item.title}" if number else change.item.title, page)
    yield from _note(change)
    yield from _refused(change.refusals)
    for file in change.files:
        yield from _file(file, [edit for edit in change.edits if edit.path == file.path], page)
    yield from listed("falls back", change.fallbacks, "green")
    yield from listed("left alone", change.findings, "yellow")


def listed(heading: str, findings: Iterable[Finding], style: str) -> Iterator[RenderableType]:
    """Places and reasons under a heading, nothing where there are none."""
    for at, (places, reason) in enumerate(gathered(findings)):
        if not at:
            yield Text(f"\n  {heading}", f"bold {style}")
        yield _placed(places, reason)


def _heading(title: str, page: Page) -> RenderableType:
    """The title with a line to the edge; one that is too long for that is told whole, without the line."""
    text = Text(one_line(title), "bold")
    if page.width and cell_len(text.plain) > page.width - 2:
        return Hung(text, hang=4)
    return Rule(text, align="left", style="dim", characters="─")


def _note(change: Change) -> Iterator[RenderableType]:
    replaced = f"replaced by {change.item.replaced_by}" if change.item.replaced_by else ""
    note = ", ".join(part for part in (change.item.note, replaced) if part)
    if note:
        yield Hung(Text(one_line(note), "italic"), 2, 2)
    if not change.files and not change.refusals:
        why = "" if change.findings else ": no read of it was found"
        yield Hung(Text(f"nothing to do{why}", "dim"), 2, 2)


def _refused(refusals: tuple[Refusal, ...]) -> Iterator[RenderableType]:
    if refusals:
        yield Text("\n  refused, nothing of this item changes", "bold red")
    yield from stopped_by(refusals)


def stopped_by(refusals: Iterable[Refusal]) -> Iterator[RenderableType]:
    """The places that stop an item, each with why and with what keeps it alive."""
    for refusal in refusals:
        yield _placed(str(refusal.place), refusal.reason)
        if refusal.chain:
            kept = Text(f"kept alive by {one_line(chain(refusal.chain))}", "dim")
            yield Hung(kept, 6, 8, CHAIN)


def _placed(place: str, reason: str) -> RenderableType:
    return Hung(Text.assemble((one_line(place), "bold"), "  ", one_line(reason)), 4, 6)


def _file(file: FileChange, edits: list[Edit], page: Page) -> Iterator[RenderableType]:
    yield Text()
    went = Text("  removed", "red") if file.after is None else Text()
    change = shares(*counts(file.before, file.after))
    yield Hung(Text.assemble((one_line(file.path), "bold"), went, (f"  {change}" if change else "", "dim")), 2, 4, HEAD)
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
        most = len(hunk.lines) if page.detail is Detail.ALL else _WHOLE
        first = Hunk(hunk.lines[:most], hunk.start_before, hunk.start_after)
        yield from rows(first, code(file, colour=page.colour), page.width)
        left = len(hunk.lines) - most
        if left > 0:
            yield Text(f"    … and {count(left, 'more line')}, all of it", "dim")


def _reasons(edits: Iterable[Edit]) -> Iterator[RenderableType]:
    for reason in chains(edit.why for edit in edits):
        yield Hung(Text(one_line(reason), "cyan"), 2, 4, CHAIN)
