"""Tests that wait for a message which only removed code held into the draft without them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup.expects import expectations
from legacy_codemod.tests_cleanup.functions import is_test_function
from legacy_codemod.tests_cleanup.marks import Mark, function_of
from legacy_codemod.tests_cleanup.messages import is_left, is_of_a_library, lost_messages, saying
from legacy_codemod.tests_cleanup.one_act import is_of_one_piece
from legacy_codemod.tests_cleanup.since import IsKept
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.tests_cleanup.tidy import tidy

Said = list[tuple[Module, ast.Constant]]


def without_waiting_tests(draft: Draft, is_kept: IsKept) -> Draft:
    """Remove tests and rows that certainly fail for a message that is gone; one that may fail is a finding."""
    if not any(map(is_test, draft.world.tree.paths)):
        return draft
    marks: list[Mark] = []
    findings: list[Finding] = []
    lost = lost_messages(draft)
    draft.world.tree.scans.ask(word for message in lost for word in _longest(message))  # one scan for all
    for message, place in lost.items():
        said = list(_said(draft, message))
        if not said or is_left(draft.world, message):
            continue
        why = (*draft.because(place[0], [place[1]]), "the test waits for a message that nothing says any more")
        nodes = [] if is_of_a_library(message) else _certain(said)
        marks += [Mark(module, node, why) for module, node in nodes]
        if not nodes:
            findings += [_doubt(draft, module, text) for module, text in said if _in_test(module, text)]
    later = without(draft, marks, is_kept).noting(findings)
    return later if later.world is draft.world else tidy(later, draft.world, is_kept)


def _said(draft: Draft, message: str) -> Iterator[tuple[Module, ast.Constant]]:
    for path, _held in draft.world.mentioning(_longest(message)):
        module = draft.world.module(path) if is_test(path) else None
        yield from ((module, text) for text in saying(module, message)) if module else ()


def _longest(message: str) -> list[str]:
    """The words of which a file that holds the message, or much of it, holds one."""
    return sorted(re.findall(r"\w+", message), key=len)[-3:]


def _certain(said: Said) -> list[tuple[Module, ast.AST]]:
    """Tests and rows that fail; none where a test gives the message to the code itself, or checks more than that."""
    failing: dict[tuple[Module, ast.AST | None], list[ast.AST]] = defaultdict(list)
    for module, text in said:
        expecting = expectations(module, text)
        if expecting is None:
            return []
        for node in expecting:
            failing[module, function_of(module, node)].append(node)
    found: list[tuple[Module, ast.AST]] = []
    for (module, function), nodes in failing.items():
        if rows := [n for n in nodes if not isinstance(n, ast.stmt)]:
            found += [(module, row) for row in rows]
        elif isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and is_of_one_piece(module, function, nodes):
            found.append((module, function))
        else:
            return []
    return found


def _in_test(module: Module, text: ast.Constant) -> bool:
    function = function_of(module, text)
    return function is not None and is_test_function(function)


def _doubt(draft: Draft, module: Module, text: ast.Constant) -> Finding:
    reason = "names a message that nothing but tests says any more: see whether the test still holds"
    return Finding(Place(module.path, draft.line(module.path, text.lineno)), reason)
