"""pytest's ``monkeypatch.setenv``, ``delenv``, ``setattr``, ``setitem``, ``delitem`` into settings.

https://docs.pytest.org/en/stable/how-to/monkeypatch.html; ``setenv`` and ``delenv`` are nobody else's names, so the
receiver may be a fixture that hands its ``monkeypatch`` on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.environ import entries, is_environ
from legacy_codemod.tests_cleanup.forms.setting import (
    EnvVar,
    Given,
    Setting,
    argument,
    method_name,
    set_by_path,
    set_on_object,
    text_of,
)


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """What a call of one of its methods sets."""
    if not isinstance(node, ast.Call):
        return
    match method_name(node):
        case "setenv" | "delenv" as verb if name := text_of(argument(node, 0, "name")):
            value = argument(node, 1, "value") if verb == "setenv" else None
            yield Setting(node, EnvVar(name), Given.UNSET if value is None else Given.VALUE, value)
        case "setitem" | "delitem" as verb if node.args and is_environ(world, module, node.args[0]):
            if name := text_of(argument(node, 1, "name")):
                value = argument(node, 2, "value") if verb == "setitem" else None
                yield Setting(node, EnvVar(name), Given.UNSET if value is None else Given.VALUE, value)
        case "setattr" if is_environ(world, module, _replaced(node)):
            yield from entries(node, node.args[-1])
        case "setattr":
            yield from _attribute(world, module, node)


def _replaced(call: ast.Call) -> ast.expr:
    """What ``setattr`` gives a new value, as an expression."""
    match call.args:
        case [owner, ast.Constant(value=str(name)), _]:
            return ast.Attribute(owner, name, ast.Load())
        case [path, _]:
            return path
    return call


def _attribute(world: World, module: Module, call: ast.Call) -> Iterator[Setting]:
    match call.args:
        case [ast.Constant(value=str(path)), value]:
            found = set_by_path(world, path)
        case [owner, ast.Constant(value=str(name)), value]:
            found = set_on_object(world, module, owner, name)
        case _:
            return
    if found is not None:
        yield Setting(call, found, *given(value))


def given(value: ast.expr) -> tuple[Given, ast.expr | None]:
    """What a new attribute gives: the value itself, or what a lambda or mock returns."""
    match value:
        case ast.Lambda(body=body):
            return Given.RETURNS, body
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name.endswith("Mock"):
            returned = argument(value, len(value.args), "return_value")
            return (Given.MOCK, None) if returned is None else (Given.RETURNS, returned)
    return Given.VALUE, value
