"""What a piece of set-up sets, and to what."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import StrEnum

from legacy_codemod.index.alternatives import of_module
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import class_of, member, target
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World, dotted_name

SETTINGS = "django.conf.settings"


@dataclass(frozen=True, slots=True)
class EnvVar:
    """An environment variable by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A definition of the repository, or the dotted name of something outside it."""

    symbol: Symbol | str
    place: str = ""  # the file whose own name it is that is set: no other file sees that


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a flag library or store, and the function that sets it."""

    node: ast.expr
    setter: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a store of flags (``FEATURES``) by its key."""

    node: ast.expr
    store: str


@dataclass(frozen=True, slots=True)
class Record:
    """A stored record that names the flag's key."""

    node: ast.expr


@dataclass(frozen=True, slots=True)
class Field:
    """A variable or attribute by its bare name, as a project's own ``override_…`` knows it."""

    name: str


class Given(StrEnum):
    """How a value is given."""

    VALUE = "value"  # the target becomes it
    RETURNS = "returns"  # the target becomes a callable that returns it
    UNSET = "unset"
    MOCK = "mock"  # a mock of which nothing more is said
    EXISTS = "exists"  # a record of which no value is given


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """One target set in one place: ``node`` is the call or statement, ``entry`` its part where it sets several."""

    node: ast.AST
    what: EnvVar | Named | Key | Entry | Record | Field
    given: Given
    value: ast.expr | None = None
    entry: ast.AST | None = None


def dotted(world: World, module: Module, node: ast.expr) -> str:
    """The dotted name of something outside the repository that ``node`` names; empty for all else."""
    found = target(world, module, node) if isinstance(node, (ast.Name, ast.Attribute)) else None
    return found if isinstance(found, str) else ""


def method_name(node: ast.Call) -> str:
    """``setenv`` of ``x.setenv(…)``; empty for other calls."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def text_of(node: ast.AST | None) -> str | None:
    """The string that ``node`` is."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def argument(call: ast.Call, position: int, keyword: str) -> ast.expr | None:
    """An argument given by position or by keyword."""
    if position < len(call.args):
        return call.args[position]
    return next((k.value for k in call.keywords if k.arg == keyword), None)


def by_path(world: World, path: str) -> Symbol | str | None:
    """What the dotted path in a string leads to, through re-exports and instances; ``None`` where it is not known."""
    parts = path.split(".")
    for length in range(len(parts) - 1, 0, -1):
        module = world.find(".".join(parts[:length]))
        if module is not None:
            found: Symbol | str | None = Symbol(module)
            for part in parts[length:]:
                found = _member(world, found, part)
            return found
    return path if "." in path else None


def of_object(world: World, module: Module, owner: ast.expr, name: str) -> Symbol | str | None:
    """What ``owner.name`` leads to."""
    if not isinstance(owner, (ast.Name, ast.Attribute)):
        return None
    found = target(world, module, ast.Attribute(owner, name, ast.Load()))
    if found is None and name.isupper() and is_settings_fixture(module, owner):
        return f"{SETTINGS}.{name}"
    return found


def set_by_path(world: World, path: str) -> Named | None:
    """What is set at the dotted path in a string; the path itself, where a file has the name from one of several."""
    found, (owner, _, name) = by_path(world, path), path.rpartition(".")
    module = world.find(owner)
    if module is not None and of_module(world, module, name) != {found}:
        return Named(path)
    return Named(found, module or "") if found is not None else None


def set_on_object(world: World, module: Module, owner: ast.expr, name: str) -> Named | None:
    """What ``owner.name = …`` sets, in the same way."""
    place = target(world, module, owner) if isinstance(owner, (ast.Name, ast.Attribute)) else None
    if isinstance(place, Symbol) and not place.name:
        return set_by_path(world, f"{dotted_name(world, place.path)}.{name}")
    found = of_object(world, module, owner, name)
    return Named(found) if found is not None else None


def is_settings_fixture(module: Module, node: ast.expr) -> bool:
    """Whether ``node`` is pytest-django's ``settings``, which a test or fixture requests."""
    if not isinstance(node, ast.Name) or node.id != "settings":
        return False
    scope = module.scopes.resolve(node)
    return scope is not None and any(isinstance(b.node, ast.arg) for b in scope.bindings[node.id])


def _member(world: World, owner: Symbol | str | None, name: str) -> Symbol | str | None:
    found = member(world, owner, name)
    if found is not None or not isinstance(owner, Symbol):
        return found
    module, held = world.module(owner.path), bindings(world, owner)
    if module is None or len(held) != 1 or held[0].value is None:
        return None
    instance_of = class_of(world, module, held[0].value)
    if instance_of is None and isinstance(held[0].value, ast.Call):
        return owner.member(name)  # of something that another distribution makes
    return member(world, instance_of, name) if instance_of else None
