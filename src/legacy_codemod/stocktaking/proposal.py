"""What a draft proposes about one thing, and on which evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legacy_codemod.model import Place, Subject


class Category(StrEnum):
    """The part of a Phase 0 inventory that an item belongs to."""

    FLAG = "flags"
    ROUTING = "routing logic"
    PICKING = "model selection UI"
    KEYS = "key management"
    OTHER = "not routing"


class Sure(StrEnum):
    """How sure a proposal is; ``OPEN`` ones are commented out in the draft."""

    EVIDENT = "evident"
    OPEN = "undecided"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A place, and what stands there."""

    place: Place
    what: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """``decision`` is the list the item would go into: flags, remove, keep or wrap."""

    decision: str
    subject: Subject
    category: Category
    sure: Sure
    evidence: tuple[Evidence, ...]
    note: str = ""
    replaced_by: str = ""
    hints: tuple[str, ...] = ()  # keys that a person may add, shown as comments
