"""A verdict into one JSON document for programs: the items with their files, edits, findings and refusals."""

from __future__ import annotations

import json
from collections.abc import Iterable

from legacy_codemod.model import Change, Edit, FileChange, Finding, Refusal, Verdict
from legacy_codemod.reports.parts.hunks import counts
from legacy_codemod.reports.parts.page import Page

VERSION = 1  # of this document; a key may be added under the same number, none changes its meaning


def render(verdict: Verdict, page: Page) -> bytes:  # noqa: ARG001  a document has no width
    """The document as ASCII JSON, indented, with a newline at its end. It holds no content of any file."""
    plan = verdict.plan
    document = {
        "version": VERSION,
        "base": plan.base or None,
        "inventory": plan.inventory.path,
        "items": [_item(change) for change in plan.changes],
        "files": [_file(file) for file in plan.files.values()],
        "findings": _findings(plan.findings),
        "problems": _findings(verdict.problems),
    }
    return json.dumps(document, indent=2).encode("ascii") + b"\n"


def _item(change: Change) -> dict[str, object]:
    return {
        "title": change.item.title,
        "place": str(change.item.place),
        "note": change.item.note,
        "replaced_by": change.item.replaced_by,
        "refused": bool(change.refusals),
        "refusals": [_refusal(refusal) for refusal in change.refusals],
        "files": [_file(file) for file in change.files],
        "edits": [_edit(edit) for edit in change.edits],
        "findings": _findings(change.findings),
        "fallbacks": _findings(change.fallbacks),
    }


def _file(file: FileChange) -> dict[str, object]:
    lines_in, lines_out = counts(file.before, file.after)
    return {"path": file.path, "deleted": file.after is None, "lines_in": lines_in, "lines_out": lines_out}


def _edit(edit: Edit) -> dict[str, object]:
    return {"path": edit.path, "start": edit.start, "end": edit.end, "why": list(edit.why)}


def _refusal(refusal: Refusal) -> dict[str, object]:
    place = refusal.place
    return {"path": place.path, "line": place.line, "reason": refusal.reason, "chain": list(refusal.chain)}


def _findings(findings: Iterable[Finding]) -> list[dict[str, object]]:
    return [{"path": each.place.path, "line": each.place.line, "reason": each.reason} for each in findings]
