"""What forces a flag in a test file, into marks on what cannot stay and findings on what is not clear."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.family import descendants
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.model import Finding, Place
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.both_sides import first_side
from legacy_codemod.tests_cleanup.judge import Forced, Judge
from legacy_codemod.tests_cleanup.marks import Mark, class_of, function_of
from legacy_codemod.tests_cleanup.reach import (
    all_begin_tests,
    checked_before,
    has_family_tests,
    is_autouse_fixture,
    is_conditional,
    set_up_class,
)
from legacy_codemod.tests_cleanup.skips import never_run
from legacy_codemod.tests_cleanup.survey import Forcing, asserts_nothing, asserts_other, forcings
from legacy_codemod.tests_cleanup.twins import unforced_twins
from legacy_codemod.truth import Why

Chain = tuple[Why, frozenset[ast.AST]]  # why another value spoils, and where the kept one is forced again


def spoiled_by(judge: Judge, module: Module) -> Iterator[Mark | Finding]:
    """Marks on what forces another value, tests that never run and assertions that fail; findings for the rest."""
    forced = forcings(judge, module)
    back = frozenset(f.node for f in forced if f.forced is Forced.KEPT and not f.other_rows)
    why = (*judge.flag.why, "the test forces another value")
    for forcing in forced:
        if forcing.forced is Forced.UNCLEAR:
            reason = f"sets {judge.flag.label}, but what it forces is not known: cut it by hand"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        if forcing.forced is Forced.KEPT and checked_before(module, forcing.node):
            yield _checked_first(judge, module, forcing, forced)
        if forcing.forced is Forced.KEPT and not forcing.other_rows and is_conditional(module, forcing.node):
            reason = f"sets {judge.flag.label} only under a condition: see whether the test holds without it"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        if forcing.forced is Forced.KEPT and _names_again(judge, module, forcing):
            reason = f"gave {judge.flag.label} a text that the test names again: see whether it still holds"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        if forcing.forced is Forced.AMONG:
            reason = f"forced another value of {judge.flag.label} beside other flags: see whether the test still holds"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        for row in forcing.other_rows:
            yield Mark(module, row, why)
        for call in forcing.others:
            yield Mark(call.module, call.node, why, not call.alone, _kept_calls(forcing), call.alone)
        if forcing.forced is Forced.OTHER:
            yield from _other(judge, module, forcing, (why, back))
    yield from unforced_twins(judge, module, forced)
    yield from never_run(judge, module)
    for statement in asserts_other(judge, module):
        yield Mark(module, statement, (*judge.flag.why, "the test asserts another value"), onward=True, back=back)
    for test in asserts_nothing(judge, module):
        yield Mark(module, test, (*judge.flag.why, "the test asserts nothing but that"))


def _checked_first(judge: Judge, module: Module, forcing: Forcing, every: list[Forcing]) -> Mark | Finding:
    """The side that a test checks before it forces the kept value, where it is plain that there is one."""
    begins = first_side(module, forcing.node) if _is_first(module, forcing, every) else None
    if begins is not None:
        why = (*judge.flag.why, "the test checks another value first")
        return Mark(module, begins, why, onward=True, back=frozenset([forcing.node]))
    reason = f"the test checks something before it sets {judge.flag.label}: see whether that still holds"
    return Finding(Place(module.path, _line(forcing.node)), reason)


def _names_again(judge: Judge, module: Module, forcing: Forcing) -> bool:
    """Whether a text that only counts as true or false stands in the test once more: that may expect just this text."""
    value, function = forcing.setting.value, function_of(module, forcing.node)
    kept = judge.kept(module, forcing.setting)
    if function is None or kept is None or not isinstance(kept.value, bool):
        return False
    texts = [n.value for n in ast.walk(function) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and texts.count(value.value) > 1


def _is_first(module: Module, forcing: Forcing, every: list[Forcing]) -> bool:
    """Whether nothing else sets the flag before, in the test or around it."""
    test, owner = function_of(module, forcing.node), class_of(module, forcing.node)
    mine = [f for f in every if function_of(module, f.node) is test]
    around = [f for f in every if _is_of_file(module, f) or (owner and set_up_class(module, f.node) is owner)]
    return mine[0] is forcing and all(f.forced is Forced.RESTORED for f in around)


def _is_of_file(module: Module, forcing: Forcing) -> bool:
    function = function_of(module, forcing.node)
    return function is None or parts.is_set_up(function) or is_autouse_fixture(function)


def _kept_calls(forcing: Forcing) -> frozenset[ast.AST]:
    """Calls of a helper that force the kept value."""
    return frozenset(call.node for call in forcing.calls if call.forced is Forced.KEPT)


def _other(judge: Judge, module: Module, forcing: Forcing, chain: Chain) -> Iterator[Mark | Finding]:
    """Another value forced for a class spoils the whole class, but for tests that begin by forcing the kept one."""
    why, back = chain
    owner, function = set_up_class(module, forcing.node), function_of(module, forcing.node)
    if owner is not None:
        yield from _other_of_class(judge, module, (forcing, owner), (why, back))
        return
    yield Mark(module, forcing.node, why, onward=True, back=back)
    if function and is_autouse_fixture(function):
        reason = f"forced another value of {judge.flag.label} on every test here, which now see the kept one"
        yield Finding(Place(module.path, _line(forcing.node)), reason)


def _other_of_class(
    judge: Judge, module: Module, of: tuple[Forcing, ast.ClassDef], chain: Chain
) -> Iterator[Mark | Finding]:
    (forcing, owner), (why, back) = of, chain
    derived = descendants(judge.world, parts.symbol_of(module, owner))
    again = [node for node in back if class_of(module, node) is owner]
    if not again and not any(_forces_kept(judge, symbol) for symbol in derived):
        yield Mark(module, owner, why)
    elif has_family_tests(judge.world, module, owner) or not all_begin_tests(module, again):
        reason = "forces another value for the whole class, of which some tests force the kept one: cut it by hand"
        yield Finding(Place(module.path, _line(forcing.node)), reason)
    else:
        mine = {function_of(module, node) for node in again}
        for test in owner.body:
            if parts.is_test_function(test) and test not in mine:
                yield Mark(module, test, why)


def _forces_kept(judge: Judge, symbol: Symbol) -> bool:
    """Whether a class forces the kept value for itself."""
    module, node = judge.world.module(symbol.path), class_node(judge.world, symbol)
    found = forcings(judge, module) if module else []
    return any(f.forced is Forced.KEPT and class_of(module, f.node) is node for f in found)  # type: ignore[arg-type]


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 1)
