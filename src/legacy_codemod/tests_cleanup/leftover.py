"""Test files that still name a flag after the clean-up, or that hide its variable, into findings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.model import EnvFlag, Finding, Place
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.flag_keys import means_flag
from legacy_codemod.tests_cleanup.forms import environ, mock_patch
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.judge import Judge
from legacy_codemod.tests_cleanup.since import pairs
from legacy_codemod.tests_cleanup.survey import forcings

_OWN = re.compile(r"[._\-:/]|[a-z][A-Z]|[A-Z].*[A-Z]")  # an ordinary word in a test may be anything


def leftovers(draft: Draft, judge: Judge, files: Iterable[tuple[Module, Module]]) -> list[Finding]:
    """One finding for each function about which nothing was said yet; ``files`` are as they were and as they are."""
    found: list[Finding] = []
    for earlier, module in files:
        said = {f.place.line for f in draft.findings if f.place.path == module.path}
        known = {n for f in forcings(judge, module) for n in ast.walk(f.node)}
        for was, function in pairs(earlier, module):
            lines = {draft.line(module.path, n) for n in range(function.lineno, (function.end_lineno or 0) + 1)}
            left = next((n for n in ast.walk(function) if n not in known and _is_left(judge, module, n)), None)
            if left is not None and not said & lines:
                reason = f"still names {judge.flag.label}, in a way that is not understood: see whether it sets it"
                found.append(_finding(draft, module, left, reason))
            elif _hides(judge, (earlier, was), module, function) and not said & lines:
                reason = f"empties the environment, in which {judge.flag.label} was not set: see whether it still holds"
                found.append(_finding(draft, module, function, reason))
    return found


def _finding(draft: Draft, module: Module, node: ast.AST, reason: str) -> Finding:
    return Finding(Place(module.path, draft.line(module.path, getattr(node, "lineno", 1))), reason)


def _is_left(judge: Judge, module: Module, node: ast.AST) -> bool:
    return isinstance(node, ast.expr) and _names(judge, module, node) and not _is_read(judge, module, node)


def _hides(judge: Judge, before: tuple[Module, parts.Function], module: Module, function: parts.Function) -> bool:
    """Whether a test runs in an emptied environment in which it did not set the variable."""
    subject = judge.flag.subject
    if not isinstance(subject, EnvFlag) or subject.value is None or subject.env in before[0].source(before[1]):
        return False
    decorated = [n for d in (*before[1].decorator_list, *function.decorator_list) for n in ast.walk(d)]
    if any(getattr(n, "value", "") == subject.env for n in decorated):
        return False
    return any(isinstance(n, ast.Call) and _empties(judge, module, n) for n in ast.walk(function))


def _names(judge: Judge, module: Module, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant) and not (isinstance(node.value, str) and _OWN.search(node.value)):
        return False
    if isinstance(judge.flag.subject, EnvFlag):
        return isinstance(node, ast.Constant) and node.value == judge.flag.subject.env
    return isinstance(node, (ast.Constant, ast.Attribute, ast.Name)) and means_flag(judge.ask, module, node)


def _is_read(judge: Judge, module: Module, node: ast.expr) -> bool:
    """Whether it is part of a read, which the fold will take."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, FUNCTIONS):
            return False
        if isinstance(outer, ast.expr):
            judge.ask.value(module, outer)
            if outer in judge.ask.reads:
                return True
    return False


def _empties(judge: Judge, module: Module, call: ast.Call) -> bool:
    cleared = any(k.arg == "clear" and getattr(k.value, "value", False) is True for k in call.keywords)
    patched = cleared and mock_patch.patcher(judge.world, module, call) == "dict" and bool(call.args)
    return patched and environ.is_environ(judge.world, module, call.args[0])
