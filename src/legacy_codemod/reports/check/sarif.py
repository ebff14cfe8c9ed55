"""What the guard found into SARIF 2.1.0, for code scanning: a rule for each item found, a result for each use.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable

from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.reports.parts.guarded import Remark, Rule, remarks
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.standard import document, location

_LEVELS = {Rule.BARE: "warning", Rule.UNUSED: "warning"}
_HELP = {
    Rule.BARE: "An allowance says why: `codemod: allow[NAME] reason`. Without a reason the line still fails.",
    Rule.UNUSED: "Nothing on the line needs the allowance any more. Take it out, so that it hides nothing later.",
    Rule.UNREADABLE: "The file holds a legacy name, and Python cannot parse it, so what it does with it is not known.",
}


def render(outcome: Outcome, page: Page) -> bytes:
    """One run, in ASCII; without results where there is nothing to say, so that what was reported before is closed.

    It holds no content of any file.
    """
    said = list(remarks(outcome))
    numbers = {remark.rule: number for number, remark in enumerate(_firsts(said))}
    results = [{"ruleIndex": numbers[remark.rule], **_result(remark, page.prefix)} for remark in said]
    return document([_rule(each) for each in _firsts(said)], results)


def _firsts(said: Iterable[Remark]) -> list[Remark]:
    """The first remark of each rule."""
    found: dict[str, Remark] = {}
    for remark in said:
        found.setdefault(remark.rule, remark)
    return list(found.values())


def _rule(remark: Remark) -> dict[str, object]:
    short, long = _described(remark.failure) if remark.failure else _explained(Rule(remark.rule))
    return {
        "id": one_line(remark.rule),
        "shortDescription": {"text": short},
        "fullDescription": {"text": long},
        "help": {"text": long},
        "defaultConfiguration": {"level": _level(remark)},
    }


def _described(failure: Failure) -> tuple[str, str]:
    item = failure.use.item
    told = [f"The inventory says so in {item.place}: {item.title}."]
    told += [f"Note: {item.note}."] if item.note else []
    told += [f"Use instead: {item.replaced_by}."] if item.replaced_by else []
    told.append(f"To allow one line, write on it: {failure.allowance}")
    return f"Legacy name {one_line(failure.use.name)}", one_line(" ".join(told))


def _explained(rule: Rule) -> tuple[str, str]:
    return rule.replace("-", " ").capitalize(), _HELP[rule]


def _level(remark: Remark) -> str:
    return "error" if remark.failure else _LEVELS.get(Rule(remark.rule), "error")


def _result(remark: Remark, prefix: str) -> dict[str, object]:
    place = remark.place
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {
        "ruleId": one_line(remark.rule),
        "level": _level(remark),
        "message": {"text": one_line(remark.what)},
        "locations": [location(prefix, place.path, region)],
        "partialFingerprints": {"codemodCheck/v1": remark.mark},
    }
