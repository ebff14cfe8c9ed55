"""``f(x, fast=FLAG)`` → what ``fast`` is inside ``f``, where every call of the repository passes the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legacy_codemod.fold.flags import is_property
from legacy_codemod.index import resolve
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.scopes import Scope
from legacy_codemod.index.uses import How, Use, uses
from legacy_codemod.truth import OPAQUE, Known, Value, because, literal, settled

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

Function = ast.FunctionDef | ast.AsyncFunctionDef


def parameter_value(ask: Evaluator, module: Module, scope: Scope, name: str) -> Value:
    """The one value that every call passes for a parameter; unknown where anything may call with another."""
    function = scope.node
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or len(scope.bindings[name]) != 1:
        return OPAQUE
    if function in ask.busy:
        ask.cut += 1
        return OPAQUE
    if not _is_plain(ask, module, function, name):
        return OPAQUE
    ask.busy.add(function)
    try:
        return _agreed([_passed(ask, call, (module, function), name) for call in _calls(ask, module, function)], name)
    finally:
        ask.busy.discard(function)


def _agreed(passed: list[Value], name: str) -> Value:
    if not passed or not all(isinstance(value, Known) for value in passed):
        return OPAQUE
    first = passed[0]
    same = all(
        isinstance(v, Known) and isinstance(first, Known) and type(v.value) is type(first.value) and v.value == first.value
        for v in passed
    )
    why = next((value.why for value in passed if settled(value)), ())
    if not same or not why or not isinstance(first, Known):
        return OPAQUE
    return because(Known(first.value, why), f"every call passes {literal(first.value) or 'the same'} for {name}")


def _is_plain(ask: Evaluator, module: Module, function: Function, name: str) -> bool:
    """Whether calls reach the function under its own name only: no decorator, no override, no base that calls it."""
    arguments = function.args
    named = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    if function.decorator_list or is_property(function) or name not in named:
        return False
    owner = module.scopes.parents[function]
    if not isinstance(owner, ast.ClassDef):
        return isinstance(owner, ast.Module)
    if named and name == named[0]:
        return False
    dunder = function.name.startswith("__") and function.name != "__init__"
    return not dunder and not owner.bases and not owner.decorator_list and not _has_subclass(ask, module, owner)


def _has_subclass(ask: Evaluator, module: Module, owner: ast.ClassDef) -> bool:
    symbol = Symbol(module.path, resolve.qualified(module, owner))
    return any(
        isinstance(use.module.scopes.parents.get(use.node), ast.ClassDef)
        for use in uses(ask.world, symbol)
        if use.node is not None and use.module is not None
    )


def _calls(ask: Evaluator, module: Module, function: Function) -> list[Use | None]:
    """Every call; ``None`` for a use that is no call, behind which anything may stand."""
    symbol = Symbol(module.path, resolve.qualified(module, function))
    if function.name == "__init__":
        symbol = Symbol(symbol.path, symbol.name.rpartition(".")[0])
    return [
        use if _call_of(use) is not None else None
        for use in uses(ask.world, symbol)
        if use.how not in (How.IMPORT, How.EXPORT) and not _is_annotation(use)
    ]


def _call_of(use: Use) -> ast.Call | None:
    parent = use.module.scopes.parents.get(use.node) if use.module and use.node else None
    if not isinstance(parent, ast.Call) or parent.func is not use.node:
        return None
    starred = any(isinstance(a, ast.Starred) for a in parent.args) or any(k.arg is None for k in parent.keywords)
    return None if starred else parent


def _is_annotation(use: Use) -> bool:
    if use.module is None or use.node is None:
        return False
    chain = [use.node, *use.module.scopes.ancestors(use.node)]
    for node, outer in zip(chain, chain[1:], strict=False):
        if isinstance(outer, (ast.arg, ast.AnnAssign)) and outer.annotation is node:
            return True
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)) and outer.returns is node:
            return True
    return False


def _passed(ask: Evaluator, use: Use | None, callee: tuple[Module, Function], name: str) -> Value:
    call = _call_of(use) if use is not None else None
    if use is None or use.module is None or call is None:
        return OPAQUE
    node = _argument(callee, call, name)
    return ask.value(use.module, node) if node is not None else _default(ask, callee, name)


def _argument(callee: tuple[Module, Function], call: ast.Call, name: str) -> ast.expr | None:
    module, function = callee
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
    if name not in names:
        return None
    position = names.index(name) - isinstance(module.scopes.parents[function], ast.ClassDef)
    return call.args[position] if position < len(call.args) else None


def _default(ask: Evaluator, callee: tuple[Module, Function], name: str) -> Value:
    module, function = callee
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = dict(zip([a.arg for a in positional][::-1], arguments.defaults[::-1], strict=False))
    defaults |= {a.arg: d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if d is not None}
    return ask.value(module, defaults[name]) if name in defaults else OPAQUE


def settled_parameters(ask: Evaluator, module: Module) -> Iterator[tuple[str, str]]:
    """Parameters, by file and name, that hot calls of ``module`` settle wherever the function stands."""
    nodes = ask.hot(module).nodes
    for call in module.nodes:
        if isinstance(call, ast.Call) and call in nodes and any(_part(a) in nodes for a in (*call.args, *call.keywords)):
            yield from _settled_by(ask, module, call)


def _part(argument: ast.expr | ast.keyword) -> ast.expr:
    return argument.value if isinstance(argument, ast.keyword) else argument


def _settled_by(ask: Evaluator, module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    found = resolve.target(ask.world, module, call.func)
    node = resolve.definition(ask.world, found) if isinstance(found, Symbol) else None
    if isinstance(found, Symbol) and isinstance(node, ast.ClassDef):
        node = resolve.definition(ask.world, found.member("__init__"))
    other = ask.world.module(found.path) if isinstance(found, Symbol) else None
    if other is None or not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return
    scope = other.scopes.of_node[node]
    for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
        if settled(parameter_value(ask, other, scope, argument.arg)):
            yield other.path, argument.arg
