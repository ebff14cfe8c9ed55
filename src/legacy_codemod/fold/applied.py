"""A call of one of the repository's functions, with what it passes, into what it gives."""

from __future__ import annotations

import ast
from types import NoneType
from typing import TYPE_CHECKING

from legacy_codemod.fold.outcome import Function, is_refillable, outcome
from legacy_codemod.index.callers import defaults
from legacy_codemod.index.module import Module
from legacy_codemod.truth import OPAQUE, Known, Opaque, Value, settled

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Functions that call one another, and all the calls behind one: past this nothing is asked.
_DEEPEST, _MOST = 8, 300
Body = tuple[Module, Function]


def run(ask: Evaluator, body: Body, passed: dict[str, Value]) -> tuple[Value, bool]:
    """What a function gives where its parameters hold ``passed``, and whether it reads the flag itself."""
    module, function = body
    key = (function, repr(sorted(passed.items())))
    if key in ask.results:
        return ask.results[key]
    ask.spent[:] = [ask.spent[0] + 1 if ask.frames else 0]
    if function in ask.busy or len(ask.frames) >= _DEEPEST or ask.spent[0] > _MOST:
        ask.cut += 1
        return OPAQUE, False
    scope = module.scopes.of_node[function]
    inner = ask.inside(scope, passed)
    ask.busy.add(function)
    try:
        answer = outcome(inner, module, function), bool(inner.reads)
    finally:
        ask.busy.discard(function)
    ask.cut += inner.cut
    if not inner.cut:
        ask.results[key] = answer
    return answer


def passed_by(ask: Evaluator, caller: tuple[Module, ast.Call], body: Body) -> dict[str, Value] | None:
    """What each parameter holds in a call; ``None`` where the call cannot be laid on the parameters."""
    (module, call), (home, function) = caller, body
    arguments = function.args
    if any(isinstance(a, ast.Starred) for a in call.args) or any(k.arg is None for k in call.keywords):
        return None
    own = _bound_by_the_receiver(home, function)
    positional = [a.arg for a in (*arguments.posonlyargs, *arguments.args)][own:]
    if len(call.args) > len(positional):
        return None
    given = dict(zip(positional, call.args, strict=False)) | {str(k.arg): k.value for k in call.keywords}
    named = {*positional, *(a.arg for a in arguments.kwonlyargs)}
    held = {n: ask.value(home, d) for n, d in defaults(arguments).items() if n in named and n not in given}
    held |= {n: ask.value(module, node) for n, node in given.items() if n in named}
    return {name: value for name, value in held.items() if not isinstance(value, Opaque) and not is_refillable(value)}


def applied(ask: Evaluator, caller: tuple[Module, ast.Call], body: Body, *, reads: bool) -> tuple[Value, bool]:
    """What the call gives, where what it passes settles it, and whether that makes the call a read of the flag.

    What a function that itself ``reads`` the flag makes of its other arguments is no affair of the flag's.
    """
    passed = passed_by(ask, caller, body)
    if not passed or not any(isinstance(value, Known) for value in passed.values()):
        return OPAQUE, False
    value, by_key = run(ask, body, passed)
    by_key = by_key and not reads
    looked_up = not reads and isinstance(value, Known) and isinstance(value.value, (bool, NoneType))
    return (value, by_key) if by_key or looked_up or any(map(settled, passed.values())) else (OPAQUE, False)


def _bound_by_the_receiver(module: Module, function: Function) -> int:
    """How many leading parameters no call passes: ``self`` or ``cls``."""
    if isinstance(function, ast.Lambda) or not isinstance(module.scopes.parents[function], ast.ClassDef):
        return 0
    return 0 if any(getattr(d, "id", "") == "staticmethod" for d in function.decorator_list) else 1
