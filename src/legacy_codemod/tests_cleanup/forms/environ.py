"""``os.environ["X"] = v``, ``del``, ``pop``, ``update``, ``setdefault`` into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import EnvVar, Given, Setting, dotted, method_name, text_of


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """The variables that ``node`` sets."""
    match node:
        case ast.Assign(targets=[ast.Subscript(value=base, slice=key)], value=value) if is_environ(world, module, base):
            yield from _one(node, key, value)
        case ast.Delete(targets=[ast.Subscript(value=base, slice=key)]) if is_environ(world, module, base):
            yield from _one(node, key, None)
        case ast.Call(func=ast.Attribute(value=base), args=args) if is_environ(world, module, base):
            match method_name(node), args:
                case "pop", [key, *_]:
                    yield from _one(node, key, None)
                case "setdefault", [key, value]:
                    yield from _one(node, key, value)
                case "update", _:
                    yield from entries(node, args[0] if args else None)
        case ast.Call(args=[key, value]) if dotted(world, module, node.func) == "os.putenv":
            yield from _one(node, key, value)


def is_environ(world: World, module: Module, node: ast.expr) -> bool:
    """Whether ``node`` is ``os.environ``, or its dotted name in a string."""
    return text_of(node) == "os.environ" or dotted(world, module, node) == "os.environ"


def _one(node: ast.AST, key: ast.expr, value: ast.expr | None) -> Iterator[Setting]:
    if name := text_of(key):
        yield Setting(node, EnvVar(name), Given.UNSET if value is None else Given.VALUE, value)


def entries(call: ast.Call, display: ast.expr | None) -> Iterator[Setting]:
    """Each entry of a dict display and each keyword that ``call`` sets variables by."""
    if isinstance(display, ast.Dict):
        for key, value in zip(display.keys, display.values, strict=True):
            if name := text_of(key):
                yield Setting(call, EnvVar(name), Given.VALUE, value, key)
    for keyword in call.keywords:
        if keyword.arg and keyword.arg not in ("clear", "values", "in_dict"):
            yield Setting(call, EnvVar(keyword.arg), Given.VALUE, keyword.value, keyword)
