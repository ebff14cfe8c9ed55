"""Classes into their families: which members of the repository may be the same one, seen on another class."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Set

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.beside import look_for_classes
from legacy_codemod.index.module import Module
from legacy_codemod.index.said import words
from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World

_BUILTINS = frozenset(vars(builtins))
_HEADER = re.compile(rb"\bclass\s+[\w\x80-\xff]+([^:]*)")
_RENAMED = re.compile(rb"(?<![\w\x80-\xff])([\w\x80-\xff]++)\s++as\s")  # once a word: possessive, from its start
_GIVEN = re.compile(rb"=[ \t]*(?:[\w\x80-\xff]+\.)*([\w\x80-\xff]+)[ \t]*(?:[\r#;]|$)", re.MULTILINE)
_PROTOCOLS = frozenset({"typing.Protocol", "typing_extensions.Protocol"})


def is_same_member(world: World, found: Target, symbol: Symbol) -> bool:
    """Whether ``found`` may be ``symbol`` at run time.

    An override or what it overrides, the member of a class that shares a subclass with it, or of a protocol, which any
    class may satisfy.
    """
    if not isinstance(found, Symbol) or found.last != symbol.last or "." not in found.name:
        return False
    ours, theirs = owner_of(symbol), owner_of(found)
    if is_protocol(world, theirs) or ancestors(world, ours) & ancestors(world, theirs):
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
    return world.once(("ancestors", owner), lambda: _ancestors(world, owner))


def _ancestors(world: World, owner: Symbol) -> frozenset[Symbol]:
    seen: set[Symbol] = set()
    waiting = [owner]
    while waiting:
        current = waiting.pop()
        if current not in seen and symbols.class_node(world, current) is not None:
            seen.add(current)
            waiting += [b for b in _bases(world, current) if isinstance(b, Symbol)]
    return frozenset(seen)


def descendants(world: World, owner: Symbol) -> frozenset[Symbol]:
    """The classes of the repository that derive from a class, directly or not."""
    return world.once(("descendants", owner), lambda: _descendants(world, owner))


def _descendants(world: World, owner: Symbol) -> frozenset[Symbol]:
    seen: set[Symbol] = set()
    fresh = {owner}
    while fresh:
        fresh = set(_children(world, fresh)) - seen
        seen |= fresh
    return frozenset(s for s in seen if symbols.class_node(world, s) is not None)


def base_names(world: World, owner: Symbol) -> frozenset[Target]:
    """All that a class derives from: classes here, dotted names of others, ``None`` for what is unknown."""
    return frozenset(base for each in ancestors(world, owner) for base in _bases(world, each))


def related(world: World, one: Symbol, other: Symbol) -> bool:
    """Whether one object can be an instance of both classes."""
    # What a class derives from stands in its own file; what derives from it may stand anywhere, and is asked of one.
    return any(one in ancestors(world, each) for each in (other, *descendants(world, other)))


def may_precede(world: World, module: Module, node: ast.ClassDef, other: Symbol) -> bool:
    """Whether members in the body of ``node`` may hide those of ``other``: below it, beside it, or on bases unknown."""
    one = Symbol(module.path, symbols.qualified(module, node))
    named = symbols.class_node(world, one) is node
    if named and one == other:
        return False
    bases = set(_named_bases(world, module, node))
    above = frozenset[Symbol]().union(*(ancestors(world, b) for b in bases if isinstance(b, Symbol)))
    if None in bases or any(None in _bases(world, each) for each in above) or other in above:
        return True
    return named and one not in ancestors(world, other) and related(world, one, other)


def _children(world: World, owners: Set[Symbol]) -> Iterator[Symbol]:
    """The classes that name one of ``owners`` as a base, or a name given to it: one scan for a whole generation."""
    classes = {_behind(world, owner) for owner in owners}
    names = {owner.last for owner in owners}
    look_for_classes(world, names)
    for path, held in world.mentioning(names):
        module = None if held.isdisjoint(named_as_bases(world, path)) else world.module(path)
        for derived in _derived(world, module, classes) if module else ():
            if derived not in owners:
                yield derived


def named_as_bases(world: World, path: str) -> frozenset[str]:
    """The words of a file behind ``class X``, in front of ``as``, or alone behind ``=``: of few files more is asked."""
    return world.tree.glance_at(path, _in_headers)


def _in_headers(content: bytes) -> frozenset[str]:
    return words((*_HEADER.findall(content), *_RENAMED.findall(content), *_GIVEN.findall(content)))


def _derived(world: World, module: Module, owners: Set[Target]) -> Iterator[Symbol]:
    for node in module.classes:
        derived = Symbol(module.path, symbols.qualified(module, node))
        if node.bases and any(b in owners for b in _bases(world, derived) if b is not None):
            yield derived
    for name, found in module.scopes.module.bindings.items():
        alias = Symbol(module.path, name)
        if isinstance(found[0].value, (ast.Name, ast.Attribute)) and _behind(world, alias) in owners - {None}:
            yield alias


def _bases(world: World, owner: Symbol) -> Iterator[Target]:
    node, module = symbols.class_node(world, owner), world.module(owner.path)
    return _named_bases(world, module, node) if node and module else iter(())


def _named_bases(world: World, module: Module, node: ast.ClassDef) -> Iterator[Target]:
    for base in node.bases:
        yield _class_named(world, module, base.value if isinstance(base, ast.Subscript) else base)


_DEPTH = 8


def _behind(world: World, found: Symbol, depth: int = _DEPTH) -> Target:
    """The class that a name was given to: ``Base = library.Base``."""
    if symbols.class_node(world, found) is not None:
        return found
    module, bound = world.module(found.path), symbols.bindings(world, found)
    value = bound[0].value if len(bound) == 1 else None
    return _class_named(world, module, value, depth - 1) if module and value and depth else None


def _class_named(world: World, module: Module, node: ast.expr, depth: int = _DEPTH) -> Target:
    """The class that ``node`` is: what a call outside the repository makes of nothing of ours is none of ours."""
    if isinstance(node, ast.Call):
        made = resolve.target(world, module, node.func)
        ours = any(isinstance(resolve.target(world, module, a), Symbol) for a in node.args)
        return made if isinstance(made, str) and not ours else None
    found = resolve.target(world, module, node)
    if found is None and isinstance(node, ast.Name) and module.scopes.resolve(node) is None and node.id in _BUILTINS:
        return f"builtins.{node.id}"
    return _behind(world, found, depth) if isinstance(found, Symbol) else found


def is_protocol(world: World, owner: Symbol) -> bool:
    """Whether any class that has its members may stand for it."""
    return any(isinstance(base, str) and base in _PROTOCOLS for base in _bases(world, owner))
