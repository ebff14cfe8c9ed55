"""Enumerations into their members: what is looked up by a value or a name, and what a member equals."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.family import ancestors, base_names, owner_of
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import OPAQUE, Known, Value, because

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

_BASES = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "TextChoices", "IntegerChoices"})
# Among the bases: members equal their own values.
_MIXED = frozenset({"str", "int", "float", "IntEnum", "StrEnum", "IntFlag", "TextChoices", "IntegerChoices"})
# With one of these in the class, members are what the class says.
_SPECIAL = ("__eq__", "__bool__", "__new__", "__init__", "__getattribute__", "__hash__")
_UNKNOWN = object()


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """One member; it is ``mixed`` where it is a string or number as well."""

    symbol: Symbol
    value: object
    mixed: bool

    def single(self, other: object) -> bool:
        """Whether both are one object: the same member, under whichever of its names."""
        if not isinstance(other, Member) or owner_of(self.symbol) != owner_of(other.symbol):
            return False
        return self.symbol == other.symbol or (self.value is not _UNKNOWN and self.value == other.value)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Member):
            return self.single(other) or (self.mixed and other.mixed and self.value == other.value)
        return self.mixed and self.value == other

    def __hash__(self) -> int:
        return hash(self.value) if self.mixed else hash(self.symbol)

    def __bool__(self) -> bool:
        return bool(self.value) if self.mixed else True


def is_enum(ask: Evaluator, owner: Symbol) -> bool:
    """Whether a class of the repository is an enumeration."""
    return any(_last(base) in _BASES for base in base_names(ask.world, owner) if isinstance(base, str))


def member_of(ask: Evaluator, symbol: Symbol, value: Value) -> Value:
    """The member that an assignment of ``value`` in the body of an enumeration makes."""
    owner = owner_of(symbol)
    if any(symbols.bindings(ask.world, each.member(n)) for each in ancestors(ask.world, owner) for n in _SPECIAL):
        return OPAQUE
    mixed = any(_last(base) in _MIXED for base in base_names(ask.world, owner) if isinstance(base, str))
    if isinstance(value, Known):
        return Known(Member(symbol, value.value, mixed), value.why)
    return Known(Member(symbol, _UNKNOWN, mixed=False)) if not mixed and _all_counted(ask, owner) else OPAQUE


def _all_counted(ask: Evaluator, owner: Symbol) -> bool:
    """Whether every member is ``auto()``: of values that are not known, no others are sure to differ."""
    node, module = symbols.class_node(ask.world, owner), ask.world.module(owner.path)
    if node is None or module is None:
        return False
    found = [b for name, bound in module.scopes.of_node[node].bindings.items() if name[0] != "_" for b in bound]
    values = [b.value for b in found if b.kind is Kind.ASSIGN]
    return all(isinstance(v, ast.Call) and resolve.target(ask.world, module, v.func) == "enum.auto" for v in values)


def attribute_of(held: Value, name: str) -> Value:
    """``member.value`` and ``member.name``."""
    if isinstance(held, Known) and isinstance(held.value, Member):
        if name == "name":
            return Known(held.value.symbol.last, held.why)
        if name == "value" and held.value.value is not _UNKNOWN:
            return Known(held.value.value, held.why)
    return OPAQUE


def by_value(ask: Evaluator, owner: Symbol, wanted: Value) -> Value:
    """``Mode("new")``: the first member of that value."""
    if not isinstance(wanted, Known):
        return OPAQUE
    if isinstance(wanted.value, Member):
        return wanted if owner_of(wanted.value.symbol) == owner else OPAQUE
    for member in _members(ask, owner):
        if not isinstance(member, Known) or not isinstance(member.value, Member) or member.value.value is _UNKNOWN:
            return OPAQUE
        if member.value.value == wanted.value:
            return because(member, *wanted.why)
    return OPAQUE


def by_name(ask: Evaluator, owner: Symbol, wanted: Value) -> Value:
    """``Mode["NEW"]``."""
    from legacy_codemod.fold.names import symbol_value  # a member is the value of a symbol

    if isinstance(wanted, Known) and isinstance(wanted.value, str):
        found = symbol_value(ask, owner.member(wanted.value))
        if isinstance(found, Known) and isinstance(found.value, Member):
            return because(found, *wanted.why)
    return OPAQUE


def _members(ask: Evaluator, owner: Symbol) -> Iterator[Value]:
    from legacy_codemod.fold.names import symbol_value

    node, module = symbols.class_node(ask.world, owner), ask.world.module(owner.path)
    bound = module.scopes.of_node[node].bindings if node and module else {}
    for name, found in bound.items():
        if not name.startswith("_") and found[0].kind is Kind.ASSIGN:
            yield symbol_value(ask, owner.member(name))


def _last(base: str) -> str:
    return base.rpartition(".")[2]
