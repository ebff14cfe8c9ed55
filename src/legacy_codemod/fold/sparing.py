"""What must stay though the flag leaves nothing of it, and what stands around that, into folds of the parts."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legacy_codemod.fold.lasting import deciding, is_decided, lasts
from legacy_codemod.index.children import children
from legacy_codemod.index.module import Module
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import settled

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold
    from legacy_codemod.fold.suites import SuiteFold


@dataclass(eq=False)
class Spared:
    """What a fold of one file may not take, what stands around that, and of what only the parts are folded for it."""

    module: Module
    reasons: dict[ast.AST, str] = field(default_factory=dict)
    around: set[ast.AST] = field(default_factory=set)
    in_parts: set[ast.AST] = field(default_factory=set)

    def spare(self, node: ast.AST, reason: str) -> bool:
        """Let ``node`` stay; whether that is news."""
        news = node not in self.reasons
        self.reasons.setdefault(node, reason)
        self.around |= {node, *self.module.scopes.ancestors(node)}
        return news

    def is_taken(self, splices: Sequence[Splice]) -> bool:
        """Whether ``splices`` take the whole of anything that must stay."""
        return any(takes(self.module, splices, node) for node in self.reasons) if splices else False

    def findings(self) -> list[Finding]:
        """Where something stays, and why."""
        return [Finding(Place(self.module.path, node.lineno), why) for node, why in self.reasons.items()]  # type: ignore[attr-defined]


def takes(module: Module, splices: Sequence[Splice], node: ast.AST) -> bool:
    """Whether one of ``splices`` takes the whole of ``node``."""
    start, end = module.span(node)
    return any(cut.start <= start and end <= cut.end for cut in splices)


def fold_statement(fold: SuiteFold, node: ast.stmt) -> None:
    """Fold the parts of a statement, which stays with all its suites; what decides of them stays as it is written.

    So the flag is still read there: once another flag takes what the statement stays for, it can go after all.
    """
    expressions = fold.expressions
    match node:
        case ast.While():
            fold_condition(expressions, node.test)
            for name in ("body", "orelse"):
                if suite := getattr(node, name):
                    fold.clause(node, name, suite)
        case ast.Expr():
            expressions.fold(node.value, boolean=True)
        case _:
            fold.parts(node)


def fold_condition(fold: ExpressionFold, test: ast.expr | None) -> None:
    """Fold a test but for the part of it that decides."""
    if test is None or not is_decided(fold.ask, fold.module, test):
        fold.fold(test, boolean=True)
        return
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            fold_condition(fold, operand)
        case ast.BoolOp():
            _fold_operands(fold, test, boolean=True)
        case _:
            fold_reads(fold, test)


def fold_reads(fold: ExpressionFold, node: ast.expr) -> None:
    """Fold what reads the flag in something settled that stays as it is written, if it is names that decide it.

    Those hold plain values from now on, and a later fold would find the reads beside them.
    """
    if not lasts(fold.ask, fold.module, node):
        _fold_beside(fold, node)


def _fold_beside(fold: ExpressionFold, node: ast.AST) -> None:
    for inner in children(node):
        if _holds_a_name(fold, inner):
            _fold_beside(fold, inner)
        else:
            fold.fold(inner)


def _holds_a_name(fold: ExpressionFold, node: ast.AST) -> bool:
    """Whether something in ``node`` is settled by what carries the flag's value, and not by a read of the flag."""
    if isinstance(node, ast.expr) and settled(fold.value(node)):
        return not lasts(fold.ask, fold.module, node)
    return any(_holds_a_name(fold, inner) for inner in children(node))


def _fold_operands(fold: ExpressionFold, node: ast.BoolOp, *, boolean: bool) -> None:
    decides = deciding(fold.ask, fold.module, node)
    if decides is not None and not lasts(fold.ask, fold.module, decides):
        fold.ask.asks_after_all(node.values)
    for value in node.values:
        if value is decides:
            fold_condition(fold, value)
        else:
            fold.fold(value, boolean=boolean)


def fold_expression(fold: ExpressionFold, node: ast.expr, *, boolean: bool) -> None:
    """Fold each part of an expression, all of which stay; what decides of them stays as it is written."""
    match node:
        case ast.BoolOp():
            _fold_operands(fold, node, boolean=boolean)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            fold.fold(operand, boolean=True)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            if not lasts(fold.ask, fold.module, test):
                fold.ask.asks_after_all([body, orelse])
            fold_condition(fold, test)
            fold.fold(body, boolean=boolean)
            fold.fold(orelse, boolean=boolean)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for generator in node.generators:
                fold.fold(generator.iter)
                for test in generator.ifs:
                    fold.fold(test, boolean=True)
            for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
                fold.fold(part)
        case _:
            for inner in children(node):
                fold.fold(inner)
