"""A constant that holds the key of a flag into the expressions that ask with it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings, qualified
from legacy_codemod.index.uses import uses
from legacy_codemod.index.world import World
from legacy_codemod.model import DecoratorFlag, ExprFlag, Place
from legacy_codemod.shapes import rarest_word
from legacy_codemod.stocktaking.proposal import Evidence
from legacy_codemod.testing import is_test


def held_key(world: World, symbol: Symbol) -> str:
    """The text that the constant is; empty where it is none, or one of several things."""
    match [binding.value for binding in bindings(world, symbol)]:
        case [ast.Constant(value=str(key))]:
            return key
    return ""


Asked = dict[ExprFlag | DecoratorFlag, tuple[Evidence, ...]]


def asked_with(world: World, symbol: Symbol, key: str) -> Asked:
    """Each expression that is asked with the constant, written with its key, and where."""
    used = ((u.module, u.node) for u in uses(world, symbol) if u.module is not None and u.node is not None)
    return _asked(world, used, (key, "asks with it"))


def asked_by(world: World, key: str) -> Asked:
    """Each expression that is asked with the key itself, and where."""
    files = (world.module(path) for path, _held in world.mentioning([rarest_word(key)]))
    texts = ((module, text) for module in files if module for text in module.strings if text.value == key)
    return _asked(world, texts, (key, "asks for it"))


def holding(world: World, key: str) -> Iterator[Symbol]:
    """The constants of files and classes that hold the key."""
    for path, _held in world.mentioning([rarest_word(key)]):
        module = None if is_test(path) else world.module(path)
        for text in module.strings if module else ():
            match module.scopes.parents.get(text) if module and text.value == key else None:
                case ast.Assign(targets=[ast.Name(id=name)]) as statement:
                    owner = module.scopes.parents[statement] if module else None
                    if isinstance(owner, ast.Module):
                        yield Symbol(path, name)
                    elif isinstance(owner, ast.ClassDef) and module:
                        yield Symbol(path, f"{qualified(module, owner)}.{name}")


def _asked(world: World, used: Iterable[tuple[Module, ast.AST]], said: tuple[str, str]) -> Asked:
    found: dict[ExprFlag | DecoratorFlag, list[Evidence]] = {}
    for module, node in used:
        expr = "" if is_test(module.path) else _expression(world, module, node, quoted(said[0]))
        if expr:
            subject = DecoratorFlag(expr, True) if _decorates(module, node) else ExprFlag(expr, True)
            place = Place(module.path, getattr(node, "lineno", 1))
            found.setdefault(subject, []).append(Evidence(place, said[1]))
    return {one: tuple(sorted(found[one])) for one in sorted(found, key=lambda subject: str(subject))}


def _decorates(module: Module, node: ast.AST) -> bool:
    """Whether what is asked with the key is a decorator."""
    call = module.scopes.parents[node]
    return call in getattr(module.scopes.parents[call], "decorator_list", ())


def _expression(world: World, module: Module, node: ast.AST, key: str) -> str:
    """``flags.is_on(KEY, user)`` → ``flags.is_on("key", $$$)``; empty where nothing is asked with it."""
    match module.scopes.parents.get(node):
        case ast.Call(func=func, args=[first, *others], keywords=keywords) if first is node:
            more = ", $$$" if others or keywords else ""
            return f"{_owner(world, module, func)}({key}{more})"
        case ast.Subscript(value=held, slice=inner) if inner is node:
            return f"{_owner(world, module, held)}[{key}]"
    return ""


def _owner(world: World, module: Module, node: ast.expr) -> str:
    """What is asked, with ``$NAME`` for an object of which it is not known what it is."""
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr=attribute) if target(world, module, node) is None:
            return f"${name.upper()}.{attribute}"
    return module.source(node)


def quoted(key: str) -> str:
    """A key as a string of the code."""
    return f'"{key}"' if '"' not in key and "\\" not in key else repr(key)
