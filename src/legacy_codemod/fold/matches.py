"""A ``match`` whose cases a flag decided into the splices that leave the cases that may still match."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from legacy_codemod.fold.branches import Branch, keep_none
from legacy_codemod.fold.cases import case_start, fold_cases, header_colon, settled_cases
from legacy_codemod.fold.effects import Statements, statement
from legacy_codemod.fold.sparing import fold_condition, fold_reads
from legacy_codemod.layout.statements import Suite
from legacy_codemod.truth import settled

if TYPE_CHECKING:
    from legacy_codemod.fold.suites import SuiteFold


def fold_match(fold: SuiteFold, node: ast.Match, suite: Suite) -> None:
    """Leave the cases that may still match; the suite of one that always does stands alone."""
    expressions, module = fold.expressions, fold.expressions.module
    around = expressions.spared.around
    cases = settled_cases(expressions.ask, module, node, around)
    alone = node.subject not in around and (cases.only or not cases.kept)
    if alone and (acting := _subject(fold, node)) is not None:
        branches = [
            Branch(None, case.body, case_start(module, case), module.text.line_of(header_colon(module, case)))
            for case in node.cases
        ]
        branches[0] = replace(branches[0], start=module.span(node)[0], effects=acting)
        fold.comment_above(node, suite, cases.why, [node.subject])
        if cases.only:
            fold.hoist(node, branches, node.cases.index(cases.only), cases.why)
        else:
            fold.add(keep_none(module, branches, cases.why).splices)
        return
    if cases.spared and settled(expressions.value(node.subject)):
        fold_reads(expressions, node.subject)
    else:
        expressions.fold(node.subject)
    fold.add(fold_cases(module, node, cases))
    for case in cases.kept or node.cases:
        if case in cases.spared:
            fold_condition(expressions, case.guard)
        elif case.guard is not None and case not in cases.held:
            expressions.fold(case.guard, boolean=True)
        fold.suite(Suite(case.body, module.text.line_of(header_colon(module, case))))


def _subject(fold: SuiteFold, node: ast.Match) -> Statements | None:
    """What asking for the subject does; ``None`` where that is no statement of its own."""
    ask, module = fold.expressions.ask, fold.expressions.module
    if ask.pure(module, node.subject):
        return ()
    source = statement(ask, module, node.subject)
    return (source,) if source else None
