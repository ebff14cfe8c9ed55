"""What one check came to: passed or not, and what it saw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """How a check ended; what nobody could try has not passed."""

    PASSED = "passed"
    FAILED = "failed"
    ATTESTED = "attested"  # by a person
    OPEN = "open"  # could not be tried, or nobody attests it


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name; ``said`` holds no key."""

    name: str
    outcome: Outcome
    said: str

    @property
    def passed(self) -> bool:
        """Whether it lets the work go on."""
        return self.outcome in (Outcome.PASSED, Outcome.ATTESTED)


def passed(name: str, said: str) -> Check:
    """A check that passed."""
    return Check(name, Outcome.PASSED, said)


def failed(name: str, said: str) -> Check:
    """A check that did not."""
    return Check(name, Outcome.FAILED, said)


def judged(name: str, said: str, *, good: bool) -> Check:
    """A check that passed where ``good``."""
    return passed(name, said) if good else failed(name, said)
