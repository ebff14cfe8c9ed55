"""A Phase 0 document into decided items, errors where it cannot stand, findings where it is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from legacy_codemod.errors import InventoryError
from legacy_codemod.index.world import World
from legacy_codemod.inventory.conflicts import identity
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import Finding, Item, PathSubject, Place
from legacy_codemod.phase_zero import words
from legacy_codemod.phase_zero.blocks import Heading, Line, Span, Table, blocks
from legacy_codemod.phase_zero.rows import Row, rows
from legacy_codemod.phase_zero.subjects import meant
from legacy_codemod.phase_zero.tokens import DASHES, Named, named, note_of

_WORD = re.compile(
    rf"(?P<mark>\*\*|__|`|)(?P<word>[A-Za-z]+)(?P<inner>:?)(?P=mark)(?P<gap>\s*[:|{DASHES}]+\s*|\s+--?\s+|\s+)"
)
_BEHIND = re.compile(rf"\s*(?:[{DASHES}:(→]|--?(?=\s)|=>)\s*[*_`]*(?P<word>REMOVE|KEEP|WRAP)\b[*_`]*\)?(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Decided:
    """An item, the list it belongs to, and the part of the document that it stood in."""

    decision: str
    item: Item
    category: str = ""


@dataclass(frozen=True)
class Minutes:
    """What the document says, in its order."""

    world: World
    path: str
    decided: list[Decided] = field(default_factory=list)
    errors: list[InventoryError] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, span: Span) -> Place:
        """Where ``span`` stands in the document."""
        return Place(self.path, span.line, span.column)

    def unsure(self, span: Span, reason: str) -> None:
        """Leave something out, and say why."""
        self.findings.append(Finding(self.place(span), reason))

    def wrong(self, span: Span, what: str, step: str) -> None:
        """Something that nobody can have meant."""
        self.errors.append(InventoryError(what, place=self.place(span), next_step=step))


def read(world: World, text: str, path: str) -> Minutes:
    """Read the document ``text``; ``path`` is how errors call it."""
    minutes, headings = Minutes(world, path), list[Heading]()
    for block in blocks(text):
        match block:
            case Heading(level=level):
                headings = [outer for outer in headings if outer.level < level] + [block]
            case Table():
                _read_table(minutes, block, _section(headings))
            case Line():
                _read_line(minutes, block, _section(headings))
    return minutes


@dataclass(frozen=True, slots=True)
class _Section:
    decision: str = ""
    category: str = ""

    @property
    def as_env(self) -> bool:
        """Whether what stands here without a module is an environment variable."""
        return bool(re.search(r"(?i)\benv\b|\benvironment|\bvariables\b", self.category))


def _section(headings: list[Heading]) -> _Section:
    decisions = [found for heading in headings if (found := words.of_heading(heading.title.text))]
    categories = [h.title.text for h in headings if h.level > 1 and not words.of_heading(h.title.text)]
    return _Section(decisions[-1] if decisions else "", categories[-1] if categories else "")


def _read_table(minutes: Minutes, table: Table, section: _Section) -> None:
    for span in table.head:
        if not words.column(span.text) and (near := words.near_column(span.text)):
            minutes.unsure(span, f"the column {shown(span.text)} is not read; did you mean {shown(near)}?")
    for row in rows(table):
        decision = _row_decision(minutes, row, section)
        if decision:
            said = named(row.subject)
            note = "; ".join(part for part in (said.note, row.note) if part)
            if not said.pieces:
                minutes.unsure(row.subject, f"{shown(row.subject.text)} names no path, name or variable: left out")
            _add(minutes, Named(said.pieces, note, True), _Terms(decision, row.category or section.category, row))


def _row_decision(minutes: Minutes, row: Row, section: _Section) -> str:
    """The decision of a row; empty where there is none, which is told unless the row has no place for one."""
    if row.decision is None:
        return section.decision
    said = row.decision.text
    if found := words.decision(said):
        return found
    mentioned = [word for word in words.DECISIONS if re.search(rf"(?i)\b{word}\b", said)]
    if mentioned or words.is_open(said):
        minutes.unsure(row.decision, f"{shown(said)} is no single decision about {shown(row.subject.text)}: left out")
    else:
        near = words.near_decision(said)
        step = f"did you mean {near.upper()}?" if near else "write REMOVE, KEEP or WRAP"
        minutes.wrong(row.decision, f"{shown(said)} is no decision", step)
    return ""


@dataclass(frozen=True, slots=True)
class _Terms:
    decision: str
    category: str
    row: Row | None = None


def _read_line(minutes: Minutes, line: Line, section: _Section) -> None:
    if line.text.text.startswith("~~"):
        if named(line.text.part(2)).pieces or _WORD.match(line.text.text[2:]):
            minutes.unsure(line.text, f"{shown(line.text.text)} is struck through: left out")
        return
    found = _WORD.match(line.text.text)
    said = named(line.text.part(found.end())) if found else None
    if found and said and words.decision(found["word"]):
        _read_decision(minutes, line, section, (found, said))
    elif found and said and said.pieces and found["word"].isupper() and words.near_decision(found["word"]):
        near = words.near_decision(found["word"]).upper()
        minutes.wrong(line.text, f"{shown(found['word'])} is no decision", f"did you mean {near}?")
    else:
        _read_subject_first(minutes, line, section)


def _read_decision(minutes: Minutes, line: Line, section: _Section, parts: tuple[re.Match[str], Named]) -> None:
    found, said = parts
    decision, is_loud = words.decision(found["word"]), found["word"].isupper() or bool(found["mark"])
    if not said.pieces:
        if is_loud:
            minutes.unsure(line.text, f"{shown(line.text.text)} begins with a decision and names nothing: left out")
    elif not is_loud and not said.is_apart:
        minutes.unsure(line.text, f"{shown(line.text.text)} may be prose: left out")
    elif section.decision not in ("", decision):
        what = f"{decision.upper()} stands under a heading of {section.decision.upper()}"
        minutes.wrong(line.text, what, "move the line, or change one of the two")
    else:
        _add(minutes, said, _Terms(decision, section.category))


def _read_subject_first(minutes: Minutes, line: Line, section: _Section) -> None:
    """``app/x.py — REMOVE — note``, or a line of a section that is about one decision."""
    said = named(line.text)
    if not said.pieces:
        if section.decision and line.is_bullet:
            reason = f"{shown(line.text.text)} names no path, name or variable at its start: left out"
            minutes.unsure(line.text, reason)
        return
    last = said.pieces[-1]
    rest = line.text.text[last.column - line.text.column + len(last.text) :].lstrip("`*_")
    behind = _BEHIND.match(rest)
    if behind:
        pieces = Named(said.pieces, note_of(behind["rest"]), True)
        if section.decision in ("", behind["word"].lower()):
            _add(minutes, pieces, _Terms(behind["word"].lower(), section.category))
        else:
            what = f"{behind['word']} stands under a heading of {section.decision.upper()}"
            minutes.wrong(line.text, what, "move the line, or change one of the two")
    elif section.decision and (line.is_bullet or said.is_apart):
        _add(minutes, said, _Terms(section.decision, section.category))


def _add(minutes: Minutes, said: Named, terms: _Terms) -> None:
    as_env = _Section(category=terms.category).as_env or bool(terms.row and terms.row.is_env)
    for piece in said.pieces:
        place = minutes.place(piece)
        try:
            subject = meant(minutes.world, piece, place, as_env=as_env)
        except InventoryError as error:
            minutes.errors.append(error)
            continue
        if isinstance(subject, Finding):
            minutes.findings.append(subject)
        elif terms.decision == "wrap" and not isinstance(subject, PathSubject):
            what = f"{shown(piece.text)} is no file, and WRAP is about files"
            minutes.wrong(piece, what, "name the file that it stands in")
        else:
            _note(minutes, Decided(terms.decision, _item(subject, place, said.note, terms), terms.category))


def _item(subject: object, place: Place, note: str, terms: _Terms) -> Item:
    replaced_by = terms.row.replaced_by if terms.row else ""
    if terms.decision != "remove" and replaced_by:  # only what goes is replaced
        note, replaced_by = "; ".join(part for part in (note, replaced_by) if part), ""
    return Item(subject, place, note, replaced_by)  # type: ignore[arg-type]


def _note(minutes: Minutes, decided: Decided) -> None:
    """One more item, unless the document has said the same before; two decisions about one thing are an error."""
    earlier = next((d for d in minutes.decided if identity(d.item.subject) == identity(decided.item.subject)), None)
    if earlier is None:
        minutes.decided.append(decided)
    elif earlier.decision != decided.decision:
        place = decided.item.place
        what = f"{decided.decision.upper()} here, and {earlier.decision.upper()} on line {earlier.item.place.line}"
        minutes.errors.append(InventoryError(what, place=place, next_step="decide: change one of the two"))


def lines_of(minutes: Minutes) -> Iterator[str]:
    """The findings, each with its line and column."""
    yield from (f"{finding.place.exact}: {finding.reason}" for finding in minutes.findings)
