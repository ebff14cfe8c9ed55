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
    """``stack.enter_context(patch(…))``, ``patch(…).start()`` and ``addCleanup(lambda: …)`` of the call inside."""
    while True:
        parent = module.scopes.parents[node]
        starts = isinstance(parent, ast.Attribute) and parent.attr in ("start", "save")
        deferred = isinstance(parent, ast.Lambda) and parent.body is node
        called = isinstance(parent, ast.Call) and parent.func is node and isinstance(node, ast.Attribute)
        enters = isinstance(parent, ast.Call) and node in parent.args and getattr(parent.func, "attr", "") in _ENTERS
        if not (starts or called or enters or deferred):
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


def held(module: Module, node: ast.AST) -> list[tuple[ast.AST, str]]:
    """The names that keep what ``node`` makes, each with where it is bound: ``p`` and ``m`` of ``m = p.start()``."""
    match anchor(module, node):
        case Statement(statement, name) if name:
            return _aliases(module, statement, name)
        case Item(_, block, name) if name:
            return [(block, name)]
    return []


def _aliases(module: Module, inside: ast.AST, name: str) -> list[tuple[ast.AST, str]]:
    found = [(inside, name)]
    for place, known in found:
        for statement in (_statement(module, load) for load in loads(module, place, known)):
            alias = _started(statement, known)
            if alias and alias not in [other for _, other in found]:
                found.append((statement, alias))
    return found


def _statement(module: Module, node: ast.AST) -> ast.stmt:
    return next(o for o in module.scopes.ancestors(node) if isinstance(o, ast.stmt))


def _started(statement: ast.stmt, name: str) -> str:
    """``m`` of ``m = name.start()``."""
    match statement:
        case ast.Assign(targets=[stored], value=ast.Call(func=ast.Attribute(attr="start" | "__enter__") as func)):
            return _stored(stored) if root(func) == name else ""
    return ""


def followers(module: Module, inside: ast.AST, name: str) -> list[ast.stmt] | None:
    """Statements that only concern the mock, patcher or record ``name``; ``None`` where something else uses it too."""
    found: list[ast.stmt] = []
    for place, known in _aliases(module, inside, name):
        for load in loads(module, place, known):
            statement = _statement(module, load)
            if not (_started(statement, known) or _only_about(statement, known)):
                return None
            found.append(statement)
    return list(dict.fromkeys(found))


def loads(module: Module, inside: ast.AST, name: str) -> Iterator[ast.AST]:
    """Where the mock, patcher or record ``name`` is used, in classes that derive from its own too."""
    if name.startswith("self."):
        owners = _derived(module, owner_class(module, inside))
        for node in module.attributes.get(name.removeprefix("self."), ()):
            if isinstance(node.ctx, ast.Load) and _stored(node) == name and owner_class(module, node) in owners:
                yield node
        return
    scope = module.scopes.of_node.get(inside) or module.scopes.enclosing(inside)
    yield from scope.loads.get(name, ())


def _derived(module: Module, owner: ast.ClassDef | None) -> list[ast.ClassDef | None]:
    """A class and those of its file that derive from it."""
    found = [owner]
    for node in module.classes:
        bases = {b.id for b in node.bases if isinstance(b, ast.Name)}
        if bases & {o.name for o in found if o}:
            found.append(node)
    return found


def _only_about(statement: ast.stmt, name: str) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=func)) | ast.Assign(targets=[ast.Attribute() as func]):
            return root(func) == name or _registers(statement, name)
        case ast.Assert():
            plain = [n for n in ast.walk(statement) if isinstance(n, ast.Name)]
            stored = [n for n in ast.walk(statement) if isinstance(n, (ast.Name, ast.Attribute)) and _stored(n) == name]
            return len(plain) == len(stored)
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
