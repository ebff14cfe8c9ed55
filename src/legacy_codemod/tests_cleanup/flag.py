"""A flag into test files without set-up that forces its kept value and without tests of another one."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable

from legacy_codemod.draft import Draft
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.spread import spread
from legacy_codemod.fold.templates import template_reads
from legacy_codemod.index.module import Module
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup.drop import drop
from legacy_codemod.tests_cleanup.droppable import droppable
from legacy_codemod.tests_cleanup.flag_keys import key_words, only_reads_flag, readers
from legacy_codemod.tests_cleanup.judge import Judge
from legacy_codemod.tests_cleanup.leftover import leftovers
from legacy_codemod.tests_cleanup.listed import without_listed
from legacy_codemod.tests_cleanup.marks import Mark
from legacy_codemod.tests_cleanup.skips import without_idle_marks
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.tests_cleanup.spoils import spoiled_by
from legacy_codemod.tests_cleanup.survey import forcings
from legacy_codemod.tests_cleanup.tidy import tidy

IsKept = Callable[[str], bool]


def clean_flag(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    """Take out of test files what the flag's value settles; called before the flag is folded.

    What cannot be cut cleanly stays and is a finding.
    """
    start = draft
    while True:
        later = _without_others(draft, flag, is_kept)
        later = _without_set_up(later, flag, is_kept) if later.world is draft.world else later
        if later.world is draft.world:
            return _with_leftovers(tidy(later, start.world, is_kept), start, flag, is_kept)
        draft = later


def _with_leftovers(draft: Draft, start: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    judge = _judge(draft, flag)
    files = [(m, draft.world.module(m.path)) for m in _judge(start, flag).tests if not is_kept(m.path)]
    return draft.noting(leftovers(draft, judge, [(was, now) for was, now in files if now is not None]))


def _judge(draft: Draft, flag: Flag) -> Judge:
    """What judges the tests of the draft's world; made once for each world."""
    return draft.world.once(("tests of", flag.subject), lambda: _made(draft, flag))


def _made(draft: Draft, flag: Flag) -> Judge:
    ask, files = spread(draft.world, flag)
    code = [path for path in files if not is_test(path)]
    asked = {name for name in readers(flag) if any(only_reads_flag(ask, name, path) for path in code)}
    words = key_words(draft.world, flag) | asked
    paths = {*files, *(path for path, _held in draft.world.mentioning(words))}
    # the fold goes on with what answers for the code; the tests say more words, which would make it start anew
    ask = Evaluator(draft.world, flag, words=ask.words | words, parameters=copy.deepcopy(ask.parameters))
    modules = (draft.world.module(path) for path in sorted(paths) if is_test(path))
    return Judge(draft.world, flag, ask, files, tuple(module for module in modules if module is not None))


def _without_others(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    judge = _judge(draft, flag)
    marks: list[Mark] = []
    findings: list[Finding] = []
    for module in judge.tests:
        for found in spoiled_by(judge, module):
            if isinstance(found, Mark):
                marks.append(found)
            else:
                findings.append(Finding(Place(module.path, draft.line(module.path, found.place.line)), found.reason))
    return without(draft, marks, is_kept).noting(findings)


def _without_set_up(draft: Draft, flag: Flag, is_kept: IsKept) -> Draft:
    judge = _judge(draft, flag)
    own = [module for module in judge.tests if not is_kept(module.path)]
    unmarked = without_idle_marks(draft, judge, own)
    if unmarked.world is not draft.world:
        return unmarked
    why = (*flag.why, "set-up forces the kept value")
    still_read = _still_read(judge, is_kept)
    if not still_read:
        listed = without_listed(draft, judge, own, why)
        if listed.world is not draft.world:
            return listed
    changed = {}
    findings: list[Finding] = []
    for module, settings in droppable(draft.world, [(m, forcings(judge, m)) for m in judge.tests]):
        if is_kept(module.path) or still_read:
            reason = f"forces the kept value and stays, since {still_read or 'the file is under KEEP'}"
            findings += [_finding(draft, module, s.node, reason) for s in settings]
            continue
        piece, stays = drop(draft.world, module, settings, why)
        findings += [
            _finding(draft, module, n, "forces the kept value and cannot be cut cleanly: cut it by hand") for n in stays
        ]
        if piece is not None:
            changed[module.path] = piece
    return draft.spliced(changed).noting(findings)


def _finding(draft: Draft, module: Module, node: ast.AST, reason: str) -> Finding:
    return Finding(Place(module.path, draft.line(module.path, getattr(node, "lineno", 1))), reason)


def _still_read(judge: Judge, is_kept: IsKept) -> str:
    """What still reads the flag once it is folded, or an empty string."""
    if kept := _kept_reader(judge, is_kept):
        return f"{kept} is under KEEP"
    template = next(template_reads(judge.world, judge.flag), None)
    return f"a template still reads the flag ({template})" if template else ""


def _kept_reader(judge: Judge, is_kept: IsKept) -> str:
    """A kept file that still reads the flag, or an empty string."""
    for path, module in judge.files.items():
        if is_kept(path) and not is_test(path):
            for node in module.nodes:
                if isinstance(node, ast.expr):
                    judge.ask.value(module, node)
                    if node in judge.ask.reads:
                        return path
    return ""
