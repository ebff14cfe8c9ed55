"""Calls into what they give: functions the flag made constant, builtins, random draws and buckets."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legacy_codemod.fold.generators import is_generator
from legacy_codemod.fold.enums import by_value, is_enum
from legacy_codemod.fold.live import cannot_raise
from legacy_codemod.fold.rebound import is_certain, rebound
from legacy_codemod.index import resolve
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.truth import OPAQUE, Known, Opaque, Value, Within, because, builtin, method, settled, shown, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Decorators under which a call still gives what the body returns.
_TRANSPARENT = frozenset(
    {"staticmethod", "classmethod", "property", "cached_property", "cache", "lru_cache", "override", "wraps"}
)


def call_value(ask: Evaluator, module: Module, node: ast.Call) -> Value:
    """What ``node`` gives."""
    arguments = tuple(ask.value(module, a) for a in node.args)
    func = node.func
    found = resolve.target(ask.world, module, func) if isinstance(func, (ast.Name, ast.Attribute)) else None
    if found is None and isinstance(func, ast.Name) and module.scopes.resolve(func) is None:
        return _builtin(ask, module, node, arguments)
    if isinstance(found, str):
        return _external(found, arguments) if not node.keywords else OPAQUE
    if isinstance(found, Symbol):
        return _own_function(ask, module, node, found)
    if isinstance(func, ast.Attribute) and not node.keywords:
        answer = method(ask.value(module, func.value), func.attr, arguments)
        if not isinstance(answer, Opaque):
            ask.settled_calls.add(node)
        return answer
    return OPAQUE


def _builtin(ask: Evaluator, module: Module, node: ast.Call, arguments: tuple[Value, ...]) -> Value:
    name = getattr(node.func, "id", "")
    if node.keywords:
        return OPAQUE
    match name, node.args:
        case (("all" | "any"), [ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Set(elts=elts)]):
            return _all_or_any(name, [ask.value(module, e) for e in elts])
    return builtin(name, arguments)


def _all_or_any(name: str, values: Sequence[Value]) -> Value:
    """``all([…])`` is false by one false element, true where each is true; a display evaluates them all."""
    stops = name == "any"
    for value in values:
        if truth(value) is stops:
            return Known(stops, value.why)
    if all(truth(v) is (not stops) for v in values):
        return Known(not stops, tuple(dict.fromkeys(w for v in values for w in v.why)))
    return OPAQUE


def _external(dotted: str, arguments: tuple[Value, ...]) -> Value:
    """Random draws: the interval that the library promises for them."""
    numbers = [a.value for a in arguments if isinstance(a, Known) and isinstance(a.value, (int, float))]
    if len(numbers) != len(arguments):
        return OPAQUE
    why = tuple(dict.fromkeys(w for a in arguments for w in a.why))
    match dotted, numbers:
        case "random.random", []:
            return Within(0, 1, below=True)
        case "random.randint", [low, high] if low <= high:
            return Within(low, high, below=False, why=why)
        case (("random.randrange" | "secrets.randbelow"), [stop]) if stop > 0:
            return Within(0, stop - 1, below=False, why=why)
        case "random.randrange", [low, stop] if low < stop:
            return Within(low, stop - 1, below=False, why=why)
        case "random.uniform", [low, high]:
            return Within(min(low, high), max(low, high), below=False, why=why)
    return OPAQUE


def bucket(ask: Evaluator, module: Module, node: ast.BinOp) -> Value | None:
    """``int(…) % N``, ``hash(…) % N``, ``crc32(…) % N``, which are whole numbers: from 0 up to ``N - 1``."""
    size = ask.value(module, node.right)
    if not (
        isinstance(size, Known) and isinstance(size.value, int) and size.value > 0 and isinstance(node.left, ast.Call)
    ):
        return None
    func = node.left.func
    found = resolve.target(ask.world, module, func) if isinstance(func, (ast.Name, ast.Attribute)) else None
    plain = isinstance(func, ast.Name) and func.id in ("int", "hash") and module.scopes.resolve(func) is None
    whole = plain or found in ("zlib.crc32", "zlib.adler32", "binascii.crc32")
    return Within(0, size.value - 1, below=False, why=size.why) if whole else None


def awaited_value(ask: Evaluator, module: Module, call: ast.Call) -> Value:
    """What ``await call`` gives, where the call is of a coroutine of the repository."""
    found = resolve.target(ask.world, module, call.func)
    if not isinstance(found, Symbol):
        return OPAQUE
    node = resolve.definition(ask.world, found)
    other = ask.world.module(found.path)
    if not isinstance(node, ast.AsyncFunctionDef) or other is None or not is_certain(ask, module, call.func, found):
        return OPAQUE
    return _from_function(ask, (module, call), (other, node))


def _own_function(ask: Evaluator, module: Module, call: ast.Call, found: Symbol) -> Value:
    node = resolve.definition(ask.world, found)
    other = ask.world.module(found.path)
    if isinstance(node, ast.ClassDef) and len(call.args) == 1 and not call.keywords and is_enum(ask, found):
        member = by_value(ask, found, ask.value(module, call.args[0]))
        if settled(member):
            ask.settled_calls.add(call)
        return member
    if not isinstance(node, ast.FunctionDef) or other is None or not is_certain(ask, module, call.func, found):
        return OPAQUE
    if ask.flag is not None and call not in ask.hot(module).nodes and not isinstance(node.body[-1], ast.Return):
        return OPAQUE
    return _from_function(ask, (module, call), (other, node))


def _from_function(
    ask: Evaluator, caller: tuple[Module, ast.Call], callee: tuple[Module, ast.FunctionDef | ast.AsyncFunctionDef]
) -> Value:
    value = returned(ask, *callee)
    if isinstance(value, Within):
        ask.settled_calls.add(caller[1])
    if not settled(value) or rebound(ask, Symbol(callee[0].path, resolve.qualified(*callee))):
        return value if isinstance(value, Within) else OPAQUE
    ask.settled_calls.add(caller[1])
    return because(value, f"{callee[1].name}() is always {shown(value)}")


@dataclass(frozen=True, slots=True)
class _Falls:
    """The body runs off its end."""


def returned(ask: Evaluator, module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Value:
    """What every call of a function gives, where it does nothing else and no argument matters."""
    if node in ask.busy:
        ask.cut += 1
        return OPAQUE
    if is_generator(node) or not all(_is_transparent(ask, module, d) for d in node.decorator_list):
        return OPAQUE
    ask.busy.add(node)
    try:
        outcome = _outcome(ask, module, node.body)
    finally:
        ask.busy.discard(node)
    return Known(None) if isinstance(outcome, _Falls) else outcome


def _is_transparent(ask: Evaluator, module: Module, decorator: ast.expr) -> bool:
    """Whether the decorator has the name of one that hands the result through, and is none of the repository's own."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(named, (ast.Name, ast.Attribute)) or _last(named) not in _TRANSPARENT:
        return False
    found = resolve.target(ask.world, module, named)
    return isinstance(found, str) or (isinstance(named, ast.Name) and module.scopes.resolve(named) is None)


