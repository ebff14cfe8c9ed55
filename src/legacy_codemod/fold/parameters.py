"""``f(x, fast=FLAG)`` → what ``fast`` is inside ``f``, where every call of the repository passes the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legacy_codemod.fold.fields import field_names, given_value
from legacy_codemod.fold.outcome import is_refillable
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.callers import Callee, Caller, argument, callers, defaults, has_subclass
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import OPAQUE, Known, Value, because, literal, settled

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def parameter_value(ask: Evaluator, module: Module, scope: Scope, name: str) -> Value:
    """The one value that every call passes for a parameter; unknown where anything may call with another."""
    function = scope.node
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or len(scope.bindings[name]) != 1:
        return OPAQUE
    if function in ask.busy:
        ask.cut += 1
        return OPAQUE
    callee = Callee(module, function)
    if not _is_plain(ask, callee, name):
        return OPAQUE
    if (function, name) in ask.passed:
        return ask.passed[function, name]
    cut = ask.cut
    ask.busy.add(function)
    try:
        answer = _by_every_call(ask, callee, name)
    finally:
        ask.busy.discard(function)
    if cut == ask.cut:
        ask.passed[function, name] = answer
    return answer


def _by_every_call(ask: Evaluator, callee: Callee, name: str) -> Value:
    passed: list[Value] = []
    for caller in callers(ask.world, callee):
        passed.append(_passed(ask, caller, callee, name))
        if not isinstance(passed[-1], Known) or is_refillable(passed[-1]) or not _is_same(passed[-1], passed[0]):
            return OPAQUE
    return _agreed(passed, name)


def _is_plain(ask: Evaluator, callee: Callee, name: str) -> bool:
    """Whether calls reach the function under its own name only: no decorator, no override, no base that calls it."""
    function = callee.function
    named = [*callee.positional, *(a.arg for a in function.args.kwonlyargs)]
    if function.decorator_list or name not in named:
        return False
    owner = callee.module.scopes.parents[function]
    if not isinstance(owner, ast.ClassDef):
        return isinstance(owner, ast.Module)
    dunder = function.name.startswith("__") and function.name != "__init__"
    if dunder or owner.bases or owner.decorator_list or name == named[0]:
        return False
    return not has_subclass(ask.world, Symbol(callee.module.path, symbols.qualified(callee.module, owner)))


def _passed(ask: Evaluator, caller: Caller | None, callee: Callee, name: str) -> Value:
    if caller is None:
        return OPAQUE
    given = argument(callee, caller.call, name)
    if given is None:
        return _default(ask, callee, name)
    node = given.value if isinstance(given, ast.keyword) else given
    plain = isinstance(node, ast.Constant) or node in ask.hot(caller.module).nodes
    return ask.value(caller.module, node) if plain else OPAQUE


def _agreed(passed: list[Value], name: str) -> Value:
    known = [value for value in passed if isinstance(value, Known)]
    why = next((value.why for value in known if settled(value)), ())
    if not why or len(known) != len(passed):
        return OPAQUE
    held = known[0].value
    return because(Known(held, why), f"every call passes {literal(held) or 'the same'} for {name}")


def _is_same(one: Known, other: Value) -> bool:
    return isinstance(other, Known) and type(one.value) is type(other.value) and one.value == other.value


def _default(ask: Evaluator, callee: Callee, name: str) -> Value:
    held = defaults(callee.function.args)
    return ask.value(callee.module, held[name]) if name in held else OPAQUE


def settled_parameters(ask: Evaluator, module: Module) -> Iterator[tuple[str, str]]:
    """Parameters, by file and name, that hot calls of ``module`` settle wherever the function stands."""
    nodes = ask.hot(module).nodes
    for function in module.functions:
        yield from _settled_by_default(ask, module, function)
    for call in module.nodes:
        if not isinstance(call, ast.Call) or call not in nodes:
            continue
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        if any(node in nodes for node in given):
            yield from _settled_by(ask, module, call)


def _settled_by_default(
    ask: Evaluator, module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[tuple[str, str]]:
    """``def f(fast=FLAG)``, which no call gives another value."""
    nodes = ask.hot(module).nodes
    for name, default in defaults(node.args).items():
        if default in nodes and settled(parameter_value(ask, module, module.scopes.of_node[node], name)):
            yield module.path, name


def _settled_by(ask: Evaluator, module: Module, call: ast.Call) -> Iterator[tuple[str, str]]:
    found = resolve.target(ask.world, module, call.func)
    node = symbols.definition(ask.world, found) if isinstance(found, Symbol) else None
    if isinstance(found, Symbol) and isinstance(node, ast.ClassDef):
        for name in field_names(node):
            if settled(given_value(ask, found.member(name))):
                yield found.path, name
        node = symbols.definition(ask.world, found.member("__init__"))
    other = ask.world.module(found.path) if isinstance(found, Symbol) else None
    if other is None or not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return
    scope, callee, nodes = other.scopes.of_node[node], Callee(other, node), ask.hot(module).nodes
    for parameter in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
        given = argument(callee, call, parameter.arg)
        passed = given.value if isinstance(given, ast.keyword) else given
        if passed in nodes and settled(parameter_value(ask, other, scope, parameter.arg)):
            yield other.path, parameter.arg
