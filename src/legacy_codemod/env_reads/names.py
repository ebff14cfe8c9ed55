"""A field that a variable fills into the names of the variables that may give its value."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from legacy_codemod.env_readers import Classes
from legacy_codemod.env_reads.keys import ANY, Key, Parts, text_parts
from legacy_codemod.env_reads.options import given_option
from legacy_codemod.index.family import owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World


@dataclass(frozen=True, eq=False)
class Declared:
    """A field as it is declared in ``module``; ``own`` is the name that is made of its own name."""

    classes: Classes
    owner: Symbol
    symbol: Symbol
    module: Module
    node: ast.stmt
    own: Key


def keys_of(world: World, field: Declared) -> tuple[Key, ...]:
    """The names that the options or the field's value give, instead of its own."""
    texts = _by_options(world, field) or _by_arguments(world, field)
    return tuple(Key(parts, field.own.ignores_case) for parts in dict.fromkeys(texts)) or (field.own,)


def named_option(world: World, classes: Classes, owner: Symbol) -> tuple[Module, ast.expr] | None:
    """The option that gives fields their names, with the file it stands in."""
    return given_option(world, classes, owner, classes.named) if classes.named else None


def _by_options(world: World, field: Declared) -> tuple[Parts, ...]:
    """Of ``fields = {"new": {"env": "NAME"}}``: those of a base stay with its fields, though a class has its own."""
    here, there = (named_option(world, field.classes, owner) for owner in (field.owner, owner_of(field.symbol)))
    if here is None and there is None:
        return ()
    if here is None or there is None or ast.dump(here[1]) != ast.dump(there[1]):
        return _unsure(field, *(option[1] for option in (here, there) if option))
    given = _entry(here[1], field.symbol.last)
    if isinstance(given, ast.Dict):
        named = [_entry(given, name) for name in field.classes.names]
        given = next((each for each in named if each is not None), None)
        texts = _texts(world, here[0], given) if given is not None else ()
        return _unsure(field, here[1]) if None in texts else tuple(text for text in texts if text is not None)
    is_alias = isinstance(given, ast.Constant) and isinstance(given.value, str)
    return () if given is None or is_alias else _unsure(field, here[1])


def _entry(node: ast.expr, name: str) -> ast.expr | None:
    """What a display has under ``name``; the display itself where that is not known."""
    if not isinstance(node, ast.Dict) or not all(isinstance(key, ast.Constant) for key in node.keys):
        return ast.copy_location(ast.Tuple([], ast.Load()), node)
    pairs = zip(node.keys, node.values, strict=True)
    return next((value for key, value in pairs if isinstance(key, ast.Constant) and key.value == name), None)


def _texts(world: World, module: Module, node: ast.expr) -> tuple[Parts | None, ...]:
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return tuple(text for each in node.elts for text in _texts(world, module, each)) or (None,)
    parts = text_parts(world, module, node)
    return (None if None in parts else parts,)


def _unsure(field: Declared, *told: ast.expr) -> tuple[Parts, ...]:
    """Its own name, or any that is said there."""
    said = [part.value for node in told for part in ast.walk(node) if isinstance(part, ast.Constant)]
    return (field.own.parts, ANY, *((text,) for text in said if isinstance(text, str)))


def _by_arguments(world: World, field: Declared) -> tuple[Parts, ...]:
    given = [
        keyword.value
        for part in ast.walk(field.node)
        if isinstance(part, ast.Call)
        for keyword in part.keywords
        if keyword.arg in field.classes.names
    ]
    texts: list[Parts] = []
    for value in given:
        inner = [part for part in ast.walk(value) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if isinstance(value, (ast.Constant, ast.Name, ast.Attribute)) or not inner:
            texts.append(text_parts(world, field.module, value))
        else:
            texts += [(str(part.value),) for part in inner]
    return tuple(texts)
