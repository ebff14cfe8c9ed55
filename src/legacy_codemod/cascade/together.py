"""Definitions that may go into those that go together: nothing outside of them uses any of them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.index.owner import owner_of
from legacy_codemod.index.resolve import Symbol, bindings, target
from legacy_codemod.index.uses import How, Use
from legacy_codemod.model import Finding, Place

Statements = tuple[ast.stmt, ...]
_ENOUGH = 200  # definitions looked at for one that is used in a circle


def without_outside_use(
    now: Alive, candidates: dict[Symbol, Statements], may_go: Callable[[Symbol], Statements]
) -> tuple[Mapping[Symbol, Statements], list[Finding]]:
    """Those of ``candidates`` that go, with what they use in a circle; and what only a string or text holds."""
    asked: set[Symbol] = set()
    findings: list[Finding] = []
    while True:
        doomed: set[ast.AST] = {s for statements in candidates.values() for s in statements}
        held = [symbol for symbol in candidates if now.is_needed(symbol, doomed)]
        if not held:
            return candidates, findings
        if joining := _in_a_circle(now, candidates, {h for h in held if h not in asked}, may_go):
            asked.update(held)
            candidates.update(joining)
            continue
        for symbol in held:
            findings += _only_named(symbol, now.outside(symbol, doomed))
            del candidates[symbol]


def _in_a_circle(
    now: Alive, candidates: Mapping[Symbol, Statements], held: set[Symbol], may_go: Callable[[Symbol], Statements]
) -> dict[Symbol, Statements]:
    """Users of what is held that it itself reaches: ``ping`` calls ``pong``, which calls ``ping``."""
    joining: dict[Symbol, Statements] = {}
    doomed: set[ast.AST] = {s for statements in candidates.values() for s in statements}
    for symbol in held:
        owners = [owner_of(use) for use in now.outside(symbol, doomed)]
        if not owners or any(owner is None for owner in owners):
            continue
        reached = _reached(now, symbol)
        for owner in {o[0] for o in owners if o} - candidates.keys():
            if owner in reached and (statements := may_go(owner)):
                joining[owner] = statements
    return joining


def _reached(now: Alive, start: Symbol) -> set[Symbol]:
    seen: set[Symbol] = set()
    waiting = [start]
    while waiting and len(seen) < _ENOUGH:
        symbol = waiting.pop()
        module = now.world.module(symbol.path)
        if symbol in seen or module is None:
            continue
        seen.add(symbol)
        for binding in bindings(now.world, symbol):
            nodes = (n for n in ast.walk(binding.node) if isinstance(n, (ast.Name, ast.Attribute)))
            waiting += [f for n in nodes if isinstance(f := target(now.world, module, n), Symbol) and f.name]
    return seen


def _only_named(symbol: Symbol, found: list[Use]) -> list[Finding]:
    """What keeps a definition, where that is no code but strings and files that name it."""
    if any(use.how not in (How.STRING, How.TEXT) for use in found):
        return []
    reason = f"{symbol.name} is used by no code any more, but it is named here, so it stays"
    return [Finding(Place(use.path, use.line), reason) for use in found]
