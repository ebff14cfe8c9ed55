"""An inventory into the rules that every item is worked by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from legacy_codemod.cascade.alive import Roots
from legacy_codemod.cascade.question import Limits
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.fold.given import Given
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.model import Inventory, Item, NameSubject, PathSubject
from legacy_codemod.removal.instead import Terms
from legacy_codemod.removal.remove import Bounds

Matches = Callable[[str], bool]


@dataclass(frozen=True, eq=False)
class Rules:
    """What the whole inventory says, as the engine asks it."""

    first: World  # where the plan begins
    is_kept: Matches
    is_wrapped: Matches
    is_removed: Matches
    terms: Mapping[Symbol, Terms]
    given: tuple[Given, ...] = ()  # what gives each flag its value

    @cached_property
    def limits(self) -> Limits:
        """Where the cascade stops."""
        return Limits(Roots(self.is_kept, self.is_wrapped), frozenset(self.terms), self.is_removed, self.given)

    @property
    def bounds(self) -> Bounds:
        """What a removal has to respect."""
        return Bounds(Roots(self.is_kept, self.is_wrapped), self.terms)


def rules(world: World, inventory: Inventory) -> Rules:
    """Read the rules off the inventory."""
    terms = {
        symbol: Terms(item.subject.fallback, item.subject.guards)
        for item in inventory.remove
        if isinstance(item.subject, NameSubject) and (symbol := find_symbol(world, item.subject.name))
    }
    flags = [flag for item in inventory.flags if (flag := compile_flag(world, item.subject))]
    given = [flag.given for flag in flags if flag.given is not None]
    given += [Given(field.symbol.last, field.symbol) for flag in flags for field in flag.fields]
    matchers = (_matcher(inventory.keep), _matcher(inventory.wrap), _matcher(inventory.remove))
    return Rules(world, *matchers, terms, tuple(dict.fromkeys(given)))


def _matcher(items: tuple[Item, ...]) -> Matches:
    patterns = [item.subject.path for item in items if isinstance(item.subject, PathSubject)]
    return lambda path: any(path_matches(pattern, path) for pattern in patterns)
