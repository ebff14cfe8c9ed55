"""Proposals into the text of an inventory: what is evident as entries, what is undecided as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory import load
from legacy_codemod.inventory.conflicts import conflicts
from legacy_codemod.inventory.writing import entry_lines
from legacy_codemod.model import Inventory, Item, NameSubject, PathSubject, Place
from legacy_codemod.stocktaking.proposal import Category, Proposal, Sure

SECTIONS = ("flags", "remove", "keep", "wrap")
_MOST = 4  # places that are shown for one entry
_HEAD = """\
# Drafted by `codemod inventory init` from what the code shows: go through it line by line.
# Entries are what is evident. What is undecided is commented out: take `# ` away to decide for it.
"""
_TITLES = {
    "flags": "what production has looked like since the cutover",
    "remove": "what the new path replaces",
    "keep": "not routing: never changed",
    "wrap": "calls a model: only the legacy branch inside goes",
}


def written(proposals: Iterable[Proposal], path: str) -> str:
    """The inventory, called ``path``; it always loads: an entry that could not stand is commented out."""
    settled = _without_conflicts(tuple(_standing(proposal, path) for proposal in proposals), path)
    parts = [_HEAD + "version: 1\n"]
    for section in SECTIONS:
        own = [proposal for proposal in settled if proposal.decision == section]
        if own:
            parts.append("".join(f"{line}\n" for line in _section(section, own)))
    text = "\n".join([*parts, _TAIL])
    load(text, path)
    return text


_TAIL = """\
# burn_in:                       # the gate before `codemod apply`
#   flag_on_since: 2026-11-01
#   min_days: 14
#   logs: ["logs/*.jsonl*"]

# verify:                        # what must pass on the result
#   - pytest -q
"""


def _standing(proposal: Proposal, path: str) -> Proposal:
    """The proposal, undecided where its entry would not load: a file whose name is no name of Python, say."""
    if proposal.sure is Sure.EVIDENT:
        entry = "\n".join(f"  {line}" for line in _lines(proposal))
        try:
            load(f"version: 1\n{proposal.decision}:\n{entry}\n", path)
        except InventoryError as error:
            return _opened(proposal, error)
    return proposal


def _without_conflicts(proposals: tuple[Proposal, ...], path: str) -> tuple[Proposal, ...]:
    """The same, with those undecided that contradict another: what is to be kept wins."""
    while True:
        items = {
            section: tuple(
                Item(p.subject, Place(path, at + 1), p.note, p.replaced_by if section == "remove" else "")
                for at, p in enumerate(proposals)
                if p.decision == section and p.sure is Sure.EVIDENT
            )
            for section in SECTIONS
        }
        flags, remove, keep, wrap = items.values()
        wrong = next((e for e in conflicts(Inventory(path, flags, remove, keep, wrap)) if e.place), None)
        if wrong is None or wrong.place is None:
            return proposals
        at = wrong.place.line - 1
        proposals = (*proposals[:at], _opened(proposals[at], wrong), *proposals[at + 1 :])


def _opened(proposal: Proposal, wrong: InventoryError) -> Proposal:
    return replace(proposal, sure=Sure.OPEN, note=wrong.what.replace("`", ""))


def _section(section: str, proposals: list[Proposal]) -> Iterator[str]:
    """The entries below their categories; the key alone where all of them are comments would be no list."""
    live = any(proposal.sure is Sure.EVIDENT for proposal in proposals)
    yield f"{section}:  # {_TITLES[section]}" if live else f"# {section}:  # {_TITLES[section]}"
    for category in Category:
        own = [proposal for proposal in proposals if proposal.category is category]
        if own:
            yield f"  # --- {category}"
            for proposal in sorted(own, key=lambda p: p.sure is not Sure.EVIDENT):
                yield from _entry(proposal)


def _entry(proposal: Proposal) -> Iterator[str]:
    for evidence in proposal.evidence[:_MOST]:
        yield _comment(f"{evidence.place} {evidence.what}")
    if len(proposal.evidence) > _MOST:
        yield _comment(f"and {len(proposal.evidence) - _MOST} more")
    is_open = proposal.sure is Sure.OPEN
    yield from (_comment(line) if is_open else f"  {line}" for line in _lines(proposal))
    yield from (_comment(f"  {hint}") for hint in proposal.hints)


def _lines(proposal: Proposal) -> list[str]:
    replaced_by = proposal.replaced_by if proposal.decision == "remove" else ""
    return entry_lines(Item(proposal.subject, Place("", 1), proposal.note, replaced_by), "")


def _comment(text: str) -> str:
    """One line, whatever a path may hold."""
    return f"  # {''.join(c if c.isprintable() else '?' for c in text)}"


def summary(proposals: Iterable[Proposal]) -> list[tuple[Category, str, int, int]]:
    """For each category and section: how many are evident, how many undecided."""
    found = list(proposals)
    rows = []
    for category in Category:
        for section in SECTIONS:
            own = [p.sure for p in found if p.category is category and p.decision == section]
            if own:
                rows.append((category, section, own.count(Sure.EVIDENT), own.count(Sure.OPEN)))
    return rows


def decided(proposal: Proposal, decision: str) -> Proposal:
    """The proposal as a person decides it: one of the sections it can stand in, or undecided where it cannot."""
    fits = {
        "remove": proposal.decision != "flags",
        "keep": proposal.decision != "flags",
        "wrap": isinstance(proposal.subject, PathSubject),
    }
    if not fits.get(decision, False):
        return replace(proposal, sure=Sure.OPEN)
    hints = proposal.hints if decision == "remove" and isinstance(proposal.subject, NameSubject) else ()
    return replace(proposal, sure=Sure.EVIDENT, decision=decision, hints=hints)
