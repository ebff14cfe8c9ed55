"""A flag's own definition into what goes along with it: entries of lists of names, options of a command line."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.carried import Entry, carried
from legacy_codemod.cascade.options import Options, options_of
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.model import Finding


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


def goes_along(now: Alive, symbol: Symbol) -> Along:
    """What names the definition ``symbol`` of a flag and goes with it."""
    options = options_of(now, symbol.last) if "." in symbol.name else Options()
    return Along(carried(now, symbol), tuple(statement for _, statement in options.statements), options.held)
