"""A flag into test files without set-up that forces its kept value and without tests of another one."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.spread import reached
from legacy_codemod.index.module import Module
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import followers, held
from legacy_codemod.tests_cleanup.drop import drop
from legacy_codemod.tests_cleanup.flag_keys import key_words, only_reads_flag, reader
from legacy_codemod.tests_cleanup.forms.setting import Setting
from legacy_codemod.tests_cleanup.judge import Forced, Judge
from legacy_codemod.tests_cleanup.marks import Mark, any_checks, class_of, function_of, statement_in, statement_of
from legacy_codemod.tests_cleanup.skips import never_run, without_idle_marks
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.tests_cleanup.survey import Forcing, asserts_nothing, asserts_other, forcings
from legacy_codemod.tests_cleanup.tidy import tidy
from legacy_codemod.truth import Why

IsKept = Callable[[str], bool]


def clean_flag(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    """Take out of test files what the flag's value settles; called before the flag is folded.

    What cannot be cut cleanly stays and is a finding.
    """
    start = draft.world
    while True:
        later = _without_others(draft, flag, is_kept)
        later = _without_set_up(later, flag, is_kept) if later.world is draft.world else later
        if later.world is draft.world:
            return tidy(later, start, is_kept)
        draft = later


def _tests(draft: Draft, flag: Flag) -> tuple[Judge, list[Module]]:
    ask = Evaluator(draft.world, flag)
    words = key_words(flag) | ({reader(flag)} if only_reads_flag(ask, reader(flag)) else set())
    paths = {*reached(ask), *(path for path, _held in draft.world.mentioning(words))}
    ask.learn(words)
    modules = [draft.world.module(path) for path in sorted(paths) if is_test(path)]
    return Judge(draft.world, flag, ask), [module for module in modules if module is not None]


def _without_others(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    judge, modules = _tests(draft, flag)
    marks: list[Mark] = []
    findings: list[Finding] = []
    for module in modules:
        for found in _marks(judge, module):
            if isinstance(found, Mark):
                marks.append(found)
            else:
                findings.append(Finding(Place(module.path, draft.line(module.path, found.place.line)), found.reason))
    return without(draft, marks, is_kept).noting(findings)


def _marks(judge: Judge, module: Module) -> Iterator[Mark | Finding]:
    forced = forcings(judge, module)
    back = frozenset(f.node for f in forced if f.forced is Forced.KEPT and not f.other_rows)
    why = (*judge.flag.why, "the test forces another value")
    for forcing in forced:
        if forcing.forced is Forced.UNCLEAR:
            reason = f"sets {judge.flag.label}, but what it forces is not known: cut it by hand"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        if forcing.forced is Forced.KEPT and _checked_before(module, forcing.node):
            reason = f"the test checks something before it sets {judge.flag.label}: see whether that still holds"
            yield Finding(Place(module.path, _line(forcing.node)), reason)
        for row in forcing.other_rows:
            yield Mark(module, row, why)
        for call in forcing.calls:
            if call.forced is Forced.OTHER:
                yield Mark(
                    call.module, call.node, why, onward=not call.alone, back=_kept_calls(forcing), alone=call.alone
                )
        if forcing.forced is Forced.OTHER:
            yield _other(module, forcing, (why, back))
            if (
                (function := function_of(module, forcing.node))
                and parts.is_fixture(function)
                and parts.is_autouse(function)
            ):
                reason = f"forced another value of {judge.flag.label} on every test here, which now see the kept one"
                yield Finding(Place(module.path, _line(forcing.node)), reason)
    yield from never_run(judge, module)
    for statement in asserts_other(judge, module):
        yield Mark(module, statement, (*judge.flag.why, "the test asserts another value"), onward=True, back=back)
    for test in asserts_nothing(judge, module):
        yield Mark(module, test, (*judge.flag.why, "the test asserts nothing but that"))


def _kept_calls(forcing: Forcing) -> frozenset[ast.AST]:
    """Calls of a helper that force the kept value."""
    return frozenset(call.node for call in forcing.calls if call.forced is Forced.KEPT)


def _checked_before(module: Module, node: ast.AST) -> bool:
    """Whether a test asserts something before the statement that first sets the flag."""
    function = function_of(module, node)
    if function is None or not parts.is_test_function(function):
        return False
    statement = statement_in(module, function, node)
    before = function.body[: function.body.index(statement)] if statement else []
    return any_checks(module, before)


def _other(module: Module, forcing: Forcing, chain: tuple[Why, frozenset[ast.AST]]) -> Mark | Finding:
    """Another value forced for a class spoils the whole class, unless a test in it forces the kept one again."""
    why, back = chain
    function, owner = function_of(module, forcing.node), class_of(module, forcing.node)
    if owner is not None and (function is None or parts.is_set_up(function)):
        if any(class_of(module, node) is owner for node in back):
            reason = "forces another value for the whole class, of which some tests force the kept one: cut it by hand"
            return Finding(Place(module.path, _line(forcing.node)), reason)
        return Mark(module, owner, why)
    return Mark(module, forcing.node, why, onward=True, back=back)


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 1)


def _without_set_up(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    judge, modules = _tests(draft, flag)
    unmarked = without_idle_marks(draft, judge, [m for m in modules if not is_kept(m.path)])
    if unmarked.world is not draft.world:
        return unmarked
    why = (*flag.why, "set-up forces the kept value")
    still_read = _kept_reader(judge, is_kept)
    changed = {}
    findings: list[Finding] = []
    for module in modules:
        settings = _droppable(module, forcings(judge, module))
        if not settings:
            continue
        if is_kept(module.path) or still_read:
            reason = f"forces the kept value and stays, since {still_read or 'the file'} is under KEEP"
            findings += [_finding(draft, module, s.node, reason) for s in settings]
            continue
        piece, stays = drop(draft.world, module, settings, why)
        findings += [
            _finding(draft, module, n, "forces the kept value and cannot be cut cleanly: cut it by hand") for n in stays
        ]
        if piece is not None:
            changed[module.path] = piece
    return draft.spliced(changed).noting(findings)


def _droppable(module: Module, forced: list[Forcing]) -> list[Setting]:
    """What forces the kept value, except beside something that forces another one and stays."""
    settled = (Forced.KEPT, Forced.RESTORED)
    mixed = {_unit(module, f.node) for f in forced if f.forced not in settled}
    unclear = {statement_of(module, f.node) for f in forced if f.forced not in settled}
    return [
        f.setting
        for f in forced
        if f.forced in settled
        and not (f.other_rows or f.others)
        and not mixed & {_unit(module, f.node), class_of(module, f.node) or f.node, module.tree}
        and not unclear.intersection(_about(module, f.node))
    ]


def _about(module: Module, node: ast.AST) -> Iterator[ast.stmt]:
    """What only concerns the mock or record that ``node`` makes, and would go with it."""
    for place, name in held(module, node):
        yield from followers(module, place, name) or ()


def _unit(module: Module, node: ast.AST) -> ast.AST:
    """The test or fixture of a setting; the class or file where it holds for each test of it."""
    function, owner = function_of(module, node), class_of(module, node)
    if function is None or parts.is_set_up(function):
        return owner or (module.tree if function else node)
    return function


def _finding(draft: Draft, module: Module, node: ast.AST, reason: str) -> Finding:
    return Finding(Place(module.path, draft.line(module.path, _line(node))), reason)


def _kept_reader(judge: Judge, is_kept: IsKept) -> str:
    """A kept file that still reads the flag, or an empty string."""
    for path, module in reached(judge.ask).items():
        if is_kept(path) and not is_test(path):
            for node in module.nodes:
                if isinstance(node, ast.expr):
                    judge.ask.value(module, node)
                    if node in judge.ask.reads:
                        return path
    return ""
