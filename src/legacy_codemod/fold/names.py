"""Names and attributes into the values their one live binding gives them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from legacy_codemod.fold.assigned import assigned
from legacy_codemod.fold.bound import is_bound_at, is_bound_by
from legacy_codemod.fold.enums import attribute_of, is_enum, member_of
from legacy_codemod.fold.fields import given_value
from legacy_codemod.fold.live import is_ruled_out, is_unreachable, ruled_out_by
from legacy_codemod.fold.named import is_property
from legacy_codemod.fold.outcome import is_refillable
from legacy_codemod.fold.parameters import parameter_value
from legacy_codemod.fold.rebound import is_certain, rebound
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.callers import reads_only
from legacy_codemod.index.family import owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind, Scope
from legacy_codemod.index.settings import setting_named, varies
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import OPAQUE, Known, Opaque, Truth, Value, because, same, settled, shown

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def name_value(ask: Evaluator, module: Module, node: ast.Name) -> Value:
    """What a name holds where it is read."""
    scope = module.scopes.resolve(node)
    if scope is not None and (scope, node.id) in ask.bound:
        return ask.bound[scope, node.id]
    if scope is not None and scope.is_function and not any(b.kind is Kind.IMPORT for b in scope.bindings[node.id]):
        if any(b.kind is Kind.PARAMETER for b in scope.bindings[node.id]):
            asked = node in ask.hot(module).nodes  # a parameter that a hot call settles was learned as one
            return parameter_value(ask, module, scope, node.id) if asked else OPAQUE
        return _named(node.id, _local_value(ask, module, scope, node))
    if scope is not None and scope.is_class and not _is_of_class(ask, module, scope, node):
        return OPAQUE  # where the class has no such name yet, it is the module's
    return _named_value(ask, module, node)


def _is_of_class(ask: Evaluator, module: Module, scope: Scope, node: ast.Name) -> bool:
    bindings = scope.bindings[node.id]
    return len(bindings) == 1 and is_bound_at(ask, module, bindings[0], node)


def attribute_value(ask: Evaluator, module: Module, node: ast.Attribute) -> Value:
    """What ``base.name`` holds, where the base says which definition it is."""
    value = _named_value(ask, module, node)
    if isinstance(value, Opaque) and node.attr in ("value", "name"):
        value = attribute_of(ask.value(module, node.value), node.attr)
    return value if not isinstance(value, Opaque) and ask.pure(module, node.value) else OPAQUE


def _named_value(ask: Evaluator, module: Module, node: ast.Name | ast.Attribute) -> Value:
    found = resolve.target(ask.world, module, node)
    if isinstance(found, str):
        setting = setting_named(ask.world, found)
        return symbol_value(ask, setting) if setting else OPAQUE
    value = symbol_value(ask, found) if isinstance(found, Symbol) else OPAQUE
    if isinstance(value, Opaque) or not isinstance(found, Symbol) or not is_certain(ask, module, node, found):
        return OPAQUE
    return value


def symbol_value(ask: Evaluator, symbol: Symbol) -> Value:
    """What a module's or class's name holds from its one binding on."""
    if symbol in ask.symbols:
        return ask.symbols[symbol]
    if symbol in ask.busy:
        ask.cut += 1
        return OPAQUE
    cut = ask.cut
    ask.busy.add(symbol)
    try:
        answer = _symbol_value(ask, symbol)
    finally:
        ask.busy.discard(symbol)
    if cut == ask.cut or not ask.busy:
        ask.symbols[symbol] = answer
    return answer


def _symbol_value(ask: Evaluator, symbol: Symbol) -> Value:
    module = ask.world.module(symbol.path)
    value = _member_value(ask, module, symbol) if module is not None and symbol.name else OPAQUE
    by_calls = isinstance(value, Opaque) and "." in symbol.name
    value = given_value(ask, symbol) if by_calls else value
    if (
        not isinstance(value, Known)
        or rebound(ask, symbol, by_calls=not by_calls)
        or (not settled(value) and varies(ask.world, symbol))
    ):
        return OPAQUE
    if is_refillable(value) and not reads_only(ask.world, symbol):
        return OPAQUE
    return _named(symbol.last, value)


def _member_value(ask: Evaluator, module: Module, symbol: Symbol) -> Value:
    found = symbols.bindings(ask.world, symbol)
    live = [b for b in found if not is_unreachable(ask, module, b.node)]
    stores = _instance_stores(ask, module, symbol)
    if len(live) == 1 and not stores and isinstance(live[0].node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return _property_value(ask, module, live[0].node)
    if stores:
        return _single_store(ask, module, stores) if not live else OPAQUE
    value = _binding_value(ask, module, live)
    if isinstance(value, Known):
        value = because(value, *(w for b in found if b not in live for w in ruled_out_by(ask, module, b.node)))
    makes_member = (
        len(live) == 1 and live[0].kind is Kind.ASSIGN and "." in symbol.name and not symbol.last.startswith("_")
    )
    return member_of(ask, symbol, value) if makes_member and is_enum(ask, owner_of(symbol)) else value


def _property_value(ask: Evaluator, module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Value:
    from legacy_codemod.fold.calls import returned  # the two ask each other: a property is a call in disguise

    return returned(ask, module, node) if is_property(node) else OPAQUE


def _instance_stores(ask: Evaluator, module: Module, symbol: Symbol) -> list[ast.Attribute]:
    owner = symbols.class_node(ask.world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    return symbols.instance_stores(module, owner, symbol.last) if owner else []


def _single_store(ask: Evaluator, module: Module, stores: Sequence[ast.Attribute]) -> Value:
    live = [s for s in stores if not is_unreachable(ask, module, s)]
    if len(live) != 1:
        return OPAQUE
    scope = module.scopes.enclosing(live[0])
    statement = module.scopes.parents[live[0]]
    if getattr(scope.node, "name", "") != "__init__" or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return OPAQUE
    left = any(isinstance(n, ast.Return) and _position(n) < _position(statement) for n in ast.walk(scope.node))
    if left or not _always_runs(ask, module, statement, scope):
        return OPAQUE  # without it a base class may give the value
    value = ask.value(module, statement.value) if statement.value else OPAQUE
    return value if settled(value) else OPAQUE


def _binding_value(ask: Evaluator, module: Module, live: Sequence[Binding]) -> Value:
    node = assigned(module, live[0]) if len(live) == 1 else None
    if node is None:
        return OPAQUE
    value = ask.value(module, node)
    return OPAQUE if isinstance(value, Truth) and _may_be_refilled(ask, module, node) else value


def _may_be_refilled(ask: Evaluator, module: Module, node: ast.expr) -> bool:
    """Whether a truth may be that of a list, set or dict, which need not be true any more when the name is read."""
    return any(
        isinstance(part, (ast.List, ast.Set, ast.Dict))
        or (isinstance(part, ast.Call) and isinstance(ask.value(module, part), Truth))
        for part in ast.walk(node)
    )


def _local_value(ask: Evaluator, module: Module, scope: Scope, node: ast.Name) -> Value:
    bindings = [b for b in scope.bindings[node.id] if b.kind is not Kind.DECLARE]
    live: Sequence[Binding] = [b for b in bindings if not is_ruled_out(ask, module, b.node, node)]
    unreached = [b for b in bindings if b not in live]
    if len(live) > 1 and all(assigned(module, b) is not None for b in live):
        live = _last_before(ask, module, live, node)
    if len(live) > 1 and isinstance(agreed := _agreed(ask, module, live, node), Known):
        return agreed
    if len(live) == 1 and not is_bound_at(ask, module, live[0], node):
        return OPAQUE
    value = _binding_value(ask, module, live)
    if is_refillable(value):
        return OPAQUE
    # `x = None; if FLAG: x = …` with the branch ruled out: it is the flag that makes x None
    return because(value, *(w for b in unreached for w in ruled_out_by(ask, module, b.node)))


def _agreed(ask: Evaluator, module: Module, live: Sequence[Binding], node: ast.Name) -> Value:
    """``if a: x = FLAG`` and ``else: x = False``: what every assignment gives, where they give the same.

    While one name is asked for so, no other is: they may hold each other, and each has several values to ask.
    """
    if _agreed in ask.busy:
        ask.cut += 1
        return OPAQUE
    ask.busy.add(_agreed)
    try:
        given = _same_of(_binding_value(ask, module, [binding]) for binding in _constants_first(module, live))
        return given if isinstance(given, Known) and is_bound_by(ask, module, live, node) else OPAQUE
    finally:
        ask.busy.discard(_agreed)


def _constants_first(module: Module, live: Sequence[Binding]) -> list[Binding]:
    return sorted(live, key=lambda binding: not isinstance(assigned(module, binding), ast.Constant))


def _same_of(values: Iterable[Value]) -> Value:
    known: list[Known] = []
    for value in values:
        if not isinstance(value, Known) or is_refillable(value) or (known and not same(value.value, known[0].value)):
            return OPAQUE
        known.append(value)
    return next(filter(settled, known), OPAQUE)


def _last_before(ask: Evaluator, module: Module, live: Sequence[Binding], node: ast.Name) -> Sequence[Binding]:
    """``x = A; if FLAG: x = B; use(x)``: the last of several assignments that always run, one after another.

    A read in a function of its own may run at any time.
    """
    ordered = sorted(live, key=lambda b: _position(b.node))
    scope = live[0].scope
    if not all(_always_runs(ask, module, b.node, scope) for b in ordered) or module.scopes.at_name[node] is not scope:
        return live
    before = [b for b in ordered if _end(module.scopes.parents[b.node]) <= _position(node)]
    return before[-1:] or live


def _end(node: ast.AST) -> tuple[int, int]:
    return node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]


def _position(node: ast.AST) -> tuple[int, int]:
    return node.lineno, node.col_offset  # type: ignore[attr-defined]


def _always_runs(ask: Evaluator, module: Module, node: ast.AST, scope: Scope) -> bool:
    """Whether only branches that the flag takes stand between ``node`` and its function's own suite."""
    for outer in module.scopes.ancestors(node):
        if outer is scope.node:
            return True
        if isinstance(outer, ast.If) and settled(ask.value(module, outer.test)):
            continue
        if not isinstance(outer, (ast.Assign, ast.AnnAssign)):
            return False
    return False


def _named(name: str, value: Value) -> Value:
    if not settled(value):
        return value
    return because(value, f"{name} is {shown(value)}")
