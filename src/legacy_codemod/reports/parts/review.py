"""A verdict into the plain values that the page for reviewers is drawn from; every text is safe to show."""

from __future__ import annotations

from collections.abc import Iterable

from legacy_codemod.model import (
    Change,
    Decision,
    Edit,
    EnvSubject,
    FileChange,
    Finding,
    NameSubject,
    PathSubject,
    Subject,
    Verdict,
)
from legacy_codemod.reports.parts.hunks import Hunk, counts, hunks, split
from legacy_codemod.reports.parts.names import one_line, shown
from legacy_codemod.reports.parts.secrets import holds_secrets, without_value
from legacy_codemod.sources.naming import blob_id
from legacy_codemod.testing import is_test

_MORE = 12  # unchanged lines beyond those of a hunk that a reader may ask for, on each side

Value = dict[str, object]


def review(verdict: Verdict) -> Value:
    """What the page shows; ``path``, ``title`` and ``place`` are exact, for decisions, the others to be shown."""
    plan = verdict.plan
    both = [counts(file.before, file.after) for file in plan.files.values()]
    blobs = _blobs(plan.changes, plan.base)
    return {
        "base": plan.base[:10],
        "inventory": one_line(plan.inventory.path),
        "files": len(both),
        "in": sum(lines for lines, _ in both),
        "out": sum(lines for _, lines in both),
        "items": [_item(change, blobs) for change in plan.changes],
        "findings": _placed(plan.findings),
        "problems": _placed(verdict.problems),
        "kept": [_kept(decision) for decision in plan.decisions],
    }


def _blobs(changes: Iterable[Change], base: str) -> dict[str, str]:
    """Git's name for what each file holds before the plan, whichever item comes to it first."""
    before: dict[str, bytes] = {}
    for change in changes:
        for file in change.files:
            before.setdefault(file.path, file.before)
    return {path: blob_id(content, base) for path, content in before.items()}


def _item(change: Change, blobs: dict[str, str]) -> Value:
    item = change.item
    return {
        "title": item.title,
        "place": str(item.place),
        "label": one_line(item.title),
        "at": one_line(str(item.place)),
        "means": _meaning(item.subject),
        "note": one_line(item.note),
        "replaced": one_line(item.replaced_by),
        "refusals": [
            {"at": one_line(str(each.place)), "reason": one_line(each.reason), "chain": [*map(one_line, each.chain)]}
            for each in change.refusals
        ],
        "findings": _placed(change.findings),
        "fallbacks": _placed(change.fallbacks),
        "files": [_file(file, change.edits, blobs[file.path]) for file in change.files],
    }


def _meaning(subject: Subject) -> str:
    """What the item asks for, for someone who does not know the tool."""
    match subject:
        case PathSubject():
            return "These files go, and what only they used goes with them."
        case NameSubject(fallback=fallback):
            stands_in = f" Where live code still calls it, {one_line(fallback)} stands in." if fallback else ""
            return f"This goes, and what only it used goes with it.{stands_in}"
        case EnvSubject():
            return "No code reads this variable any more, so it leaves the config files."
    return "This is settled. The code stops asking, and what only the other answer used goes with it."


def _file(file: FileChange, edits: Iterable[Edit], blob: str) -> Value:
    lines_in, lines_out = counts(file.before, file.after)
    after = file.after or b""
    is_text = b"\0" not in file.before and b"\0" not in after
    hides = holds_secrets(file.path, file.before)
    found = hunks(file.before, after, [edit for edit in edits if edit.path == file.path]) if is_text else ()
    return {
        "path": file.path,
        "name": one_line(file.path),
        "blob": blob,
        "gone": file.after is None,
        "test": is_test(file.path),
        "text": is_text,
        "hides": hides,
        "in": lines_in,
        "out": lines_out,
        "why": [] if found else _chains(edit for edit in edits if edit.path == file.path),
        "hunks": _hunks(found, split(file.before), hides=hides),
    }


def _hunks(found: tuple[Hunk, ...], before: list[bytes], *, hides: bool) -> list[Value]:
    """Each hunk with some unchanged lines above and below it, as far as its neighbours."""
    ends = [0, *(_end(hunk) for hunk in found)]
    starts = [*(_end(hunk) - hunk.count_before for hunk in found), len(before)]
    return [
        {
            "head": hunk.header,
            "before": hunk.start_before,
            "after": hunk.start_after,
            "why": _chains(hunk.edits),
            "lines": [line.sign + _line(line.text, hides=hides) for line in hunk.lines],
            "cut": [at for at, line in enumerate(hunk.lines) if not line.text.endswith(b"\n")],
            "above": [_line(line, hides=hides) for line in before[max(ends[at], starts[at] - _MORE) : starts[at]]],
            "below": [
                _line(line, hides=hides) for line in before[ends[at + 1] : min(starts[at + 1], ends[at + 1] + _MORE)]
            ],
        }
        for at, hunk in enumerate(found)
    ]


def _end(hunk: Hunk) -> int:
    return hunk.start_before - bool(hunk.count_before) + hunk.count_before


def _line(text: bytes, *, hides: bool) -> str:
    plain = shown(text.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "backslashreplace"))
    return without_value(plain) if hides else plain


def _chains(edits: Iterable[Edit]) -> list[list[str]]:
    """Each chain of reasons once; one that only begins another is left out."""
    known = list(dict.fromkeys(edit.why for edit in edits if edit.why))
    whole = [why for why in known if not any(len(other) > len(why) and other[: len(why)] == why for other in known)]
    return [[*map(_plain, why)] for why in whole]


def _plain(reason: str) -> str:
    """A reason in words that need no inventory beside them."""
    return one_line(f"{what} is to be removed" if (what := reason.removesuffix(" is REMOVE")) != reason else reason)


def _placed(findings: Iterable[Finding]) -> list[Value]:
    return [{"at": one_line(str(each.place)), "reason": one_line(each.reason)} for each in findings]


def _kept(decision: Decision) -> Value:
    whole: Value = {"item": decision.title, "place": decision.place}
    part: Value = {"file": decision.path, "blob": decision.blob, "lines": [[*span] for span in decision.lines]}
    return whole | part if decision.path else whole
