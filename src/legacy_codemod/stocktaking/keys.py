"""A flag SDK and a repository into the texts that its calls are given: the keys that may be asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.sdk import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings, last_name
from legacy_codemod.index.world import World
from legacy_codemod.sdk_entries import FlagSdk
from legacy_codemod.shapes import compile_shape, meta_name

_GENERAL = frozenset(
    {"get", "filter", "create", "is_enabled", "enabled"}
)  # asked for where the library is imported only
_THROUGH = 3  # functions that hand a key on to one another
_LONGEST = 100  # characters of a key


def likely_keys(world: World, entry: FlagSdk) -> tuple[str, ...]:
    """What calls of the library, or of functions that hand a parameter on to them, are given as a key."""
    patterns = [p for kinds in (entry.reads, entry.decorators) for each in kinds.values() for p in each]
    trees = [compile_shape(pattern).tree for pattern in patterns]
    words = frozenset(last_name(node) for tree in trees for node in ast.walk(tree)) - _GENERAL - {""}
    own = {module.path: module for module in importers(world, entry)}
    names, seen, found = frozenset(name for tree in trees for name in _takes_a_key(tree)), frozenset[str](), set[str]()
    for _ in range(_THROUGH):
        handing: set[str] = set()
        for module in {**own, **_mentioning(world, names - _GENERAL)}.values():
            for call in (node for node in module.nodes if isinstance(node, ast.Call)):
                if last_name(call.func) in names and _is_of_the_library(call, words | names):
                    found |= set(_texts(world, module, call))
                    handing |= set(_hands_on(module, call))
        seen |= names
        names = frozenset(handing) - seen - _GENERAL
    attributes = set(entry.mixins.values())
    found |= {text for module in own.values() for text in _assigned(module, attributes)}
    found |= {text for module in own.values() if entry.tables for text in _of_tables(module)}
    return tuple(sorted(key for key in found if key.strip() and len(key) <= _LONGEST and key.isprintable()))


def _is_of_the_library(call: ast.Call, words: frozenset[str]) -> bool:
    """Whether a call is called so that no other would be, or its object is: ``Flag.objects.get``."""
    inner = {last_name(node) for node in ast.walk(call.func)}
    return last_name(call.func) not in _GENERAL or bool(inner & (words - _GENERAL))


def _takes_a_key(tree: ast.expr) -> Iterator[str]:
    """The last names of the calls of a pattern that are given the key."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(meta_name("KEY") in ast.dump(value) for value in given):
                yield last_name(node.func)


def _mentioning(world: World, names: frozenset[str]) -> dict[str, Module]:
    found = ((path, world.module(path)) for path, _ in (world.mentioning(names) if names else ()))
    return {path: module for path, module in found if module is not None}


def _texts(world: World, module: Module, call: ast.Call) -> Iterator[str]:
    for value in [*call.args, *(keyword.value for keyword in call.keywords)]:
        held: ast.AST | None = value
        if isinstance(value, (ast.Name, ast.Attribute)):
            symbol = target(world, module, value)
            bound = bindings(world, symbol) if isinstance(symbol, Symbol) else []
            held = bound[0].value if len(bound) == 1 else None
        if isinstance(held, ast.Constant) and isinstance(held.value, str):
            yield held.value.removeprefix("!")


def _hands_on(module: Module, call: ast.Call) -> Iterator[str]:
    """The functions around a call that give it one of their own parameters."""
    names = {node.id for node in ast.walk(call) if isinstance(node, ast.Name)}
    for around in module.scopes.ancestors(call):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)):
            every = [*around.args.posonlyargs, *around.args.args, *around.args.kwonlyargs]
            if names & {argument.arg for argument in every} and not around.name.startswith("__"):
                yield around.name


def _assigned(module: Module, attributes: set[str]) -> Iterator[str]:
    for node in module.nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text))) if name in attributes:
                yield text.removeprefix("!")


def _of_tables(module: Module) -> Iterator[str]:
    for node in module.nodes:
        for key in node.keys if isinstance(node, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value
