"""Loops over all variables into the tests of their names, and what the names that pass are like."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.env_readers import EnvReader
from legacy_codemod.env_reads.calls import present
from legacy_codemod.env_reads.families import FamilyRead
from legacy_codemod.env_reads.keys import ANY, Key, Parts, text_parts
from legacy_codemod.env_reads.objects import reading_object
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.world import World
from legacy_codemod.shapes import compile_shape

_WALKING = frozenset({ast.For, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Call})
_COPIES = frozenset({"dict", "list", "set", "sorted", "tuple", "iter", "reversed", "enumerate"})
_VIEWS = frozenset({"items", "keys", "copy"})
_MATCHERS = {"re.match": (), "re.fullmatch": (), "re.search": ANY}
_LITERAL = re.compile(r"\^?((?:[A-Za-z0-9_]|\\[_.-])*)")


def every_walk(world: World) -> Iterator[FamilyRead]:
    """Every test of a variable's name in a loop, a comprehension or a ``filter`` over all of them."""
    for reader in present(world):
        words = frozenset[str]().union(*(compile_shape(source).anchors for source in reader.walked))
        for path, _held in world.mentioning(words) if words else ():
            module = world.module(path)
            for names, inside in _walks(world, module, reader) if module else ():
                for node, parts in _tests(world, module, names, inside) if module else ():
                    yield FamilyRead(path, node, Key(parts, ignores_case=True))


def _walks(world: World, module: Module, reader: EnvReader) -> Iterator[tuple[set[str], ast.AST]]:
    """What names a variable's name, and the code in which it does."""
    for node in (each for each in module.nodes if type(each) in _WALKING):
        match node:
            case ast.For(target=bound, iter=walked) if _is_walked(world, module, walked, reader):
                yield _names(bound), node
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                over = [g for g in node.generators if _is_walked(world, module, g.iter, reader)]
                yield from ((_names(generator.target), node) for generator in over)
            case ast.Call(func=ast.Name(id="filter"), args=[ast.Lambda(args=given) as test, walked]):
                if _is_walked(world, module, walked, reader):
                    yield {arg.arg for arg in given.args}, test


def _is_walked(world: World, module: Module, node: ast.expr, reader: EnvReader) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=copy), args=[inner, *_]) if copy in _COPIES:
            return _is_walked(world, module, inner, reader)
        case ast.Call(func=ast.Attribute(value=inner, attr=view), args=[]) if view in _VIEWS:
            return _is_walked(world, module, inner, reader)
    return reading_object(world, module, node, reader.walked) is not None


def _names(bound: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(bound) if isinstance(part, ast.Name)}


def _tests(world: World, module: Module, names: set[str], inside: ast.AST) -> Iterator[tuple[ast.expr, Parts]]:
    for node in ast.walk(inside):
        if isinstance(node, (ast.Call, ast.Compare)) and _names_in(node) & names:
            yield from ((node, parts) for parts in _passing(world, module, node, names))


def _names_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _passing(world: World, module: Module, node: ast.Call | ast.Compare, names: set[str]) -> Iterator[Parts]:
    """The names that pass one test, as far as they are known."""
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr="startswith"), args=[given, *_]) if _names_in(base) & names:
            yield from ((*text, *ANY) for text in _texts(world, module, given))
        case ast.Call(func=ast.Attribute(value=base, attr="endswith"), args=[given, *_]) if _names_in(base) & names:
            yield from ((*ANY, *text) for text in _texts(world, module, given))
        case ast.Call(func=func, args=[ast.Constant(value=str(pattern)), *_]):
            before = _MATCHERS.get(str(target(world, module, func)))
            literal = _LITERAL.match(pattern)
            if before is not None and literal:
                yield (*before, literal.group(1).replace("\\", ""), *ANY)
        case ast.Compare(left=given, ops=[ast.In()], comparators=[base]) if _names_in(base) & names:
            yield from ((*ANY, *text, *ANY) for text in _texts(world, module, given))
        case ast.Compare(left=ast.Subscript(slice=ast.Slice()), ops=[ast.Eq()], comparators=[given]):
            yield from ((*text, *ANY) for text in _texts(world, module, given))


def _texts(world: World, module: Module, node: ast.expr) -> list[Parts]:
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return [text for each in node.elts for text in _texts(world, module, each)]
    return [text_parts(world, module, node)]
