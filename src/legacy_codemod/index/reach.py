"""An access such as ``x.old`` and a member into whether the access reaches that member, or may reach another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.family import ancestors, descendants, is_protocol, is_same_member, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World

# Objects of these need no class of the repository to have a member of such a name.
_BUILT_IN = frozenset(
    name
    for kind in (str, bytes, bytearray, int, float, list, tuple, dict, set, range, slice, type, BaseException)
    for name in dir(kind)
) | frozenset({"close", "fileno", "flush", "read", "readline", "readlines", "seek", "tell", "truncate", "write"})


class Sure(Enum):
    """Whether an access reaches a member."""

    NEVER = "never"
    ALWAYS = "always"
    OUTSIDE = "outside"  # an object whose class, as far as the repository says, has no such member
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether an access reaches a member, and the other members of the repository that it may reach instead."""

    sure: Sure
    others: tuple[Symbol, ...] = ()


_NEVER, _ALWAYS, _MAYBE = Reach(Sure.NEVER), Reach(Sure.ALWAYS), Reach(Sure.MAYBE)


def reach(world: World, module: Module, node: ast.Attribute, symbol: Symbol) -> Reach:
    """Whether ``node``, an access of the member's name, reaches ``symbol``."""
    found = resolve.target(world, module, node)
    if isinstance(found, str):
        return _NEVER
    if _is_super(module, node.value):
        return _from_super(world, module, node, symbol)
    if found is None:
        return _of_unknown(world, module, node, symbol)
    if found != symbol and not is_same_member(world, found, symbol):
        return _NEVER
    if _is_exact(world, module, node.value) and (found == symbol or not _is_stored(world, symbol)):
        return _ALWAYS if found == symbol else _NEVER
    holder = resolve.class_of(world, module, node.value) or owner_of(found)
    if found == symbol:
        protocol = is_protocol(world, holder)
        others = _namesakes(world, symbol) if protocol else tuple(_overrides(world, holder, symbol))
        return Reach(Sure.MAYBE, others) if others else _ALWAYS
    if owner_of(symbol) in ancestors(world, owner_of(found)) and not _is_stored(world, symbol):
        return _NEVER  # what it reaches overrides the member, here and in every class below
    return Reach(Sure.MAYBE, (found,))


def _is_stored(world: World, symbol: Symbol) -> bool:
    """Whether instances get the member as their own, which no class below can override."""
    module, owner = world.module(symbol.path), symbols.class_node(world, owner_of(symbol))
    return bool(module and owner and symbols.instance_stores(module, owner, symbol.last))


def may_reach(world: World, module: Module, node: ast.Attribute, symbol: Symbol) -> bool:
    """Whether ``node`` reaches ``symbol`` in any case; an object that is not known may be anything."""
    return is_of_anything(world, module, node) or reach(world, module, node, symbol).sure is not Sure.NEVER


def is_of_anything(world: World, module: Module, node: ast.Attribute) -> bool:
    """Whether ``node`` asks an object that is not known, so that it may reach each member of that name."""
    return resolve.target(world, module, node) is None and not _is_super(module, node.value)


def _is_super(module: Module, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="super") as func):
            return module.scopes.resolve(func) is None
    return False


def _is_exact(world: World, module: Module, node: ast.expr) -> bool:
    """Whether the object is certainly of the class that is known, and of none below: ``Old()``, or ``Old`` itself."""
    match node:
        case ast.Call(func=func):
            return _is_class(world, module, func)
        case ast.Name():
            scope = module.scopes.resolve(node)
            bound = scope.bindings.get(node.id, []) if scope else []
            value = bound[0].value if len(bound) == 1 else None
            return _is_exact(world, module, value) if isinstance(value, ast.Call) else _is_class(world, module, node)
        case ast.Attribute():
            return _is_class(world, module, node)
    return False


def _is_class(world: World, module: Module, node: ast.expr) -> bool:
    """Whether ``node`` names a class whose calls make an instance of just that class."""
    found = resolve.target(world, module, node)
    if not isinstance(found, Symbol) or symbols.class_node(world, found) is None:
        return False
    return not any(symbols.bindings(world, owner.member("__new__")) for owner in ancestors(world, found))


def _overrides(world: World, holder: Symbol, symbol: Symbol) -> Iterator[Symbol]:
    """Members of that name in the classes below ``holder``, or beside it in a class of both."""
    below = descendants(world, holder)
    for owner in sorted({a for d in below for a in ancestors(world, d)} - ancestors(world, holder)):
        if symbols.bindings(world, owner.member(symbol.last)):
            yield owner.member(symbol.last)


def _from_super(world: World, module: Module, node: ast.Attribute, symbol: Symbol) -> Reach:
    """``super().old``: the first of the bases that has it, unless a class below brings another in between."""
    owner = _asking_class(world, module, node)
    holder = symbols.class_node(world, owner) if owner else None
    if owner is None or holder is None:
        return _MAYBE
    classes = {owner, *descendants(world, owner)}
    if not any(owner_of(symbol) in ancestors(world, c) - {owner} for c in classes):
        return _NEVER
    home = world.module(owner.path) or module
    bases = [resolve.target(world, home, b.value if isinstance(b, ast.Subscript) else b) for b in holder.bases]
    first = next((m for b in bases if isinstance(m := resolve.member(world, b, symbol.last), Symbol)), None)
    beside = [first] if first is not None and first != symbol else []
    beside += [o for o in _overrides(world, owner, symbol) if o != symbol and owner_of(o) not in classes]
    if first == symbol:
        return Reach(Sure.MAYBE, tuple(beside)) if beside else _ALWAYS
    if first is not None and owner_of(symbol) in ancestors(world, owner_of(first)):
        return _NEVER
    return Reach(Sure.MAYBE, tuple(beside))


def _asking_class(world: World, module: Module, node: ast.Attribute) -> Symbol | None:
    """The class behind which ``super()`` looks: the one around it, or the one that it is given."""
    given = node.value.args[:1] if isinstance(node.value, ast.Call) else []
    for argument in given:
        found = resolve.target(world, module, argument)
        return found if isinstance(found, Symbol) else None
    around = next((o for o in module.scopes.ancestors(node) if isinstance(o, ast.ClassDef)), None)
    return Symbol(module.path, symbols.qualified(module, around)) if around else None


def _of_unknown(world: World, module: Module, node: ast.Attribute, symbol: Symbol) -> Reach:
    holder = resolve.class_of(world, module, node.value)
    if holder is not None:
        classes = {holder, *descendants(world, holder)}
        related = any(owner_of(symbol) in ancestors(world, c) for c in classes)
        return _MAYBE if related else Reach(Sure.OUTSIDE)
    if symbol.last in _BUILT_IN:
        return _MAYBE
    others = _namesakes(world, symbol)
    return Reach(Sure.MAYBE, others) if others else _ALWAYS


def _namesakes(world: World, symbol: Symbol) -> tuple[Symbol, ...]:
    """Members of that name in all other classes."""
    return world.once(("namesakes", symbol), lambda: tuple(_bound_elsewhere(world, symbol)))


def _bound_elsewhere(world: World, symbol: Symbol) -> Iterator[Symbol]:
    for path, _ in world.mentioning([symbol.last]):
        module = world.module(path)
        for node in module.classes if module else ():
            owner = Symbol(path, symbols.qualified(module, node)) if module else None
            if module is None or owner is None or owner == owner_of(symbol):
                continue
            bound = module.scopes.of_node[node].bindings
            if symbol.last in bound or symbols.instance_stores(module, node, symbol.last):
                yield owner.member(symbol.last)
