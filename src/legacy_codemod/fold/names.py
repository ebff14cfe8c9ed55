"""Names and attributes into the values their one live binding gives them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from legacy_codemod.fold.fields import is_given
from legacy_codemod.fold.live import is_unreachable, ruled_out_by
from legacy_codemod.fold.parameters import parameter_value
from legacy_codemod.index import resolve
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.scopes import Binding, Kind, Scope
from legacy_codemod.index.settings import varies
from legacy_codemod.testing import is_test
from legacy_codemod.truth import OPAQUE, Known, Truth, Value, because, literal, settled

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def name_value(ask: Evaluator, module: Module, node: ast.Name) -> Value:
    """What a name holds where it is read."""
    scope = module.scopes.resolve(node)
    if scope is None:
        found = resolve.target(ask.world, module, node)  # by a star import
        return symbol_value(ask, found) if isinstance(found, Symbol) else OPAQUE
    if scope.is_function and not any(b.kind is Kind.IMPORT for b in scope.bindings[node.id]):
        if any(b.kind is Kind.PARAMETER for b in scope.bindings[node.id]):
            asked = node in ask.hot(module).nodes  # a parameter that a hot call settles was learned as one
            return parameter_value(ask, module, scope, node.id) if asked else OPAQUE
        return _named(node.id, _local_value(ask, module, scope, node))
    found = resolve.bound_target(ask.world, module, scope, node.id)
    return symbol_value(ask, found) if isinstance(found, Symbol) else OPAQUE


def attribute_value(ask: Evaluator, module: Module, node: ast.Attribute) -> Value:
    """What ``base.name`` holds, where the base says which definition it is."""
    found = resolve.target(ask.world, module, node)
    return symbol_value(ask, found) if isinstance(found, Symbol) and ask.pure(module, node.value) else OPAQUE


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
    if not isinstance(value, Known) or rebound(ask, symbol) or (not settled(value) and varies(ask.world, symbol)):
        return OPAQUE
    return _named(symbol.last, value)


def _member_value(ask: Evaluator, module: Module, symbol: Symbol) -> Value:
    found = resolve.bindings(ask.world, symbol)
    live = [b for b in found if not is_unreachable(ask, module, b.node)]
    if len(live) == 1 and isinstance(live[0].node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return _property_value(ask, module, live[0].node)
    stores = _instance_stores(ask, module, symbol)
    if stores:
        return _single_store(ask, module, stores) if not live else OPAQUE
    return _binding_value(ask, module, live)


def _property_value(ask: Evaluator, module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Value:
    from legacy_codemod.fold.calls import returned  # the two ask each other: a property is a call in disguise
    from legacy_codemod.fold.flags import is_property

    return returned(ask, module, node) if is_property(node) else OPAQUE


def _instance_stores(ask: Evaluator, module: Module, symbol: Symbol) -> list[ast.Attribute]:
    owner = resolve.class_node(ask.world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    return resolve.instance_stores(module, owner, symbol.last) if owner else []


def _single_store(ask: Evaluator, module: Module, stores: Sequence[ast.Attribute]) -> Value:
    live = [s for s in stores if not is_unreachable(ask, module, s)]
    if len(live) != 1:
        return OPAQUE
    function = module.scopes.enclosing(live[0]).node
    statement = module.scopes.parents[live[0]]
    if getattr(function, "name", "") != "__init__" or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return OPAQUE
    value = ask.value(module, statement.value) if statement.value else OPAQUE
    return value if settled(value) else OPAQUE


def _binding_value(ask: Evaluator, module: Module, live: Sequence[Binding]) -> Value:
    if len(live) != 1 or live[0].kind is not Kind.ASSIGN or live[0].value is None:
        return OPAQUE
    value = ask.value(module, live[0].value)
    return OPAQUE if isinstance(value, Truth) and _may_be_refilled(ask, module, live[0].value) else value


def _may_be_refilled(ask: Evaluator, module: Module, node: ast.expr) -> bool:
    """Whether a truth may be that of a list, set or dict, which need not be true any more when the name is read."""
    return any(
        isinstance(part, (ast.List, ast.Set, ast.Dict))
        or (isinstance(part, ast.Call) and isinstance(ask.value(module, part), Truth))
        for part in ast.walk(node)
    )


def _local_value(ask: Evaluator, module: Module, scope: Scope, node: ast.Name) -> Value:
    bindings = [b for b in scope.bindings[node.id] if b.kind is not Kind.DECLARE]
    live: Sequence[Binding] = [b for b in bindings if not is_unreachable(ask, module, b.node)]
    unreached = [b for b in bindings if b not in live]
    if len(live) > 1 and all(b.kind is Kind.ASSIGN for b in live):
        live = _last_before(ask, module, live, node)
    value = _binding_value(ask, module, live)
    # `x = None; if FLAG: x = …` with the branch ruled out: it is the flag that makes x None
    return because(value, *(w for b in unreached for w in ruled_out_by(ask, module, b.node)))


def _last_before(ask: Evaluator, module: Module, live: Sequence[Binding], node: ast.Name) -> Sequence[Binding]:
    """``x = A; if FLAG: x = B; use(x)``: the last of several assignments that always run, one after another.

    Every read of the name must come after it, and none may be in a function of its own that could run earlier.
    """
    ordered = sorted(live, key=lambda b: _position(b.node))
    scope = live[0].scope
    if not all(_always_runs(ask, module, b.node, scope) for b in ordered):
        return live
    last = _position(ordered[-1].node)
    reads = [n for n in scope.loads.get(node.id, []) if not is_unreachable(ask, module, n)]
    plain = all(module.scopes.at_name[n] is scope and _position(n) > last for n in reads)
    return ordered[-1:] if plain else live


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


def rebound(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether code outside the tests assigns the name from elsewhere: ``module.NAME = …`` or by a string."""
    owner, _, last = symbol.name.rpartition(".")
    for path, _held in ask.world.mentioning([last]):
        other = ask.world.module(path)
        if other is None or is_test(path):
            continue
        if _set_by_name(other, last) or any(
            _may_be(ask, other, node, symbol)
            for node in other.attributes.get(last, ())
            if not isinstance(node.ctx, ast.Load)
        ):
            return True
    return bool(owner) and (_overridden(ask, symbol) or is_given(ask, symbol))