def _last(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _outcome(ask: Evaluator, module: Module, body: Sequence[ast.stmt]) -> Value | _Falls:
    for statement in body:
        result = _step(ask, module, statement)
        if not isinstance(result, _Falls):
            return result
    return _Falls()


def _step(ask: Evaluator, module: Module, node: ast.stmt) -> Value | _Falls:
    match node:
        case ast.Pass() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return _Falls()
        case ast.Return(value=None):
            return Known(None)
        case ast.Return(value=ast.expr() as value):
            return ask.value(module, value) if ask.pure(module, value) else OPAQUE
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            local = all(
                isinstance(t, ast.Name) and module.scopes.enclosing(t) is module.scopes.at_name[t] for t in targets
            )
            return _Falls() if local and ask.pure(module, value) else OPAQUE
        case ast.If(test=test):
            return _branch(ask, module, node) if ask.pure(module, test) else OPAQUE
        case ast.Try(finalbody=[], orelse=[]):
            return _tried(ask, module, node)
    return OPAQUE


def _tried(ask: Evaluator, module: Module, node: ast.Try) -> Value | _Falls:
    """What a ``try`` gives: that of its body where nothing in it can raise, else what the handlers give as well."""
    outcome = _outcome(ask, module, node.body)
    if cannot_raise(ask, module, node.body):
        return outcome
    return outcome if all(_outcome(ask, module, h.body) == outcome for h in node.handlers) else OPAQUE


def _branch(ask: Evaluator, module: Module, node: ast.If) -> Value | _Falls:
    known = ask.value(module, node.test)
    chosen = truth(known)
    if chosen is not None:
        outcome = _outcome(ask, module, node.body if chosen else node.orelse)
        return outcome if isinstance(outcome, _Falls) else because(outcome, *known.why)
    body, orelse = _outcome(ask, module, node.body), _outcome(ask, module, node.orelse)
    same = isinstance(body, Known) and isinstance(orelse, Known) and body == orelse
    return body if same or (isinstance(body, _Falls) and isinstance(orelse, _Falls)) else OPAQUE
