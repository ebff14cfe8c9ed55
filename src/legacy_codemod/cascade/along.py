"""A flag's own definition into what goes along with it: entries that name it, options of a command line."""

from __future__ import annotations

import ast
from collections.abc import Set
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.carried import Entry, carried
from legacy_codemod.cascade.options import Options, options_of
from legacy_codemod.env_reads.names import named_option
from legacy_codemod.env_reads.needed import filled
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
    entries = (*carried(now, symbol), *_named_in_options(now, symbol))
    return Along(entries, tuple(statement for _, statement in options.statements), options.held)


def _named_in_options(now: Alive, symbol: Symbol) -> tuple[Entry, ...]:
    """``"new": {"env": "NAME"}`` of the options by which a class gives its fields the names of their variables."""
    field = filled(now.world, symbol)
    option = named_option(now.world, field.reader.classes, field.owner) if field and field.reader.classes else None
    if option is None or not isinstance(option[1], ast.Dict) or now.roots.is_kept(option[0].path):
        return ()
    keys = [key for key in option[1].keys if isinstance(key, ast.Constant) and key.value == symbol.last]
    return tuple(Entry(option[0].path, key) for key in keys)
