"""``unittest.mock``'s ``patch``, ``patch.object``, ``patch.dict`` and pytest-mock's ``mocker`` into settings.

https://docs.python.org/3/library/unittest.mock.html#the-patchers
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms import environ, monkeypatch
from legacy_codemod.tests_cleanup.forms.setting import (
    Given,
    Named,
    Setting,
    argument,
    by_path,
    dotted,
    of_object,
    text_of,
)


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """What a patcher sets."""
    if not isinstance(node, ast.Call):
        return
    match patcher(world, module, node):
        case "patch" if path := text_of(argument(node, 0, "target")):
            yield from _named(module, node, by_path(world, path), 1)
        case "object" if name := text_of(argument(node, 1, "attribute")):
            yield from _named(module, node, of_object(world, module, node.args[0], name), 2)
        case "dict" if node.args and environ.is_environ(world, module, node.args[0]):
            yield from environ.entries(node, argument(node, 1, "values"))


def patcher(world: World, module: Module, call: ast.Call) -> str:
    """``patch``, ``object`` or ``dict`` for a call of one of the patchers; else empty."""
    known = dotted(world, module, call.func)
    if known.startswith(("unittest.mock.patch", "mock.patch")):
        return known.rpartition(".")[2]
    match call.func:
        case ast.Attribute(value=ast.Name(id="mocker"), attr="patch"):
            return "patch"
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="mocker"), attr="patch"), attr=kind):
            return kind
    return ""


def injects(world: World, module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator hands its mock to the test as one more argument."""
    if not isinstance(decorator, ast.Call):
        return False
    kind = patcher(world, module, decorator)
    position = {"patch": 1, "object": 2}.get(kind)
    return position is not None and argument(decorator, position, "new") is None


def _named(module: Module, call: ast.Call, found: Symbol | str | None, position: int) -> Iterator[Setting]:
    if found is None:
        return
    new, returned = argument(call, position, "new"), argument(call, len(call.args), "return_value")
    given: tuple[Given, ast.expr | None] = (Given.MOCK, None)
    if new is not None:
        given = monkeypatch.given(new)
    elif returned is not None:
        given = (Given.RETURNS, returned)
    elif (later := _returned_later(module, call)) is not None:
        given = (Given.RETURNS, later)
    yield Setting(call, Named(found), *given)


def _returned_later(module: Module, call: ast.Call) -> ast.expr | None:
    """``v`` of ``with patch(…) as m: m.return_value = v``."""
    item = module.scopes.parents.get(call)
    if not isinstance(item, ast.withitem) or not isinstance(item.optional_vars, ast.Name):
        return None
    name = item.optional_vars.id
    for node in module.attributes.get("return_value", ()):
        statement = module.scopes.parents[node]
        if not isinstance(node.value, ast.Name) or node.value.id != name or not isinstance(statement, ast.Assign):
            continue
        if module.scopes.at_name[node.value] is module.scopes.enclosing(call):
            return statement.value
    return None
