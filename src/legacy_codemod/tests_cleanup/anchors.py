"""A setting into the piece of syntax that it can be dropped with."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup.functions import Function, owner_class

_ENTERS = frozenset({"enter_context", "enterContext", "enterClassContext", "enterModuleContext", "addCleanup"})
Block = ast.With | ast.AsyncWith


@dataclass(frozen=True, eq=False, slots=True)
class Statement:
    """``monkeypatch.setenv(…)`` or an assignment; ``name`` (``m``, ``self.m``) keeps the patcher or its mock."""

    node: ast.stmt
    name: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Decorator:
    """``@patch(…)`` of ``owner``."""

    node: ast.expr
    owner: Function | ast.ClassDef


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """``patch(…) as name`` of a ``with``."""

    node: ast.withitem
    block: Block
    name: str = ""


Anchor = Statement | Decorator | Item


def anchor(module: Module, node: ast.AST) -> Anchor | None:
    """Where ``node`` stands; ``None`` inside a larger expression."""
    if isinstance(node, ast.stmt):
        return Statement(node)
    outer = _whole_call(module, node)
    parent = module.scopes.parents[outer]
    match parent:
        case ast.Expr():
            return Statement(parent)
        case ast.Assign(targets=[stored]) if name := _stored(stored):
            return Statement(parent, name)
        case ast.withitem(optional_vars=stored):
            block = module.scopes.parents[parent]
            name = _stored(stored) if stored else ""
            if isinstance(block, (ast.With, ast.AsyncWith)) and (stored is None or name):
                return Item(parent, block, name)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if isinstance(outer, ast.expr):
            return Decorator(outer, parent) if outer in parent.decorator_list else None
    return None


def _whole_call(module: Module, node: ast.AST) -> ast.AST:
    """``stack.enter_context(patch(…))`` and ``patch(…).start()`` of the call inside."""
    while True:
        parent = module.scopes.parents[node]
        starts = isinstance(parent, ast.Attribute) and parent.attr == "start"
        called = isinstance(parent, ast.Call) and parent.func is node and isinstance(node, ast.Attribute)
        enters = isinstance(parent, ast.Call) and node in parent.args and getattr(parent.func, "attr", "") in _ENTERS
        if not (starts or called or enters):
            return node
        node = parent


def _stored(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
            return f"self.{name}"
        case ast.Tuple(elts=[stored, ast.Name(id="_" | "__" | "created" | "_created")]):  # Django's `get_or_create`
            return _stored(stored)
    return ""


def followers(module: Module, inside: ast.AST, name: str) -> list[ast.stmt] | None:
    """Statements that only concern the mock or patcher ``name``; ``None`` where something else uses it too."""
    found: list[ast.stmt] = []
    for load in loads(module, inside, name):
        statement = next((o for o in module.scopes.ancestors(load) if isinstance(o, ast.stmt)), None)
        if statement is None or not _only_about(statement, name):
            return None
        found.append(statement)
    return list(dict.fromkeys(found))


def loads(module: Module, inside: ast.AST, name: str) -> Iterator[ast.AST]:
    """Where the mock, patcher or record ``name`` is used."""
    if name.startswith("self."):
        owner = owner_class(module, inside)
        for node in module.attributes.get(name.removeprefix("self."), ()):
            if isinstance(node.ctx, ast.Load) and _stored(node) == name and owner_class(module, node) is owner:
                yield node
        return
    scope = module.scopes.of_node.get(inside) or module.scopes.enclosing(inside)
    yield from scope.loads.get(name, ())


def _only_about(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=func)) | ast.Assign(targets=[ast.Attribute() as func]):
            return root(func) == name or _registers(statement, name)
        case ast.Assert():
            plain = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
            return plain <= {name.split(".")[0]}
    return False


def _registers(statement: ast.stmt, name: str) -> bool:
    """``self.addCleanup(self.patcher.stop)``."""
    call = getattr(statement, "value", None)
    return isinstance(call, ast.Call) and [root(a) for a in call.args] == [name]


def root(node: ast.expr) -> str:
    """``m`` of ``m.a.b(…)``."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        if name := _stored(node):
            return name
        node = node.func if isinstance(node, ast.Call) else node.value
    return _stored(node)
