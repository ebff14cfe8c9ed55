"""Files that a removal emptied into the list of those that go."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, import_base, import_target
from legacy_codemod.index.world import World, dotted_name


def emptied_files(draft: Draft) -> list[str]:
    """Files in which nothing is left that does or defines something, and which nothing imports."""
    return [path for path in sorted(_candidates(draft)) if _is_empty(draft.world, path) and not imported(draft.world, path)]


def _candidates(draft: Draft) -> set[str]:
    found = set()
    for path in draft.changed():
        if not path.endswith(".py"):
            continue
        if path in draft.world.tree.path_set and not _is_empty(draft.start, path):
            found.add(path)
        package = path.rpartition("/")[0] + "/__init__.py"
        if path not in draft.world.tree.path_set and package in draft.world.tree.path_set and _is_alone(draft.world, package):
            found.add(package)
    return found


def _is_alone(world: World, package: str) -> bool:
    folder = package.removesuffix("__init__.py")
    return not any(path.startswith(folder) and path != package for path in world.tree.paths)


def _is_empty(world: World, path: str) -> bool:
    module = world.module(path)
    if module is None or (module.is_package and not _is_alone(world, path)):
        return False
    return all(_is_nothing(statement) for statement in module.tree.body)


def _is_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=[]) | ast.Tuple(elts=[])):
            return True
        case ast.Assign(targets=[ast.Name(id="logger" | "log" | "LOG" | "LOGGER")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body, orelse=[]):
            return all(map(_is_nothing, body))
    return False


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
            if isinstance(node, ast.ImportFrom) and import_base(world, other, node) == here:
                yield other, node
            elif isinstance(node, ast.alias) and _names_module(world, other, node, here):
                yield other, node
        for text in other.strings:
            if text.value == dotted or str(text.value).startswith((f"{dotted}.", f"{dotted}:")):
                yield other, text


def _names_module(world: World, other: Module, alias: ast.alias, here: Symbol) -> bool:
    if isinstance(other.scopes.parents[alias], ast.Import):
        found = world.find(alias.name, other.path)
        return found == here.path
    return import_target(world, other, alias) == here
