"""What the guard says: the uses that fail, what is wrong with allowances, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from legacy_codemod.errors import ExitCode
from legacy_codemod.guard.allowances import Allowance
from legacy_codemod.guard.history import Retired
from legacy_codemod.guard.use import Use
from legacy_codemod.model import Finding, Item


@dataclass(frozen=True, slots=True)
class Failure:
    """A use that may not stay; ``gone`` is the commit that retired its item, ``None`` while it is still to go."""

    use: Use
    gone: Retired | None = None

    @property
    def since(self) -> str:
        """Since when it is gone and by which commit, or that it is about to go."""
        if self.gone is not None:
            return f"retired on {self.gone.day} by {self.gone.commit}"
        return f"to be retired ({self.use.item.place}): no new uses"

    @property
    def instead(self) -> str:
        """What to use instead; empty where the inventory does not say."""
        return self.use.item.replaced_by

    @property
    def allowance(self) -> str:
        """What on the line would allow it."""
        return f"codemod: allow[{self.use.name}] reason"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole answer; ``remaining`` counts uses from before of items that are still to go."""

    inventory: str
    failures: tuple[Failure, ...] = ()
    bare: tuple[Allowance, ...] = ()  # allowances without a reason
    unused: tuple[Allowance, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    remaining: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that some failure is about, in the inventory's order."""
        found = {failure.use.item for failure in self.failures}
        return tuple(sorted(found, key=lambda item: item.place))

    @property
    def code(self) -> ExitCode:
        """What the command ends with: what could not be read may hide anything, so it weighs most."""
        if self.unreadable:
            return ExitCode.USAGE
        return ExitCode.FOUND if self.failures else ExitCode.OK