def _may_be(ask: Evaluator, module: Module, node: ast.Attribute, symbol: Symbol) -> bool:
    """Whether a store to ``base.name`` may reach ``symbol``; its own ``__init__`` is where it is bound."""
    found = resolve.target(ask.world, module, node)
    if isinstance(found, str):
        return False
    if found is None:
        return "." in symbol.name
    if found != symbol:
        return False
    function = module.scopes.enclosing(node).node
    return not (isinstance(node.value, ast.Name) and getattr(function, "name", "") == "__init__")


def _set_by_name(module: Module, last: str) -> bool:
    return any(
        isinstance(call := module.scopes.parents.get(text), ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in ("setattr", "delattr", "setitem")
        for text in module.strings
        if text.value == last
    )


def _overridden(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether a subclass in the repository binds the same name."""
    owner = Symbol(symbol.path, symbol.name.rpartition(".")[0])
    for path, _held in ask.world.mentioning([symbol.last]):
        module = ask.world.module(path)
        for node in module.classes if module else ():
            if module is None or not node.bases:
                continue
            inner = module.scopes.of_node[node]
            found = Symbol(path, resolve.qualified(module, node))
            if symbol.last in inner.bindings and found != owner and derives(ask, module, node, owner):
                return True
    return False


def derives(ask: Evaluator, module: Module, node: ast.ClassDef, owner: Symbol, depth: int = 8) -> bool:
    """Whether a class has ``owner`` among its bases."""
    for base in node.bases:
        found = resolve.target(ask.world, module, base)
        if found == owner:
            return True
        other = ask.world.module(found.path) if isinstance(found, Symbol) else None
        inner = resolve.class_node(ask.world, found) if isinstance(found, Symbol) else None
        if other and inner and depth and derives(ask, other, inner, owner, depth - 1):
            return True
    return False


def _named(name: str, value: Value) -> Value:
    if not settled(value):
        return value
    shown = literal(value.value) if isinstance(value, Known) else None
    return because(value, f"{name} is {shown}" if shown else f"{name} is settled")
