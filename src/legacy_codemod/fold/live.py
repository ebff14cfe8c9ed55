"""Statements into whether the flag's value keeps them from ever running."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from legacy_codemod.fold.cases import settled_cases, written_cases
from legacy_codemod.fold.exits import Exits, constant
from legacy_codemod.fold.managers import passes_errors
from legacy_codemod.index.module import Module
from legacy_codemod.truth import OPAQUE, Known, Value, Why, settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def is_unreachable(ask: Evaluator, module: Module, node: ast.AST) -> bool:
    """Whether ``node`` lies in a branch that the flag rules out, or behind a statement that now always leaves."""
    if node not in ask.unreachable:
        ask.unreachable[node] = False  # asked again on the way: not known to be unreachable
        parent = module.scopes.parents.get(node)
        ask.unreachable[node] = parent is not None and (
            is_unreachable(ask, module, parent) or _is_ruled_out_here(ask, module, parent, node)
        )
    return ask.unreachable[node]


def _is_ruled_out_here(ask: Evaluator, module: Module, parent: ast.AST, node: ast.AST) -> bool:
    """Whether the flag keeps ``node`` from running where its parent does; found once, as what is unreachable is."""
    if node not in ask.ruled_out:
        ask.ruled_out[node] = False
        ask.ruled_out[node] = _ruled_out(ask, module, parent, node)
    return ask.ruled_out[node]


def _ruled_out(ask: Evaluator, module: Module, parent: ast.AST, node: ast.AST) -> bool:
    if isinstance(parent, (ast.If, ast.While, ast.IfExp)) and node is not parent.test:
        value = condition(ask, module, parent.test)
        known = truth(value) if settled(value) else None
        if known is not None and not (isinstance(parent, ast.While) and known):
            suite = parent.orelse if known else parent.body
            if node is suite or (isinstance(suite, list) and node in suite):
                return True
    if isinstance(parent, ast.Match) and isinstance(node, ast.match_case):
        return node in settled_cases(ask, module, parent).gone
    if isinstance(parent, (ast.Try, ast.TryStar)) and isinstance(node, ast.ExceptHandler):
        by_flag = any(
            isinstance(part, ast.expr) and settled(condition(ask, module, part))
            for statement in parent.body
            for part in ast.iter_child_nodes(statement)
        )
        return by_flag and cannot_raise(ask, module, parent.body)
    return isinstance(node, ast.stmt) and follows_an_exit(ask, module, parent, node)


def is_ruled_out(ask: Evaluator, module: Module, node: ast.AST, reader: ast.AST) -> bool:
    """Whether the flag keeps ``node`` from running where ``reader`` does: what rules out both says nothing of that.

    Code that never runs may have to stay, and once it is not the flag that rules it out, nothing tells.
    """
    if not is_unreachable(ask, module, node):
        return False
    around = [reader, *module.scopes.ancestors(reader)]
    inside = {outer: part for part, outer in pairwise(around)}
    path = [node, *module.scopes.ancestors(node)]
    for part, parent in reversed(
        [*pairwise(path)]
    ):  # from the outside in: behind what one alone is in, nothing is asked
        if _is_ruled_out_here(ask, module, parent, part) and not _is_shared(
            ask, module, parent, (part, inside.get(parent))
        ):
            return True
    return False


def _is_shared(ask: Evaluator, module: Module, parent: ast.AST, parts: tuple[ast.AST, ast.AST | None]) -> bool:
    """Whether what rules out one part of ``parent`` rules out the other with it: they are one, or of one suite."""
    one, other = parts
    if other is None or one is other:
        return one is other
    suites = (suite for _, suite in ast.iter_fields(parent) if isinstance(suite, list))
    of_one = any(one in suite and other in suite for suite in suites)
    return of_one and _is_ruled_out_here(ask, module, parent, other)


def ruled_out_by(ask: Evaluator, module: Module, node: ast.AST) -> Why:
    """Why ``node`` is unreachable: the innermost settled condition around it."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, (ast.If, ast.While)):
            value = condition(ask, module, outer.test)
            if settled(value):
                return value.why
    return ()


def condition(ask: Evaluator, module: Module, test: ast.expr) -> Value:
    """The value of a test, asked only where the flag may settle it."""
    return ask.value(module, test) if ask.asks_everything or test in ask.hot(module).nodes else OPAQUE


