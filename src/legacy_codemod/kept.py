"""A plan under decisions, beside the plan without them, into the same plan that tells what stays because of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legacy_codemod.decisions import is_about
from legacy_codemod.keeping import SAID, Keeping
from legacy_codemod.model import Change, Edit, FileChange, Finding, Item, Place, Plan, Refusal
from legacy_codemod.workspace import Workspace


def telling(decided: Plan, whole: Plan, bounds: tuple[Workspace, Keeping]) -> Plan:
    """``decided``; what is refused only because of the decisions is no refusal, but kept."""
    workspace, kept = bounds
    worded = [_worded(change, kept.spared.get(change.item, frozenset())) for change in decided.changes]
    changes = tuple(
        _spared(_not_refused(change) if change.item in kept.possible else change, workspace) for change in worded
    )
    undone = [Finding(item.place, f"{SAID}: {item.title} is not done: {why}") for item, why in kept.undone.items()]
    said = (*decided.findings, *undone, *_staying(decided, whole, workspace))
    return replace(decided, changes=changes, findings=tuple(dict.fromkeys(said)), decisions=workspace.decisions)


def _worded(change: Change, spared: frozenset[str]) -> Change:
    """``change``, whose work had the files that it spares under KEEP: it was a decision that put them there."""

    def reason(said: Finding | Refusal) -> str:
        is_spared = said.place.path in spared or any(path in said.reason for path in spared)
        return said.reason.replace("under KEEP", SAID) if is_spared else said.reason

    return replace(
        change,
        findings=tuple(replace(each, reason=reason(each)) for each in change.findings),
        refusals=tuple(replace(each, reason=reason(each)) for each in change.refusals),
    )


def _not_refused(change: Change) -> Change:
    stopped = [
        Finding(refusal.place, f"{SAID}, so nothing of this item is done: {refusal.reason}")
        for refusal in change.refusals
    ]
    return replace(change, refusals=(), findings=(*change.findings, *stopped))


def _spared(change: Change, workspace: Workspace) -> Change:
    files = [
        Finding(Place(each.path, each.first), f"{SAID}: this item changes nothing in this file")
        for each in workspace.decisions
        if each.path and is_about(each, change.item)
    ]
    return replace(change, findings=(*change.findings, *files)) if files else change


def _staying(decided: Plan, whole: Plan, workspace: Workspace) -> Iterator[Finding]:
    """Lines that go without the decisions and stay with them, beyond the items and files that they name."""
    after, without = _ends(decided), _ends(whole)
    for change in whole.changes:
        was = {file.path: file.before for file in change.files}
        for edit in change.edits:
            if _is_named(edit, change.item, workspace):
                continue
            block, first = _block(was[edit.path], edit), workspace.tree.read(edit.path)
            stays = block in after.get(edit.path, first) and block not in without.get(edit.path, first)
            if block.strip() and stays and block in first:
                line = first[: first.index(block)].count(b"\n") + 1
                yield Finding(Place(edit.path, line), f"{SAID}: without it, this goes ({' → '.join(edit.why)})")


def _is_named(edit: Edit, item: Item, workspace: Workspace) -> bool:
    return any(is_about(each, item) and each.path in ("", edit.path) for each in workspace.decisions)


def _block(before: bytes, edit: Edit) -> bytes:
    return b"\n".join(before.split(b"\n")[edit.start - 1 : edit.end])


def _ends(plan: Plan) -> dict[str, bytes]:
    return {path: _left(file) for path, file in plan.files.items()}


def _left(file: FileChange) -> bytes:
    return b"" if file.after is None else file.after
