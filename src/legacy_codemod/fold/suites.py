"""Statements that a flag settled into the splices that fold them, suite by suite."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field

from legacy_codemod.fold.branches import Branch, keep_one
from legacy_codemod.fold.claims import is_claim
from legacy_codemod.fold.comments import holders, names_flag
from legacy_codemod.fold.conditions import fold_if, fold_while
from legacy_codemod.fold.effects import effects
from legacy_codemod.fold.expressions import ExpressionFold
from legacy_codemod.fold.gone import Gone
from legacy_codemod.fold.live import held_back
from legacy_codemod.fold.matches import fold_match
from legacy_codemod.fold.sparing import fold_statement
from legacy_codemod.fold.tries import fold_try
from legacy_codemod.layout.runs import runs
from legacy_codemod.layout.splice import Dedent, Splice
from legacy_codemod.layout.statements import (
    Suite,
    clause_start,
    comments_above,
    first_line,
    header_line,
    last_line,
    remove,
)
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import Why

_MAY_SWALLOW = "a context manager here may swallow an error, so what stands behind it stays"


@dataclass(eq=False)
class SuiteFold:
    """Folds one file; what it found goes into ``expressions.splices`` and ``dedents``."""

    expressions: ExpressionFold
    dedents: list[Dedent] = field(default_factory=list)
    raised: dict[ast.stmt, ast.stmt] = field(default_factory=dict)  # by what they stand in the place of

    @property
    def gone(self) -> Gone:
        """What the flag leaves nothing of."""
        return Gone(self.expressions.ask, self.expressions.module, self.expressions.spared, self.raised)

    def module(self) -> None:
        """Fold the whole file."""
        self.suite(Suite(self.expressions.module.tree.body))

    def suite(self, suite: Suite) -> None:
        """Fold one suite: what the flag leaves nothing of goes, the rest is folded in its place."""
        gone = [i for i, statement in enumerate(suite.body) if self.gone.goes(statement)]
        text = self.expressions.module.text
        together = [gone] if len(gone) == len(suite.body) else [range(a, b + 1) for a, b in runs(gone)]
        for run in together if gone else ():
            self.add(remove(text, suite, run, self.gone.reason(suite.body[run[0]])))
        if (held := held_back(self.expressions.ask, self.expressions.module, suite.body)) is not None:
            place = Place(self.expressions.module.path, held.lineno)
            self.expressions.findings.append(Finding(place, _MAY_SWALLOW))
        for index, node in enumerate(suite.body):
            if index not in gone:
                self._statement(node, suite)

    def add(self, splices: Sequence[Splice]) -> None:
        """Keep some splices."""
        self.expressions.splices.extend(splices)

    def _statement(self, node: ast.stmt, suite: Suite) -> None:
        ask, module = self.expressions.ask, self.expressions.module
        if node not in ask.hot(module).nodes or is_claim(ask, module, node):
            return
        spared = self.expressions.spared
        if node not in spared.in_parts:
            before = self._so_far()
            self._whole(node, suite)
            if node not in spared.around or not spared.is_taken(self.expressions.splices[before[0] :]):
                return
            self._back_to(before)
            spared.in_parts.add(node)
        fold_statement(self, node)

    def _so_far(self) -> tuple[int, int, int, int]:
        return len(self.expressions.splices), len(self.dedents), len(self.expressions.findings), len(self.raised)

    def _back_to(self, before: tuple[int, int, int, int]) -> None:
        splices, dedents, findings, raised = before
        del self.expressions.splices[splices:], self.dedents[dedents:], self.expressions.findings[findings:]
        for statement in [*self.raised][raised:]:
            del self.raised[statement]

    def _whole(self, node: ast.stmt, suite: Suite) -> None:
        match node:
            case ast.If():
                fold_if(self, node, suite)
            case ast.While():
                fold_while(self, node)
            case ast.Try() | ast.TryStar():
                fold_try(self, node)
            case ast.Match():
                fold_match(self, node, suite)
            case ast.Expr():
                self._expression(node)
            case _:
                self.parts(node)

    def _expression(self, node: ast.Expr) -> None:
        """Nobody asks what a statement gives: ``g() or FLAG`` is ``g()``."""
        ask, module = self.expressions.ask, self.expressions.module
        acting = () if isinstance(node.value, ast.NamedExpr) else effects(ask, module, node.value)
        if len(acting) == 1 and not ask.pure(module, node.value):
            self.add([Splice(*module.span(node), acting[0], self.expressions.why(node.value))])
        else:
            self.expressions.fold(node.value, boolean=True)

    def parts(self, node: ast.AST) -> None:
        """Fold the expressions and suites of a statement that stays."""
        for name, value in ast.iter_fields(node):
            if name in ("body", "orelse", "finalbody") and isinstance(value, list) and value:
                self.clause(node, name, value)
            elif name == "handlers" and isinstance(value, list):
                for handler in value:
                    self.parts(handler)
            elif name != "test":
                for part in value if isinstance(value, list) else [value]:
                    self.expressions.fold(part if isinstance(part, ast.AST) else None)
            else:
                self.expressions.fold(value, boolean=True)

    def clause(self, node: ast.AST, name: str, body: list[ast.stmt]) -> None:
        """Fold one suite of a statement; an ``else`` or ``finally`` of which nothing is left goes with its keyword."""
        text = self.expressions.module.text
        optional = name == "orelse" or (
            name == "finalbody" and isinstance(node, (ast.Try, ast.TryStar)) and bool(node.handlers)
        )
        if optional and all(map(self.gone.goes, body)):
            self.drop_clause(clause_start(text, node, name), body)
        else:
            self.suite(Suite(body, header_line(text, node, name)))

    def drop_clause(self, start: int, body: Sequence[ast.stmt]) -> None:
        """Remove a clause from its keyword at ``start`` on, and the comments above it."""
        text = self.expressions.module.text
        top = comments_above(text, text.line_of(start), 0)
        self.add([Splice(text.start(top), text.start(last_line(body[-1]) + 1), "", self.gone.reason(body[0]))])

    def hoist(self, node: ast.stmt, branches: Sequence[Branch], index: int, why: Why) -> None:
        """Leave the suite of one branch in the place of the whole statement."""
        self.keep_one(node, branches, index, why)
        self.suite(Suite(branches[index].body, branches[index].header))

    def keep_one(self, node: ast.stmt, branches: Sequence[Branch], index: int, why: Why) -> None:
        """Put one branch in the place of the whole statement, without folding it."""
        self.raised.update(dict.fromkeys(branches[index].body, node))
        cut = keep_one(self.expressions.module, branches, index, why)
        self.add(cut.splices)
        self.dedents.extend(cut.dedents)

    def comment_above(self, node: ast.stmt, suite: Suite, why: Why, tests: Sequence[ast.expr]) -> None:
        """A comment above ``node`` stays with the kept code, unless it names the flag."""
        text = self.expressions.module.text
        line = first_line(node)
        top = comments_above(text, line, suite.header)
        flag = self.expressions.ask.flag
        block = "\n".join(text.line(n) for n in range(top, line))
        held = [n for test in tests for n in holders(self.expressions.ask, self.expressions.module, test)]
        if flag and top < line and names_flag(block, flag, held):
            self.add([Splice(text.start(top), text.start(line), "", why)])