def follows_an_exit(ask: Evaluator, module: Module, parent: ast.AST, node: ast.stmt) -> bool:
    """Whether the flag makes control always leave before it comes to ``node`` in its suite, or to the suite itself."""
    now = exits(ask, module)
    for field in ("body", "orelse", "finalbody"):
        suite = getattr(parent, field, None)
        if isinstance(suite, list) and node in suite:
            if field == "orelse" and _never_ends(parent, now, Exits(constant, written_cases, now.passes_errors)):
                return True
            return _leaves_before(ask, now, (suite, (parent, field)), suite.index(node))
    return False


def _leaves_before(ask: Evaluator, now: Exits, where: tuple[list[ast.stmt], tuple[ast.AST, str]], place: int) -> bool:
    """Whether control leaves a suite before its statement number ``place``; what was asked once is not asked again."""
    suite, key = where
    passed = ask.passing.get(key, 0)
    for at in range(passed, place):
        if _now_leaves(ask, now, suite[at]):
            return True
        if passed == at and suite[at] in ask.leaving:
            passed = at + 1
    ask.passing[key] = passed
    return False


def _now_leaves(ask: Evaluator, now: Exits, node: ast.stmt) -> bool:
    """Whether control never passes ``node``, though it did before."""
    if node not in ask.leaving:
        cut = ask.cut
        answer = now.leaves(node) and not Exits(constant, written_cases, now.passes_errors).leaves(node)
        if cut != ask.cut and ask.busy:  # an answer out of the middle of a circle is good for that circle only
            return answer
        ask.leaving[node] = answer
    return ask.leaving[node]


def held_back(ask: Evaluator, module: Module, suite: Sequence[ast.stmt]) -> ast.stmt | None:
    """A statement behind which ``suite`` would never come, did a context manager in it not perhaps swallow errors."""
    now = exits(ask, module)
    if_passed = Exits(now.decide, now.cases, lambda _: True)
    before = Exits(constant, written_cases, lambda _: True)
    for node in suite[:-1]:
        if if_passed.leaves(node) and not before.leaves(node) and not now.leaves(node):
            return node
    return None


def _never_ends(parent: ast.AST, now: Exits, before: Exits) -> bool:
    """Whether the flag keeps the ``else`` of a loop or ``try`` from running: what it follows never comes to its end."""
    match parent:
        case ast.While(test=test):
            return now.decide(test) is True and before.decide(test) is None
        case ast.Try(body=body) | ast.TryStar(body=body):
            return now.suite(body) and not before.suite(body)
    return False


def exits(ask: Evaluator, module: Module) -> Exits:
    """What always leaves once the flag has its value."""

    def decide(test: ast.expr) -> bool | None:
        value = condition(ask, module, test)
        return truth(value) if settled(value) else constant(test)

    return Exits(
        decide, lambda node: settled_cases(ask, module, node), lambda item: passes_errors(ask.world, module, item)
    )


def cannot_raise(ask: Evaluator, module: Module, suite: Sequence[ast.stmt]) -> bool:
    """Whether a suite only assigns or returns values that are known, or asks for them: then no handler can run."""
    return all(_is_idle(ask, module, statement) for statement in suite)


def _is_idle(ask: Evaluator, module: Module, node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()) | ast.Return(value=None):
            return True
        case ast.Assign(targets=targets, value=value):  # an attribute or index may refuse its value
            return all(isinstance(t, ast.Name) for t in targets) and _is_known(ask, module, value)
        case ast.AnnAssign(target=ast.Name(), value=ast.expr() as value) | ast.Return(value=ast.expr() as value):
            return _is_known(ask, module, value)
        case ast.If(test=test, body=body, orelse=orelse):
            known = condition(ask, module, test)
            idle = settled(known) and ask.pure(module, test)
            return idle and cannot_raise(ask, module, body if truth(known) else orelse)
    return False


def _is_known(ask: Evaluator, module: Module, node: ast.expr) -> bool:
    value = ask.value(module, node)
    known = isinstance(value, Known) and (settled(value) or isinstance(node, ast.Constant))
    return known and ask.pure(module, node)
