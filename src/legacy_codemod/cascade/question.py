"""What the cascade asks about, within which limits, and what it finds unused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive, Roots
from legacy_codemod.cascade.carried import Entry
from legacy_codemod.cascade.dropped import Dropped
from legacy_codemod.cascade.targets import Bound
from legacy_codemod.fold.given import Given
from legacy_codemod.index.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Unused:
    """A definition nothing needs any more, and what binds it."""

    symbol: Symbol
    statements: tuple[Bound, ...]
    entries: tuple[Entry, ...] = ()  # of lists of names, which go with it


@dataclass(frozen=True, eq=False)
class Limits:
    """Where the cascade stops: kept paths, and definitions that a later item removes."""

    roots: Roots
    reserved: frozenset[Symbol] = frozenset()
    is_removed: Callable[[str], bool] = lambda _: False  # files that an item of their own removes
    given: tuple[Given, ...] = ()  # what gives each flag of the inventory its value

    def given_by(self, symbol: Symbol) -> Given | None:
        """The flag that ``symbol`` gives its value."""
        return next((given for given in self.given if given.symbol == symbol), None)


@dataclass(frozen=True, eq=False, slots=True)
class Question:
    """The world where the item began and the one it is in now."""

    before: Alive
    now: Alive
    dropped: Dropped
    limits: Limits
