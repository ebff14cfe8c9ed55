"""A Python file into the keys of dicts that are copies of the environment, or become that of another program."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.guard.uses.given_away import is_environment
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import enclosing_class, last_name
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.environ import is_environ

_READS, _SETS = "reads", "sets"
_EXECUTES = frozenset({"execle", "execlpe", "execve", "execvpe", "spawnle", "spawnlpe", "spawnve", "spawnvpe"})


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
            case ast.AugAssign(target=left, op=ast.BitOr(), value=ast.Dict(keys=keys)) if _holds_or_is(
                world, module, left
            ):
                yield from ((key, _SETS) for key in keys if key is not None)
            case ast.Subscript(value=ast.Attribute(attr="env"), slice=key, ctx=ast.Store() | ast.Del()):
                yield key, _SETS
            case ast.Subscript(value=ast.Name() | ast.Attribute() as base, slice=key, ctx=ctx) if _holds_copy(
                world, module, base
            ):
                yield key, _READS if isinstance(ctx, ast.Load) else _SETS
            case ast.Call(func=ast.Attribute(value=ast.Name() | ast.Attribute() as base, attr=attr), args=[key, *_]):
                if attr in ("get", "pop", "setdefault") and _holds_copy(world, module, base):
                    yield key, _READS
            case ast.Compare(
                left=key, ops=[ast.In() | ast.NotIn()], comparators=[ast.Name() | ast.Attribute() as base]
            ):
                if _holds_copy(world, module, base):
                    yield key, _READS


def _as_texts(keywords: list[ast.keyword]) -> Iterator[ast.expr]:
    for keyword in keywords:
        if keyword.arg:
            yield ast.copy_location(ast.Constant(keyword.arg), keyword)


def _is_env_argument(module: Module, node: ast.Dict) -> bool:
    outer = module.scopes.parents.get(node)
    if isinstance(outer, ast.Call) and last_name(outer.func) in _EXECUTES:
        return outer.args[-1] is node
    match outer:
        case ast.Assign(targets=[ast.Name(id=name) as target]):
            scope = module.scopes.resolve(target)
            given = (module.scopes.parents.get(load) for load in (scope.loads.get(name, ()) if scope else ()))
            return any(isinstance(each, ast.keyword) and is_environment(each.arg or "") for each in given)
    return isinstance(outer, ast.keyword) and is_environment(outer.arg or "")


def _is_copy(world: World, module: Module, node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr="copy"), args=[]):
            return is_environ(world, module, base)
        case ast.Call(func=ast.Name(id="dict"), args=[base, *_]):
            return is_environ(world, module, base)
        case ast.Dict(keys=keys, values=values):
            return any(k is None and is_environ(world, module, v) for k, v in zip(keys, values, strict=True))
    return is_environ(world, module, node)


def _holds_or_is(world: World, module: Module, node: ast.expr) -> bool:
    return is_environ(world, module, node) or _holds_copy(world, module, node)


def _holds_copy(world: World, module: Module, node: ast.expr) -> bool:
    """Whether a name, a parameter by its default, or an attribute of ``self`` is the environment or a copy of it."""
    if isinstance(node, ast.Attribute):
        return any(_is_copy(world, module, value) for value in _kept_in_object(module, node))
    scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    bound = scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    if len(bound) == 1 and bound[0].kind is Kind.PARAMETER:
        default = _default(bound[0].scope.node, bound[0].name)
        return default is not None and _is_copy(world, module, default)
    held = [binding.value for binding in bound if binding.kind is Kind.ASSIGN]
    return len(bound) == len(held) == 1 and held[0] is not None and _is_copy(world, module, held[0])


def _default(function: ast.AST, name: str) -> ast.expr | None:
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return None
    placed = [*function.args.posonlyargs, *function.args.args]
    pairs = [
        *zip(reversed(placed), reversed(function.args.defaults), strict=False),
        *zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True),
    ]
    return next((default for parameter, default in pairs if parameter.arg == name), None)


def _kept_in_object(module: Module, node: ast.Attribute) -> list[ast.expr]:
    """What the class around ``self.x`` gives to ``x``, where it does so once."""
    owner = enclosing_class(module, node.value) if isinstance(node.value, ast.Name) else None
    if owner is None or not isinstance(node.value, ast.Name) or node.value.id not in ("self", "cls", owner.name):
        return []
    found: list[ast.expr] = []
    for part in ast.walk(owner):
        match part:
            case ast.Assign(
                targets=[ast.Name(id=name) | ast.Attribute(value=ast.Name(id="self"), attr=name)], value=value
            ):
                found += [value] if name == node.attr else []
    return found if len(found) == 1 else []
