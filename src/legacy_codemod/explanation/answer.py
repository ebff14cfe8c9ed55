"""What is said of one thing that was asked about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legacy_codemod.model import Finding, Refusal


class Fate(StrEnum):
    """What becomes of it."""

    REMOVED = "removed"
    CHANGED = "changed"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the plan: its lines, as ``file:line`` or ``file:first-last``, and the chain that led there."""

    where: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """``said`` is the verdict in a sentence; ``steps`` are the edits, ``notes`` what was left alone or keeps it."""

    about: str
    fate: Fate
    said: str
    steps: tuple[Step, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Finding, ...] = ()
