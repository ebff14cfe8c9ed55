"""A verdict into SARIF 2.1.0, for code scanning and editors: a rule for each item, a result with its fix for each hunk.

Regions are those of the base, so that all fixes together make the plan's result; those of one item belong together, and
the fixes say so. A region counts in bytes and, where the file is UTF-8, in lines and columns too. SARIF knows no way to
remove a file: where one goes, its fix takes all that is in it, and says that the file is to be removed.

A fix has to be exact, and the values in an env file or the like are told to nobody. A fix that only takes lines out of
such a file tells none, so it is there; where any would put text in, no result of that file has a fix, and they say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legacy_codemod.model import Change, FileChange, Finding, Item, Place, Plan, Refusal, Verdict
from legacy_codemod.reports.parts.fixes import Ruled, is_told, ruled
from legacy_codemod.reports.parts.guarded import rule_of
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.replacements import Replacement, based, replacements, together
from legacy_codemod.reports.parts.standard import Object, artifact, document, fingerprint, location
from legacy_codemod.reports.parts.words import chain, chains

_GOES = "; the file itself is to be removed"
_UNTOLD = "; the file holds values, so its fix is only in the branch of `codemod apply` and in `--format patch`"


@dataclass(frozen=True, slots=True)
class _Said:
    """One result, before it is numbered: ``alike`` stays the same when its line moves."""

    rule: int
    level: str
    place: Place
    text: str
    region: Object
    fix: Object | None = None


def render(verdict: Verdict, page: Page) -> bytes:
    """One run, in ASCII: hunks as warnings, refusals and problems of the proof as errors, findings as notes."""
    rules = _rules(verdict.plan)
    seen: Counter[tuple[str, ...]] = Counter()
    results = []
    for said in _all(verdict, page.prefix):
        key = (str(rules[said.rule]["id"]), said.place.path, said.text)
        seen[key] += 1
        results.append(_result(said, rules, page.prefix, fingerprint([*key, str(seen[key])])))
    return document(rules, results)


def _rules(plan: Plan) -> list[Object]:
    """One for each item, then one for what is of the whole tree and one for the proof."""
    called = [rule_of(change.item) for change in plan.changes]
    ids = [name if called.index(name) == at else f"{name}#{at + 1}" for at, name in enumerate(called)]
    items = [_rule(name, change.item.title, _told(change.item)) for name, change in zip(ids, plan.changes, strict=True)]
    tree = _rule("tree", "Found in the tree", "What was found beside the items, such as files that cannot be parsed.")
    proof = _rule(
        "proof", "The proof failed", "A changed file does not compile, so nothing of the plan may be applied."
    )
    return [*items, tree, proof]


def _rule(name: str, short: str, long: str) -> Object:
    text = {"text": one_line(long)}
    return {"id": one_line(name), "shortDescription": {"text": one_line(short)}, "fullDescription": text, "help": text}


def _told(item: Item) -> str:
    told = [f"The inventory says so in {item.place}: {item.title}."]
    told += [f"Note: {item.note}."] if item.note else []
    told += [f"Use instead: {item.replaced_by}."] if item.replaced_by else []
    return " ".join(told)


def _all(verdict: Verdict, prefix: str) -> Iterator[_Said]:
    plan = verdict.plan
    yield from _hunks(plan, prefix)
    for at, change in enumerate(plan.changes):
        yield from (_refusal(at, refusal) for refusal in change.refusals)
        yield from _found(at, "note", (replace(each, place=based(plan, at, each.place)) for each in _noted(change)))
    yield from _found(len(plan.changes), "note", plan.findings)
    yield from _found(len(plan.changes) + 1, "error", verdict.problems)


def _noted(change: Change) -> tuple[Finding, ...]:
    return (*change.fallbacks, *change.findings)


def _found(rule: int, level: str, findings: Iterable[Finding]) -> Iterator[_Said]:
    for finding in findings:
        yield _Said(rule, level, finding.place, finding.reason, {"startLine": max(finding.place.line, 1)})


def _refusal(rule: int, refusal: Refusal) -> _Said:
    kept = f"; kept alive by {chain(refusal.chain)}" if refusal.chain else ""
    place = refusal.place
    return _Said(rule, "error", place, f"refused: {refusal.reason}{kept}", {"startLine": max(place.line, 1)})


def _hunks(plan: Plan, prefix: str) -> Iterator[_Said]:
    groups = [
        (plan.files[path], group, is_told(plan.files[path], each))
        for path, each in replacements(plan).items()
        for group in together(each)
    ]
    counted = Counter(group[0].item for _, group, _ in groups)
    for file, group, told in sorted(groups, key=lambda each: each[1][0].item):
        title = plan.changes[group[0].item].item.title
        number = counted[group[0].item]
        note = title if number == 1 else f"{title}: one of {number} changes that belong together, so apply all of them"
        yield _hunk(file, group, _fix(file, group, note, prefix) if told else None)


def _hunk(file: FileChange, group: Sequence[Replacement], fix: Object | None) -> _Said:
    measured = ruled(file)
    first = min(group[0].start + 1, max(len(measured.lines), 1))
    region = {"startLine": first, "endLine": max(group[-1].end, first)}
    whole = file.after is None
    text = "; ".join(chains(due.why for one in group for due in one.due)) or "changed"
    text += (_GOES if whole else "") + ("" if fix else _UNTOLD)
    return _Said(group[0].item, "warning", Place(file.path, first), text, region, fix)


def _fix(file: FileChange, group: Sequence[Replacement], note: str, prefix: str) -> Object:
    measured: Ruled = ruled(file)
    change = {
        "artifactLocation": artifact(prefix, file.path),
        "replacements": [measured.replacement(one) for one in group],
    }
    goes = _GOES if file.after is None else ""
    return {"description": {"text": one_line(note + goes)}, "artifactChanges": [change]}


def _result(said: _Said, rules: Sequence[Object], prefix: str, mark: str) -> Object:
    return {
        "ruleIndex": said.rule,
        "ruleId": rules[said.rule]["id"],
        "level": said.level,
        "message": {"text": one_line(said.text)},
        "locations": [location(prefix, said.place.path, said.region)],
        "partialFingerprints": {"codemodPlan/v1": mark},
        **({"fixes": [said.fix]} if said.fix else {}),
    }
