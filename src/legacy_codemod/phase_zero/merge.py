"""Decided items into the text of an inventory: spliced into the one that is there, or a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory import load
from legacy_codemod.inventory.conflicts import conflicts, identity
from legacy_codemod.inventory.decoding import decode
from legacy_codemod.inventory.nodes import Listing, Mapping, Text, compose
from legacy_codemod.inventory.writing import entry_lines
from legacy_codemod.model import Finding, Inventory, Item, Place
from legacy_codemod.phase_zero.minutes import Decided

_ORDER = ("version", "flags", "remove", "keep", "wrap", "burn_in", "verify", "format")


def new_items(decided: Sequence[Decided], there: Inventory) -> tuple[list[Decided], list[Finding]]:
    """The items that the inventory lacks, and what it decides otherwise.

    Raises:
        InventoryError: one of them cannot stand beside what the inventory has.
    """
    known = {
        identity(item.subject): (section, item)
        for section in ("flags", "remove", "keep", "wrap")
        for item in getattr(there, section)
    }
    fresh = [d for d in decided if identity(d.item.subject) not in known]
    clashes = [
        _clash(d, *known[identity(d.item.subject)])
        for d in decided
        if known.get(identity(d.item.subject), (d.decision, d.item))[0] != d.decision
    ]
    together = {
        s: (*getattr(there, s), *(d.item for d in fresh if d.decision == s)) for s in ("remove", "keep", "wrap")
    }
    whole = Inventory(there.path, there.flags, together["remove"], together["keep"], together["wrap"])
    problems = [error for error in conflicts(whole) if error.place]
    if problems:
        raise next((p for p in problems if p.place and p.place.path != there.path), problems[0])
    return fresh, clashes


def _clash(decided: Decided, section: str, item: Item) -> Finding:
    return Finding(
        decided.item.place, f"{decided.decision.upper()} here, and `{section}` in {item.place}: left as it is there"
    )


def merged(content: bytes, path: str, fresh: Sequence[Decided]) -> bytes:
    """The inventory ``content`` with ``fresh`` added; what was there stays, but for the brackets of an empty list.

    Empty content begins a new one.

    Raises:
        InventoryError: the file is not valid, or its layout has no place for one more entry.
    """
    if not content.strip():
        content = b"version: 1\n"
    before = content
    for section in ("remove", "keep", "wrap"):
        added = [decided for decided in fresh if decided.decision == section]
        if added:
            content = _added(content, path, section, added)
    _prove((before, content), path, fresh)
    return content


def _added(content: bytes, path: str, section: str, added: Sequence[Decided]) -> bytes:
    root = compose(decode(content, path), path, [])
    if not isinstance(root, Mapping) or root.place.column != 1 or content.lstrip().startswith(b"{"):
        raise _no_place(Place(path, 1), section)
    lines = _without_brackets(content.decode("utf-8"), root, section).splitlines(keepends=True)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    at, head, indent = _slot(root, lines, section)
    new = [line + newline for line in [*head, *_entries(added, indent)]]
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += newline
    return "".join([*lines[:at], *new, *lines[at:]]).encode("utf-8")


_EMPTY = re.compile(r"[ \t]*(?:\r?\n[ \t]*)*\[\s*\]")


def _without_brackets(text: str, root: Mapping, section: str) -> str:
    """``text`` where an empty list of the section, ``[]``, gives way to what follows its colon."""
    for key, value in root.pairs:
        if key.value == section and value == Listing(value.place, ()):
            lines = text.splitlines(keepends=True)
            head = "".join(lines[: key.place.line - 1])
            colon = len(head) + lines[key.place.line - 1].index(":") + 1
            brackets = _EMPTY.match(text, colon)
            return text[:colon] + text[brackets.end() :] if brackets else text
    return text


def _slot(root: Mapping, lines: list[str], section: str) -> tuple[int, list[str], str]:
    """Behind which line the entries go, what stands above them, and how far they are indented."""
    keys = {key.value: (key, value) for key, value in root.pairs}
    if section in keys:
        key, value = keys[section]
        match value:
            case Listing(items=(*_, last)):
                indent = _dash(lines, value)
                if indent is None:
                    raise _no_place(value.place, section)
                return _end(lines, last.place.line, len(indent)), [], indent
            case Listing(items=()) | Text(value="") if lines[key.place.line - 1].split("#")[0].rstrip().endswith(":"):
                return key.place.line, [], "  "
        raise _no_place(value.place, section)
    before = [name for name in _ORDER[: _ORDER.index(section)] if name in keys]
    anchor = keys[before[-1]][0] if before else None
    at = _end(lines, anchor.place.line, 0) if anchor else _start(lines)
    return at, ["", f"{section}:"], "  "


def _dash(lines: list[str], listing: Listing) -> str | None:
    """The white space before the dashes of a list; ``None`` where it has none on lines of their own."""
    last = listing.items[-1].place
    before = lines[last.line - 1][: last.column - 1].rstrip()
    return before[:-1] if before.endswith("-") and not before[:-1].strip() else None


def _end(lines: list[str], line: int, indent: int) -> int:
    """The number of the last line of what begins on ``line``: what follows and is indented deeper than ``indent``."""
    last = line
    for number in range(line + 1, len(lines) + 1):
        text = lines[number - 1]
        depth = len(text) - len(text.lstrip(" "))
        if depth <= indent and text.lstrip().startswith("#"):
            continue  # whose it is shows only what follows
        if text.strip() and depth <= indent and not (indent == 0 and text.startswith("- ")):
            break
        last = number if text.strip() else last
    return last


def _start(lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines) if line.strip() and not line.startswith(("#", "---", "%"))), 0)


def _entries(added: Sequence[Decided], indent: str) -> list[str]:
    """The entries, each part of the document below its heading."""
    lines, category = list[str](), ""
    for decided in added:
        if decided.category and decided.category != category:
            lines.append(f"{indent}# {' '.join(decided.category.split())}")
            category = decided.category
        lines += entry_lines(decided.item, indent)
    return lines


def _prove(contents: tuple[bytes, bytes], path: str, fresh: Sequence[Decided]) -> None:
    """What was written must read back as what was there before, and behind it what was decided."""
    there, written = (load(content, path) for content in contents)
    for section in ("flags", "remove", "keep", "wrap"):
        wanted = [*getattr(there, section), *(d.item for d in fresh if d.decision == section)]
        if [_said(item) for item in wanted] != [_said(item) for item in getattr(written, section)]:
            raise _no_place(Place(path, 1), section)


def _said(item: Item) -> tuple[object, str, str]:
    return item.subject, item.note, item.replaced_by


def _no_place(place: Place, section: str) -> InventoryError:
    return InventoryError(
        f"`{section}` is not laid out so that entries can be added",
        place=place,
        next_step="write it as a list with one entry below the other, each behind `- `",
    )
