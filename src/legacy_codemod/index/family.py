"""Classes into their families: which members of the repository may be the same one, seen on another class."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Set

from legacy_codemod.index import resolve
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.world import World

_PROTOCOLS = frozenset({"typing.Protocol", "typing_extensions.Protocol"})


def is_same_member(world: World, found: resolve.Target, symbol: Symbol) -> bool:
    """Whether ``found`` may be ``symbol`` at run time.

    An override or what it overrides, the member of a class that shares a subclass with it, or of a protocol, which any
    class may satisfy.
    """
    if not isinstance(found, Symbol) or found.last != symbol.last or "." not in found.name:
        return False
    ours, theirs = owner_of(symbol), owner_of(found)
    if _is_protocol(world, theirs) or ancestors(world, ours) & ancestors(world, theirs):
        return True
    return any(theirs in ancestors(world, derived) for derived in descendants(world, ours))


def owner_of(symbol: Symbol) -> Symbol:
    """The class of a member."""
    return Symbol(symbol.path, symbol.name.rpartition(".")[0])


def family(world: World, owner: Symbol) -> frozenset[Symbol]:
    """A class of the repository, all that derive from it, and all that one of those derives from."""
    return frozenset(a for c in (owner, *descendants(world, owner)) for a in ancestors(world, c))


def ancestors(world: World, owner: Symbol) -> frozenset[Symbol]:
    """A class and the classes of the repository that it derives from."""
    seen: set[Symbol] = set()
    waiting = [owner]
    while waiting:
        current = waiting.pop()
        if current not in seen and resolve.class_node(world, current) is not None:
            seen.add(current)
            waiting += [b for b in _bases(world, current) if isinstance(b, Symbol)]
    return frozenset(seen)


def descendants(world: World, owner: Symbol) -> frozenset[Symbol]:
    """The classes of the repository that derive from a class, directly or not."""
    key = ("descendants", owner)
    if key not in world.targets:
        seen: set[Symbol] = set()
        fresh = {owner}
        while fresh:
            fresh = set(_children(world, fresh)) - seen
            seen |= fresh
        world.targets[key] = frozenset(seen)
    return world.targets[key]  # type: ignore[return-value]


def _children(world: World, owners: Set[Symbol]) -> Iterator[Symbol]:
    """The classes that name one of ``owners`` as a base: one scan for a whole generation."""
    for path, held in world.mentioning({owner.last for owner in owners}):
        name = b"(?:" + b"|".join(re.escape(word).encode() for word in sorted(held)) + b")"
        derives = re.compile(rb"\bclass\s+\w+[^:]*\b" + name + rb"\b|\b" + name + rb"\s+as\s")
        module = world.module(path) if derives.search(world.tree.read(path)) else None
        for node in module.classes if module else ():
            derived = Symbol(path, resolve.qualified(module, node)) if module else None
            if derived and node.bases and derived not in owners and any(b in owners for b in _bases(world, derived)):
                yield derived


def _bases(world: World, owner: Symbol) -> Iterator[resolve.Target]:
    node, module = resolve.class_node(world, owner), world.module(owner.path)
    for base in node.bases if node and module else ():
        yield resolve.target(world, module, base.value if isinstance(base, ast.Subscript) else base) if module else None


def _is_protocol(world: World, owner: Symbol) -> bool:
    return any(isinstance(base, str) and base in _PROTOCOLS for base in _bases(world, owner))
