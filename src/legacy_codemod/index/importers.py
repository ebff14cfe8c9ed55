"""A module of the repository into everything that imports it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, dotted_name


def imported(world: World, path: str) -> bool:
    """Whether any other file imports the module at ``path``, or a string names it."""
    return next(importers(world, path), None) is not None


def importers(world: World, path: str) -> Iterator[tuple[Module, ast.AST]]:
    """Every import of the module at ``path``, and every string that is its dotted name."""
    dotted = dotted_name(world, path)
    here = Symbol(path)
    for other_path, _held in world.mentioning([dotted.rpartition(".")[2]]):
        other = world.module(other_path)
        if other is None or other_path == path:
            continue
        for node in other.nodes:
            if (isinstance(node, ast.ImportFrom) and import_base(world, other, node) == here) or (
                isinstance(node, ast.alias) and _names_module(world, other, node, here)
            ):
                yield other, node
        for text in other.strings:
            if text.value == dotted or str(text.value).startswith((f"{dotted}.", f"{dotted}:")):
                yield other, text


def _names_module(world: World, other: Module, alias: ast.alias, here: Symbol) -> bool:
    if isinstance(other.scopes.parents[alias], ast.Import):
        found = world.find(alias.name, other.path)
        return found == here.path
    return import_target(world, other, alias) == here
