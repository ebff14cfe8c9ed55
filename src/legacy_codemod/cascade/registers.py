"""A class into whether making it may enter it somewhere, so that it is reached without being named."""

from __future__ import annotations

from legacy_codemod.index.family import ancestors
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test

# Classes of other distributions that keep a list of those that derive from them.
_REGISTERS = frozenset(
    ["django.db.models.Model", "django.apps.AppConfig", "sqlalchemy.orm.DeclarativeBase", "sqlmodel.SQLModel"]
)
_PLAIN_METACLASSES = frozenset({"abc.ABCMeta", "enum.EnumMeta", "enum.EnumType", "type"})


def is_case(world: World, symbol: Symbol) -> bool:
    """Whether unittest finds the class, since it derives from one of its own, by way of any others."""
    owners = [(class_node(world, owner), world.module(owner.path)) for owner in ancestors(world, symbol)]
    bases = [target(world, module, base) for node, module in owners if node and module for base in node.bases]
    return is_test(symbol.path) and any(isinstance(base, str) and base.endswith("TestCase") for base in bases)


def registers(world: World, symbol: Symbol) -> bool:
    """Whether making the class may enter it somewhere: a metaclass, ``__init_subclass__``, or a declarative base."""
    for owner in ancestors(world, symbol):
        node, module = class_node(world, owner), world.module(owner.path)
        if node is None or module is None:
            continue
        for base in node.bases:
            found = target(world, module, base)
            made = isinstance(found, Symbol) and class_node(world, found) is None
            if made or (isinstance(found, str) and found in _REGISTERS):
                return True
        if any(
            k.arg == "metaclass" and target(world, module, k.value) not in _PLAIN_METACLASSES for k in node.keywords
        ):
            return True
        if owner != symbol and "__init_subclass__" in module.scopes.of_node[node].bindings:
            return True
    return False
