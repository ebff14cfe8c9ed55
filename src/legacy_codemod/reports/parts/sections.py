"""A verdict into the sections of a Markdown page: totals, items with what each took, refusals, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legacy_codemod.model import Change, Edit, FileChange, Finding, Refusal, Verdict
from legacy_codemod.reports.parts.gathered import gathered
from legacy_codemod.reports.parts.hunks import counts
from legacy_codemod.reports.parts.markdown_text import code, prose
from legacy_codemod.reports.parts.summary import totals
from legacy_codemod.reports.parts.words import chain, chains, count, shares

_MOST_FILES = 50  # of one item, that are named


def overview(verdict: Verdict) -> Iterator[str]:
    """The totals, and from what they were made."""
    plan = verdict.plan
    base = f"commit {code(plan.base[:12])}" if plan.base else "the files on disk"
    yield f"**{prose(totals(verdict).plain)}**"
    yield ""
    yield f"From {code(plan.inventory.path)} on {base}."


def items(verdict: Verdict) -> Iterator[str]:
    """Each item that is done, with its files, why they changed, and what stayed; then those with nothing to do."""
    changed = [change for change in verdict.plan.changes if change.files]
    for number, change in enumerate(changed, 1):
        yield from _item(number, change)
    idle = [change for change in verdict.plan.changes if not change.files and not change.refusals]
    if idle:
        yield from ("", "### Nothing to do", "")
    for change in idle:
        yield f"- {code(change.item.title)}"
        yield from (f"  {line}" for line in _findings((*change.fallbacks, *change.findings)))


def refused(verdict: Verdict) -> Iterator[str]:
    """The items that were refused: nothing of them changes."""
    if verdict.plan.refused:
        yield from ("", "## Refused", "", "Nothing of these items changes.", "")
    for change in verdict.plan.refused:
        yield f"- {code(change.item.title)}"
        yield from (f"  - {_refusal(refusal)}" for refusal in change.refusals)
        yield from (f"  {line}" for line in _findings(change.findings))


def found(verdict: Verdict) -> Iterator[str]:
    """What was found in the tree as a whole, and what the proof says against the plan."""
    for heading, findings in (("Found in the tree", verdict.plan.findings), ("Problems", verdict.problems)):
        if findings:
            yield from ("", f"## {heading}", "", *_findings(findings))


def _item(number: int, change: Change) -> Iterator[str]:
    yield from ("", f"### {number}. {code(change.item.title)}", "")
    replaced = f"replaced by {change.item.replaced_by}" if change.item.replaced_by else ""
    if note := ", ".join(part for part in (change.item.note, replaced) if part):
        yield from (prose(note), "")
    for file in change.files[:_MOST_FILES]:
        yield from _file(file, [edit for edit in change.edits if edit.path == file.path])
    if len(change.files) > _MOST_FILES:
        yield f"- and {count(len(change.files) - _MOST_FILES, 'more file')}"
    for heading, findings in (("Falls back:", change.fallbacks), ("Left alone:", change.findings)):
        if findings:
            yield from ("", heading, "", *_findings(findings))


def _file(file: FileChange, edits: list[Edit]) -> Iterator[str]:
    went = "removed" if file.after is None else shares(*counts(file.before, file.after))
    yield f"- {code(file.path)} {went}".rstrip()
    yield from (f"  - {prose(why)}" for why in chains(edit.why for edit in edits))


def _refusal(refusal: Refusal) -> str:
    alive = f" (kept alive by {prose(chain(refusal.chain))})" if refusal.chain else ""
    return f"{code(str(refusal.place))} {prose(refusal.reason)}{alive}"


def _findings(findings: Iterable[Finding]) -> list[str]:
    return [f"- {code(places)} {prose(reason)}" for places, reason in gathered(findings)]
