"""What a change dropped into the definitions that it may have left unused, and those of which nothing is said."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Collection, Iterator

from legacy_codemod.cascade.common import is_asked_of_anything
from legacy_codemod.cascade.question import Question
from legacy_codemod.index.family import family, is_protocol, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.settings import is_settings
from legacy_codemod.index.symbols import Symbol, bindings, instance_stores, qualified

_MAKES = frozenset({"__init__", "__new__", "__post_init__", "__init_subclass__"})  # used wherever their class is


def candidates_of(question: Question) -> Iterator[tuple[Module, Symbol]]:
    """Every definition that what was dropped used, or may have used."""
    world = question.now.world
    for symbol in sorted(question.dropped.symbols):
        module = world.module(symbol.path)
        if module is not None and not question.now.roots.holds(symbol) and not _is_pythons_own(symbol):
            yield module, symbol
    yield from _settings(question)
    yield from _members(question)


def _members(question: Question) -> Iterator[tuple[Module, Symbol]]:
    """Members of a name that was read of an object that is not known, and those that may be the same as a known one."""
    world, dropped = question.now.world, question.dropped
    protocols = {s.last for s in dropped.symbols if "." in s.name and is_protocol(question.before.world, owner_of(s))}
    known = {owner.member(s.last) for s in dropped.symbols if "." in s.name for owner in _related(question, s)}
    loose = {
        name for name in dropped.attributes - {s.last for s in dropped.symbols} if is_asked_of_anything(world, name)
    }
    unknown = {
        Symbol(path, qualified(module, node)).member(name)
        for path, held in world.mentioning((dropped.attributes - loose) | protocols)
        if (module := world.module(path)) is not None
        for node in module.classes
        for name in held
        if _binds(module, node, name)
    }
    for member in sorted((known | unknown) - dropped.symbols):
        module = world.module(member.path)
        if module is not None and not question.now.roots.is_kept(member.path) and not _is_pythons_own(member):
            yield module, member


def _related(question: Question, symbol: Symbol) -> frozenset[Symbol]:
    return family(question.before.world, owner_of(symbol))


def namesakes(question: Question, found: Collection[Symbol]) -> set[Symbol]:
    """Members of unrelated classes of which only an object that is not known was asked: nothing is said of those."""
    world = question.before.world
    unknown = [s for s in found if "." in s.name and s not in question.dropped.symbols]
    owners: dict[str, set[Symbol]] = defaultdict(set)
    for symbol in unknown:
        owners[symbol.last].add(owner_of(symbol))
    mixed = {name for name, classes in owners.items() if not classes <= family(world, min(classes))}
    return {symbol for symbol in unknown if symbol.last in mixed}


def _is_pythons_own(symbol: Symbol) -> bool:
    """Whether what is used is the class or the module itself, through its ``__init__`` or its ``__all__``."""
    return symbol.last in _MAKES or ("." not in symbol.name and symbol.last.startswith("__"))


def _binds(module: Module, node: ast.ClassDef, name: str) -> bool:
    """Whether a class or its methods (``self.name = …``) bind the name."""
    return name in module.scopes.of_node[node].bindings or bool(instance_stores(module, node, name))


def _settings(question: Question) -> Iterator[tuple[Module, Symbol]]:
    """The same upper-case name in other settings modules: each environment's own value of one setting."""
    names = {s.last for s in question.dropped.symbols if is_settings(s.path)} | question.dropped.settings
    for path, held in question.now.world.mentioning({name for name in names if name.isupper()}):
        module = question.now.world.module(path) if is_settings(path) else None
        for name in sorted(held) if module and not question.now.roots.is_kept(path) else ():
            symbol = Symbol(path, name)
            if module and symbol not in question.dropped.symbols and bindings(question.now.world, symbol):
                yield module, symbol


def was_a_setting(question: Question, symbol: Symbol) -> bool:
    """Whether the definition stands beside one that was used: an environment's own value of the same setting."""
    if "." in symbol.name or not (symbol.last.isupper() and is_settings(symbol.path)):
        return False
    beside = [s for s in question.dropped.symbols if s.last == symbol.last and is_settings(s.path)]
    if any(question.now.is_needed(s) for s in beside):
        return False  # one read of it went, another is left
    return any(map(question.before.is_needed, beside)) or symbol.last in question.dropped.settings
