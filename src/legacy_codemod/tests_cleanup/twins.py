"""Two tests that do the same, one of which forces the kept value, into whether the other sees another one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.model import Finding, Place
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import Decorator, Item, Statement, anchor
from legacy_codemod.tests_cleanup.both_sides import denies
from legacy_codemod.tests_cleanup.forms import mock_patch
from legacy_codemod.tests_cleanup.judge import Forced, Judge
from legacy_codemod.tests_cleanup.marks import Mark, checks, function_of
from legacy_codemod.tests_cleanup.survey import Forcing

Acts = tuple[list[str], list[str]]
Pair = tuple[parts.Function, parts.Function]  # one that forces the kept value, one that leaves the flag alone


def unforced_twins(judge: Judge, module: Module, every: list[Forcing]) -> Iterator[Mark | Finding]:
    """Tests that do what a test of the kept value does and leave the flag alone.

    Where they say the contrary they see another value; where they say something else, they may.
    """
    forced = {function_of(module, f.node) for f in every}
    done: dict[parts.Function, Acts] = {}  # a class may have many tests
    for test in sorted((f for f in forced if f and parts.is_test_function(f)), key=lambda f: f.lineno):
        mine = [f for f in every if function_of(module, f.node) is test]
        if any(f.forced is not Forced.KEPT or f.other_rows or f.calls or _sets_more(f) for f in mine):
            continue
        acts = _does(module, test, mine)
        for other in _siblings(module, test):
            if other not in forced and other not in done:
                done[other] = _does(module, other, [])
            same = done.get(other) == acts and (acts[1] or _ask_the_same(module, (test, other)))
            if same and _needs_no_more(judge, module, (test, other), mine):
                yield from _judged(judge, module, (test, other))


def _sets_more(forcing: Forcing) -> bool:
    """Whether the same call sets something else too, which may make the difference."""
    node, entry = forcing.node, forcing.setting.entry
    if entry is None or not isinstance(node, ast.Call):
        return False
    displays = [d for d in (*node.args, *(k.value for k in node.keywords)) if isinstance(d, ast.Dict)]
    plain = [k for k in node.keywords if k.value not in displays]
    return sum(len(display.keys) for display in displays) + len(plain) > 1


def _needs_no_more(judge: Judge, module: Module, pair: Pair, forced: list[Forcing]) -> bool:
    """Whether both request the same, but for what one of them only forces the flag with."""
    mine, theirs = ({a.arg for a in parts.parameters(function)} for function in pair)
    places = [anchor(module, f.node) for f in forced]
    worn = [p for p in places if isinstance(p, Decorator)]
    given = {a.arg for p in worn for _, a in mock_patch.filled(judge.world, module, p.owner, p.node) or ()}
    used = {n for f in forced for n in ast.walk(f.node)}
    loads = module.scopes.of_node[pair[0]].loads
    only = {name for name in mine if loads.get(name) and used.issuperset(loads[name])}
    return theirs <= mine and mine - theirs <= given | only


def _judged(judge: Judge, module: Module, pair: Pair) -> Iterator[Mark | Finding]:
    kept, other = (_simple(function) for function in pair)
    said, denied = ([s for s in statements if checks(module, s)] for statements in (kept, other))
    if any(denies(statement, said) for statement in denied):
        why = (*judge.flag.why, f"the test says the contrary of {pair[0].name}, which forces it")
        yield Mark(module, pair[1], why)
    elif {ast.dump(s) for s in denied} != {ast.dump(s) for s in said}:
        reason = f"does what {pair[0].name} does, without setting {judge.flag.label}: see whether it still holds"
        yield Finding(Place(module.path, pair[1].lineno), reason)


def _siblings(module: Module, test: parts.Function) -> Iterator[parts.Function]:
    for node in getattr(module.scopes.parents[test], "body", ()):
        if parts.is_test_function(node) and node is not test:
            yield node


def _simple(function: parts.Function) -> list[ast.stmt]:
    return [s for s in ast.walk(function) if isinstance(s, ast.stmt) and not hasattr(s, "body")]


def _does(module: Module, test: parts.Function, forced: list[Forcing]) -> Acts:
    """The decorators and the statements of a test that assert nothing, apart from what forces the flag."""
    places = [anchor(module, f.node) for f in forced]
    gone = {p.node for p in places if isinstance(p, (Statement, Decorator))}
    items = {p.node for p in places if isinstance(p, Item)}
    worn = [ast.dump(d) for d in test.decorator_list if d not in gone]
    done = [s for s in _unwrapped(test.body, items) if s not in gone and not _is_text(s)]
    return worn, [ast.dump(s) for s in done if not checks(module, s)]


def _unwrapped(body: list[ast.stmt], items: set[ast.withitem]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, (ast.With, ast.AsyncWith)) and set(statement.items) <= items:
            yield from _unwrapped(statement.body, items)
        else:
            yield statement


def _ask_the_same(module: Module, pair: Pair) -> bool:
    """Whether two tests that only assert do so of one call: ``assert run() == 1``, ``assert run() == 3``."""
    mine, theirs = ({ast.dump(c) for c in _asked(module, function)} for function in pair)
    return bool(mine & theirs)


def _asked(module: Module, function: parts.Function) -> Iterator[ast.Call]:
    for statement in _simple(function):
        said = statement.value if isinstance(statement, ast.Expr) else None
        loops = any(isinstance(o, (ast.For, ast.AsyncFor)) for o in module.scopes.ancestors(statement))
        if checks(module, statement) and not loops:
            yield from (n for n in ast.walk(statement) if isinstance(n, ast.Call) and n is not said)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
