"""A Python file into the keys of dicts that are copies of the environment, or become that of another program."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.environ import is_environ

_READS, _SETS = "reads", "sets"


def copies_of_environ(world: World, module: Module) -> Iterator[tuple[ast.expr, str]]:
    """Keys of ``{**os.environ, KEY: …}``, of ``env={KEY: …}``, and of ``copy[KEY]`` where ``copy = os.environ.copy()``.

    Each with what is done: it is read or set.
    """
    for node in module.nodes:
        match node:
            case ast.Dict(keys=keys, values=values):
                spread = (value for key, value in zip(keys, values, strict=True) if key is None)
                if any(is_environ(world, module, each) for each in spread) or _is_env_argument(module, node):
                    yield from ((key, _SETS) for key in keys if key is not None)
            case ast.Call(func=ast.Name(id="dict"), args=[ast.expr() as base], keywords=keywords):
                if is_environ(world, module, base):
                    yield from ((key, _SETS) for key in _as_texts(keywords))
            case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Dict(keys=keys)) if _is_copy(world, module, left):
                yield from ((key, _SETS) for key in keys if key is not None)
            case ast.Subscript(value=ast.Name() as base, slice=key, ctx=ctx) if _holds_copy(world, module, base):
                yield key, _READS if isinstance(ctx, ast.Load) else _SETS
            case ast.Call(func=ast.Attribute(value=ast.Name() as base, attr=attr), args=[key, *_]):
                if attr in ("get", "pop", "setdefault") and _holds_copy(world, module, base):
                    yield key, _READS
            case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()], comparators=[ast.Name() as base]):
                if _holds_copy(world, module, base):
                    yield key, _READS


def _as_texts(keywords: list[ast.keyword]) -> Iterator[ast.expr]:
    for keyword in keywords:
        if keyword.arg:
            yield ast.copy_location(ast.Constant(keyword.arg), keyword)


def _is_env_argument(module: Module, node: ast.Dict) -> bool:
    outer = module.scopes.parents.get(node)
    return isinstance(outer, ast.keyword) and outer.arg == "env"


def _is_copy(world: World, module: Module, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr="copy"), args=[]):
            return is_environ(world, module, base)
        case ast.Call(func=ast.Name(id="dict"), args=[base, *_]):
            return is_environ(world, module, base)
        case ast.Dict(keys=keys, values=values):
            return any(k is None and is_environ(world, module, v) for k, v in zip(keys, values, strict=True))
    return is_environ(world, module, node)


def _holds_copy(world: World, module: Module, name: ast.Name) -> bool:
    scope = module.scopes.resolve(name)
    bound = scope.bindings.get(name.id, []) if scope else []
    held = [binding.value for binding in bound if binding.kind is Kind.ASSIGN]
    return len(bound) == len(held) == 1 and held[0] is not None and _is_copy(world, module, held[0])
