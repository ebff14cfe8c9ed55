"""Definitions that may go into those that go together: nothing outside of them uses any of them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Set

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.reached import reached_from
from legacy_codemod.cascade.targets import Bound
from legacy_codemod.index.owner import owner_of
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, Use
from legacy_codemod.model import Finding, Place

Statements = tuple[Bound, ...]
_ENOUGH = 200  # definitions looked at for one that is used in a circle


def without_outside_use(
    now: Alive,
    candidates: dict[Symbol, Statements],
    may_go: Callable[[Symbol], Statements],
    entries: Set[ast.AST] = frozenset(),
) -> tuple[Mapping[Symbol, Statements], list[tuple[Symbol, Finding]]]:
    """Those of ``candidates`` that go, with what they use in a circle; and what only a string or text holds.

    ``entries`` of lists go with them and need nothing.
    """
    asked: set[Symbol] = set()
    findings: list[tuple[Symbol, Finding]] = []
    while True:
        doomed: set[ast.AST] = {s for statements in candidates.values() for s in statements} | entries
        held = [symbol for symbol in candidates if now.is_needed(symbol, doomed)]
        if not held:
            return candidates, findings
        if joining := _in_a_circle(now, candidates, {h for h in held if h not in asked}, may_go):
            asked.update(held)
            candidates.update(joining)
            continue
        for symbol in held:
            findings += [(symbol, f) for f in _only_named(symbol, now.each_outside(symbol, doomed))]
            del candidates[symbol]


def _in_a_circle(
    now: Alive, candidates: Mapping[Symbol, Statements], held: set[Symbol], may_go: Callable[[Symbol], Statements]
) -> dict[Symbol, Statements]:
    """Users of what is held that it itself reaches: ``ping`` calls ``pong``, which calls ``ping``."""
    joining: dict[Symbol, Statements] = {}
    doomed: set[ast.AST] = {s for statements in candidates.values() for s in statements}
    for symbol in held:
        for owner in _users_in_reach(now, symbol, doomed) - candidates.keys():
            if statements := may_go(owner):
                joining[owner] = statements
    return joining


def _users_in_reach(now: Alive, symbol: Symbol, doomed: set[ast.AST]) -> set[Symbol]:
    """Who uses a definition, where it reaches every one of them itself; empty as soon as one is out of its reach."""
    owners: set[Symbol] = set()
    reached: set[Symbol] | None = None
    for use in now.each_outside(symbol, doomed):
        owner = owner_of(use)
        reached = reached_from(now.world, [symbol], _ENOUGH) if owner is not None and reached is None else reached
        if owner is None or reached is None or owner[0] not in reached:
            return set()
        owners.add(owner[0])
    return owners


def _only_named(symbol: Symbol, found: Iterable[Use]) -> list[Finding]:
    """What keeps a definition, where that is no code but strings and files that name it."""
    reason = f"{symbol.name} is used by no code any more, but it is named here, so it stays"
    findings: list[Finding] = []
    for use in found:
        if use.how not in (How.STRING, How.TEXT):
            return []
        findings.append(Finding(Place(use.path, use.line), reason))
    return sorted(findings)
