"""A line or a file of the repository into the answer: which edits take it, or why nothing does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legacy_codemod.explanation.answer import Answer, Fate
from legacy_codemod.explanation.items import step
from legacy_codemod.explanation.lines import edits_at, followed
from legacy_codemod.inventory import path_matches
from legacy_codemod.model import Change, Edit, Finding, Inventory, PathSubject, Place, Plan, Refusal

UNTOUCHED = "nothing in the plan touches it"


def of_line(plan: Plan, path: str, line: int) -> Answer:
    """The answer about one line of a file, counted in the file as it is committed."""
    return _told(plan, f"{path}:{line}", list(edits_at(plan, path, line, line)), Place(path, line))


def of_file(plan: Plan, path: str, length: int) -> Answer:
    """The answer about a whole file of ``length`` lines."""
    return _told(plan, path, list(edits_at(plan, path, 1, max(length, 1))), Place(path, 0), max(length, 1))


def about_place(plan: Plan, place: Place, length: int = 0) -> tuple[tuple[Refusal, ...], tuple[Finding, ...]]:
    """Refusals and findings at the place, as it is committed; a line of 0 means the whole file of ``length`` lines."""

    def is_there(other: Place) -> bool:
        return other.path == place.path and place.line in (0, other.line)

    refusals = tuple(r for change in plan.changes for r in change.refusals if is_there(r.place))
    found = [finding for finding in plan.findings if is_there(finding.place)]
    for change, committed in followed(plan, place.path, [place.line] if place.line else range(1, length + 1)):
        found += [
            replace(finding, place=Place(place.path, committed[finding.place.line]))
            for finding in (*change.findings, *change.fallbacks)
            if finding.place.path == place.path and finding.place.line in committed
        ]
    return refusals, tuple(dict.fromkeys(found))


def _told(plan: Plan, about: str, found: list[tuple[Change, Edit]], place: Place, length: int = 0) -> Answer:
    refusals, notes = about_place(plan, place, length)
    if found:
        gone = any(file.path == place.path and file.after is None for change, _ in found for file in change.files)
        said = f"by {_items(change for change, _ in found)}"
        steps = tuple(step(edit) for _, edit in found)
        whole = place.line == 0 and not gone
        return Answer(about, Fate.CHANGED if whole else Fate.REMOVED, said, steps, refusals, notes)
    if refusals:
        return Answer(about, Fate.REFUSED, "an item stops at it, and nothing of that item changes", (), refusals, notes)
    return Answer(about, Fate.KEPT, kept_because(plan.inventory, place.path), notes=notes)


def kept_because(inventory: Inventory, path: str) -> str:
    """Why nothing takes what stands in ``path``, as far as the inventory says."""
    for item in inventory.keep:
        if isinstance(item.subject, PathSubject) and path_matches(item.subject.path, path):
            return f"{item.subject.path} is under KEEP ({item.place})"
    return UNTOUCHED


def _items(changes: Iterable[Change]) -> str:
    return ", ".join(dict.fromkeys(f"`{change.item.title}`" for change in changes))
