"""A flag's own definition into what goes along with it: entries of lists of names, options of a command line."""

from __future__ import annotations

import ast
from collections.abc import Set
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.carried import Entry, carried
from legacy_codemod.cascade.options import Options, options_of
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How
from legacy_codemod.model import Finding, Place


@dataclass(frozen=True)
class Along:
    """``held`` says why the definition stays, since something that belongs to it has to."""

    entries: tuple[Entry, ...]
    statements: tuple[ast.stmt, ...]
    held: tuple[Finding, ...]

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """What may name the flag, and needs nothing."""
        return (*(entry.node for entry in self.entries), *self.statements)


def stays_for(now: Alive, symbol: Symbol, line: int, doomed: Set[ast.AST]) -> list[Finding]:
    """What to say of a flag's definition that nothing but strings and files that name it hold."""
    uses = now.outside(symbol, doomed)
    if not uses or any(use.how not in (How.STRING, How.TEXT) for use in uses):
        return []
    named = f"{uses[0].path}:{uses[0].line}"
    return [
        Finding(Place(symbol.path, line), f"no code reads the flag here any more, but {named} names it, so both stay")
    ]


def goes_along(now: Alive, symbol: Symbol) -> Along:
    """What names the definition ``symbol`` of a flag and goes with it."""
    options = options_of(now, symbol.last) if "." in symbol.name else Options()
    return Along(carried(now, symbol), tuple(statement for _, statement in options.statements), options.held)
