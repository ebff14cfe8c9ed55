"""What the guard found into the words, places and fingerprints that its formats share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from legacy_codemod.guard.allowances import Allowance
from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.guard.use import said
from legacy_codemod.model import Item, Place, SdkFlag

BARE = "has no reason, so it allows nothing"
UNUSED = "allows nothing that is there: take it out"


class Rule(StrEnum):
    """What is said that is about no item of the inventory."""

    BARE = "allowance-without-reason"
    UNUSED = "unused-allowance"
    UNREADABLE = "unreadable-file"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say: of which rule, where and what. ``count`` numbers what is alike in one file."""

    rule: str
    place: Place
    what: str
    alike: tuple[str, ...] = ()
    failure: Failure | None = None
    count: int = 1

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same when the line moves."""
        return (self.rule, self.place.path, *self.alike)

    @property
    def mark(self) -> str:
        """A fingerprint that stays the same when the line moves."""
        text = "\0".join((*self.key, str(self.count)))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


def remarks(outcome: Outcome) -> Iterator[Remark]:
    """Everything there is to say, failures first."""
    seen: Counter[tuple[str, ...]] = Counter()
    for remark in _each(outcome):
        seen[remark.key] += 1
        yield replace(remark, count=seen[remark.key])


def rule_of(item: Item) -> str:
    """By which a program knows the item again: ``env:USE_X``, ``sdk:django-waffle:new-router``."""
    kind, name = said(item)
    library = f"{item.subject.sdk}:" if isinstance(item.subject, SdkFlag) else ""
    return f"{kind}:{library}{name}"


def about(allowance: Allowance, what: str) -> str:
    """An allowance and what is wrong with it."""
    return f"allow[{allowance.name}] {what}"


def _each(outcome: Outcome) -> Iterator[Remark]:
    for failure in outcome.failures:
        use = failure.use
        yield Remark(rule_of(use.item), use.place, _told(failure), (use.what, use.text), failure)
    for finding in outcome.unreadable:
        yield Remark(Rule.UNREADABLE, finding.place, finding.reason)
    yield from _allowances(Rule.BARE, outcome.bare, BARE)
    yield from _allowances(Rule.UNUSED, outcome.unused, UNUSED)


def _told(failure: Failure) -> str:
    """What happens there, since when that is gone, and what to use instead."""
    instead = f"; instead: {failure.instead}" if failure.instead else ""
    return f"{failure.use.what}; {failure.since}{instead}"


def _allowances(rule: Rule, each: Iterable[Allowance], what: str) -> Iterator[Remark]:
    for allowance in each:
        yield Remark(rule, Place(allowance.path, allowance.line), about(allowance, what), (allowance.name,))
