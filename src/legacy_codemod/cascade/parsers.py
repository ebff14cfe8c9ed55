"""An expression into whether it is a parser of argparse or optparse, or a group of one."""

from __future__ import annotations

import ast

from legacy_codemod.index.family import ancestors
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World

_PARSERS = frozenset({"argparse.ArgumentParser", "optparse.OptionParser"})
_GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group", "add_parser", "add_subparsers"})
_DEPTH = 8  # groups of groups


def is_parser(world: World, module: Module, node: ast.expr, depth: int = _DEPTH) -> bool:
    """Whether ``node`` certainly is one: made here, a group of one that is, or annotated as one."""
    match node:
        case ast.Name() if depth:
            scope = module.scopes.resolve(node)
            found = scope.bindings.get(node.id, []) if scope else []
            return bool(found) and all(_binds(world, module, (b.node, b.value), depth - 1) for b in found)
        case ast.Call(func=ast.Attribute(value=inner, attr=verb)) if verb in _GROUPS and depth:
            return is_parser(world, module, inner, depth - 1)
        case ast.Call(func=func, args=args):
            made = target(world, module, func)
            grouped = made == "optparse.OptionGroup" and bool(args) and is_parser(world, module, args[0], depth - 1)
            return grouped or _is_class(world, made)
    return False


def _binds(world: World, module: Module, bound: tuple[ast.AST, ast.expr | None], depth: int) -> bool:
    node, value = bound
    if isinstance(node, ast.arg):
        return node.annotation is not None and _is_class(world, target(world, module, node.annotation))
    return value is not None and is_parser(world, module, value, depth)


def _is_class(world: World, made: Symbol | str | None) -> bool:
    if isinstance(made, str):
        return made in _PARSERS
    return made is not None and any(_derives(world, owner) for owner in ancestors(world, made))


def _derives(world: World, owner: Symbol) -> bool:
    node, module = class_node(world, owner), world.module(owner.path)
    return bool(node and module and any(target(world, module, base) in _PARSERS for base in node.bases))
