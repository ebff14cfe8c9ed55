"""A method that only hands its arguments to ``super()`` into whether it can go: its class then inherits just that."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.registers import registers
from legacy_codemod.index.family import descendants, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import member, target
from legacy_codemod.index.symbols import Symbol, bindings, class_node, definition, qualified
from legacy_codemod.index.world import World

Function = ast.FunctionDef | ast.AsyncFunctionDef


def inherited_methods(world: World, earlier: Module, module: Module) -> Iterator[tuple[str, Function]]:
    """Methods that do no more than what they override, and did more where the item began."""
    before = dict(_methods(earlier))
    for name, node in _methods(module):
        was = before.get(name)
        if was is not None and _handed(was) is None and (call := _handed(node)) and _is_same(world, module, node, call):
            yield name, node


def takes_over(before: Alive, now: World, symbol: Symbol) -> bool:
    """Whether a class that had a method of its own, somebody's entry, inherits this one instead."""
    overrides = (
        [derived.member(symbol.last) for derived in descendants(now, owner_of(symbol))] if "." in symbol.name else []
    )
    gone = (s for s in overrides if bindings(before.world, s) and not bindings(now, s))
    return any(not before.is_needed(override) for override in gone)


def _methods(module: Module) -> Iterator[tuple[str, Function]]:
    for owner in module.classes:
        functions = [n for n in owner.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
        for node in functions:
            if [n.name for n in functions].count(node.name) == 1:
                yield qualified(module, node), node


def _handed(node: Function) -> ast.Call | None:
    """The call of ``super()`` that is all of the body, where it gives what that gives."""
    body = [s for s in node.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
    match body:
        case [ast.Return(value=ast.expr() as value)]:
            pass
        case [ast.Expr(value=value)] if node.name == "__init__":
            pass
        case _:
            return None
    if isinstance(node, ast.AsyncFunctionDef):
        value = value.value if isinstance(value, ast.Await) else ast.Constant(None)
    match value:
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super"), args=[]), attr=name)):
            return value if name == node.name else None
    return None


def _is_same(world: World, module: Module, node: Function, call: ast.Call) -> bool:
    """Whether the method takes what it overrides takes and hands all of it on."""
    owner = module.scopes.parents[node]
    if not isinstance(owner, ast.ClassDef) or node.decorator_list or owner.decorator_list or not _hands_on(node, call):
        return False
    if node.name.startswith("__") and node.name.endswith("__") and node.name != "__init__":
        return False  # Python looks for these on the class itself: to define one may say more than it does
    return _takes_the_same(world, module, owner, node)


def _hands_on(node: Function, call: ast.Call) -> bool:
    """Whether each parameter stands in the call in its own place or under its own name."""
    arguments = node.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)][1:]
    rest = [f"*{arguments.vararg.arg}"] if arguments.vararg else []
    named = [a.arg for a in arguments.kwonlyargs] + ([f"**{arguments.kwarg.arg}"] if arguments.kwarg else [])
    given = [ast.unparse(a) for a in call.args]
    by_name = [f"**{ast.unparse(k.value)}" if k.arg is None else k.arg for k in call.keywords]
    renamed = any(k.arg is not None and ast.unparse(k.value) != k.arg for k in call.keywords)
    placed = len(names) if rest else len(given)
    return not renamed and given == names[:placed] + rest and sorted(by_name) == sorted([*names[placed:], *named])


def _takes_the_same(world: World, module: Module, owner: ast.ClassDef, node: Function) -> bool:
    bases = [target(world, module, b.value if isinstance(b, ast.Subscript) else b) for b in owner.bases]
    found = [_overridden(world, base, node.name) for base in bases]
    if all(f is None for f in found) and len(bases) == 1 and node.name == "__init__":
        return _is_open(node.args)  # a class of another distribution: what takes anything takes what that takes
    nodes = [f for f in found if f is not None]
    if not nodes or not all(isinstance(b, Symbol) and class_node(world, b) for b in bases):
        return False
    if registers(world, Symbol(module.path, qualified(module, owner))):
        return False
    return all(
        type(other) is type(node)
        and not other.decorator_list
        and (_is_open(node.args) or _signature(other.args) == _signature(node.args))
        for other in nodes
    )


def _overridden(world: World, base: object, name: str) -> Function | None:
    found = member(world, base, name) if isinstance(base, Symbol) else None
    node = definition(world, found) if isinstance(found, Symbol) else None
    return node if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else None


def _is_open(arguments: ast.arguments) -> bool:
    """``(self, *args, **kwargs)``."""
    first = [*arguments.posonlyargs, *arguments.args]
    return len(first) == 1 and not arguments.kwonlyargs and bool(arguments.vararg and arguments.kwarg)


def _signature(arguments: ast.arguments) -> object:
    """What calls may pass, and what stands for what they do not."""
    return (
        [a.arg for a in arguments.posonlyargs],
        [a.arg for a in arguments.args],
        [a.arg for a in arguments.kwonlyargs],
        bool(arguments.vararg),
        bool(arguments.kwarg),
        [_default(d) for d in (*arguments.defaults, *arguments.kw_defaults)],
    )


def _default(node: ast.expr | None) -> object:
    """A constant by its value; anything else is like nothing but itself."""
    match node:
        case None:
            return None
        case ast.Constant(value=value):
            return type(value), value
    return node
