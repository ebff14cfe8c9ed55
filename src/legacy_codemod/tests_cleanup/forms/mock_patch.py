"""``unittest.mock``'s ``patch``, ``patch.object``, ``patch.dict`` and pytest-mock's ``mocker`` into settings.

https://docs.python.org/3/library/unittest.mock.html#the-patchers
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.anchors import Decorator, Item, anchor, held, loads, root
from legacy_codemod.tests_cleanup.forms import environ, monkeypatch
from legacy_codemod.tests_cleanup.forms.setting import (
    Given,
    Named,
    Setting,
    argument,
    dotted,
    set_by_path,
    set_on_object,
    text_of,
)
from legacy_codemod.tests_cleanup.functions import Function, owner_class
from legacy_codemod.tests_cleanup.marks import checked_between, statement_of

Owner = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_BY_PLACE = frozenset({"data", "idata", "file_data", "expand"})  # ddt's and parameterized's rows, given by place
Said = tuple[Given, ast.expr | None]  # how the mock gives a value, and which


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """What a patcher sets."""
    if not isinstance(node, ast.Call):
        return
    match patcher(world, module, node):
        case "patch" if node.args and environ.is_environ(world, module, node.args[0]):
            yield from environ.entries(node, argument(node, 1, "new"))
        case "patch" if path := text_of(argument(node, 0, "target")):
            yield from _named(world, module, node, set_by_path(world, path))
        case "object" if name := text_of(argument(node, 1, "attribute")):
            yield from _named(world, module, node, set_on_object(world, module, node.args[0], name))
        case "dict" if node.args and environ.is_environ(world, module, node.args[0]):
            yield from environ.entries(node, argument(node, 1, "values"))


def patcher(world: World, module: Module, call: ast.Call) -> str:
    """``patch``, ``object`` or ``dict`` for a call of one of the patchers; else empty."""
    known = dotted(world, module, call.func)
    if known.startswith(("unittest.mock.patch", "mock.patch")):
        return known.rpartition(".")[2]
    match call.func:
        case ast.Attribute(value=ast.Name(id=fixture), attr="patch") if fixture.endswith("mocker"):
            return "patch"
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id=fixture), attr="patch"), attr=kind):
            return kind if fixture.endswith("mocker") else ""
    return ""


def injects(world: World, module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator hands its mock to the test as one more argument."""
    if not isinstance(decorator, ast.Call):
        return False
    kind = patcher(world, module, decorator)
    position = {"patch": 1, "object": 2}.get(kind)
    return position is not None and argument(decorator, position, "new") is None


def injected(world: World, module: Module, function: Function, decorator: ast.expr) -> ast.arg | None:
    """The parameter that a patcher fills: the lowest decorator fills the first, behind what rows give by place."""
    below = function.decorator_list[function.decorator_list.index(decorator) + 1 :]
    position = sum(injects(world, module, d) for d in below)
    arguments = [*function.args.posonlyargs, *function.args.args]
    first = _first(world, module, function, len(arguments))
    if first is None or not injects(world, module, decorator) or first + position >= len(arguments):
        return None
    return arguments[first + position]


def _first(world: World, module: Module, function: Function, count: int) -> int | None:
    """The index of the first parameter that a patcher fills; ``None`` where rows may be of any width."""
    owner = owner_class(module, function)
    if not _has_rows(function):
        return int(owner is not None)
    on_class = owner is not None and any(injects(world, module, d) for d in owner.decorator_list)
    if on_class or function.args.vararg or function.args.defaults:
        return None
    return count - sum(injects(world, module, d) for d in function.decorator_list)


def filled(world: World, module: Module, owner: Owner, decorator: ast.expr) -> list[tuple[Function, ast.arg]] | None:
    """The parameters that a patcher fills: of a test, or of every test of a class, after those of the test's own.

    ``None`` where one is filled that cannot be told.
    """
    if not injects(world, module, decorator):
        return []
    if not isinstance(owner, ast.ClassDef):
        if parameter := injected(world, module, owner, decorator):
            return [(owner, parameter)]
        return [] if owner.args.vararg and not _has_rows(owner) else None
    below = sum(injects(world, module, d) for d in owner.decorator_list[owner.decorator_list.index(decorator) + 1 :])
    found = []
    for test in owner.body:
        if isinstance(test, (ast.FunctionDef, ast.AsyncFunctionDef)) and test.name.startswith("test"):
            if _has_rows(test):
                return None
            own = sum(injects(world, module, d) for d in test.decorator_list)
            arguments = [*test.args.posonlyargs, *test.args.args]
            found += [(test, a) for a in arguments[1 + own + below :][:1]]
    return found


def _has_rows(function: Function) -> bool:
    """Whether rows fill the first parameters by their place."""
    return any(isinstance(d, ast.Call) and last_name(d.func) in _BY_PLACE for d in function.decorator_list)


def _named(world: World, module: Module, call: ast.Call, what: Named | None) -> Iterator[Setting]:
    if what is None:
        return
    first = _at_once(world, module, call)
    later = list(_later(world, module, call))
    if first is None and later and not checked_between(module, _begins(module, call), later[0][0]):
        first = later.pop(0)[1]
    yield Setting(call, what, *(first or (Given.MOCK, None)))
    yield from (Setting(place, what, *said) for place, said in later)


def _at_once(world: World, module: Module, call: ast.Call) -> Said | None:
    """What the call itself says of its mock."""
    position = {"patch": 1, "object": 2}[patcher(world, module, call)]
    new = argument(call, position, "new")
    if new is not None:
        return monkeypatch.given(new)
    for name in ("return_value", "side_effect"):
        if (value := argument(call, len(call.args), name)) is not None:
            return _said(name, value)
    return None


def _said(name: str, value: ast.expr) -> Said:
    if name == "return_value":
        return Given.RETURNS, value
    return Given.RETURNS, value.body if isinstance(value, ast.Lambda) else None


def _begins(module: Module, call: ast.Call) -> ast.AST:
    """The first statement that runs under the mock."""
    match anchor(module, call):
        case Item(_, block):
            return block.body[0]
        case Decorator(_, owner):
            return owner.body[0]
    return call


def _later(world: World, module: Module, call: ast.Call) -> Iterator[tuple[ast.AST, Said]]:
    """``m.return_value = v`` of the mock that the call makes, however it is named."""
    kept = held(module, call)
    match anchor(module, call):
        case Decorator(node, ast.FunctionDef() | ast.AsyncFunctionDef() as owner):
            parameter = injected(world, module, owner, node)
            kept = [(owner, parameter.arg)] if parameter else []
    for place, name in kept:
        for load in loads(module, place, name):
            match statement_of(module, load):
                case (
                    ast.Assign(
                        targets=[ast.Attribute(value=base, attr="return_value" | "side_effect" as attr)], value=value
                    ) as statement
                ) if root(base) == name:
                    yield statement, _said(attr, value)
