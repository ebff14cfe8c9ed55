"""Statements that a flag settled into the splices that fold them, suite by suite."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from legacy_codemod.fold.branches import (
    Branch,
    as_else,
    chain,
    clauses,
    keep_inside,
    keep_none,
    keep_one,
    keep_some,
)
from legacy_codemod.fold.cases import case_start, fold_cases, header_colon, settled_cases
from legacy_codemod.fold.claims import is_claim
from legacy_codemod.fold.comments import holders, names_flag
from legacy_codemod.fold.effects import Statements, effects, statement
from legacy_codemod.fold.expressions import ExpressionFold
from legacy_codemod.fold.gone import Gone
from legacy_codemod.fold.live import held_back
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

    @property
    def gone(self) -> Gone:
        """What the flag leaves nothing of."""
        return Gone(self.expressions.ask, self.expressions.module)

    def module(self) -> None:
        """Fold the whole file."""
        self._suite(Suite(self.expressions.module.tree.body))

    def _suite(self, suite: Suite) -> None:
        gone = [i for i, statement in enumerate(suite.body) if self.gone.goes(statement)]
        text = self.expressions.module.text
        together = [gone] if len(gone) == len(suite.body) else [range(a, b + 1) for a, b in runs(gone)]
        for run in together if gone else ():
            self._add(remove(text, suite, run, self.gone.reason(suite.body[run[0]])))
        if (held := held_back(self.expressions.ask, self.expressions.module, suite.body)) is not None:
            place = Place(self.expressions.module.path, held.lineno)
            self.expressions.findings.append(Finding(place, _MAY_SWALLOW))
        for index, node in enumerate(suite.body):
            if index not in gone:
                self._statement(node, suite)

    def _add(self, splices: Sequence[Splice]) -> None:
        self.expressions.splices.extend(splices)

    def _statement(self, node: ast.stmt, suite: Suite) -> None:
        if is_claim(self.expressions.ask, self.expressions.module, node):
            return
        match node:
            case ast.If():
                self._if(node, suite)
            case ast.While():
                self._while(node)
            case ast.Try() | ast.TryStar():
                self._try(node)
            case ast.Match():
                self._match(node, suite)
            case ast.Expr():
                self._expression(node)
            case _:
                self._parts(node)

    def _expression(self, node: ast.Expr) -> None:
        """Nobody asks what a statement gives: ``g() or FLAG`` is ``g()``."""
        ask, module = self.expressions.ask, self.expressions.module
        acting = () if isinstance(node.value, ast.NamedExpr) else effects(ask, module, node.value)
        if len(acting) == 1 and not ask.pure(module, node.value):
            self._add([Splice(*module.span(node), acting[0], self.expressions.why(node.value))])
        else:
            self.expressions.fold(node.value, boolean=True)

    def _parts(self, node: ast.AST) -> None:
        for name, value in ast.iter_fields(node):
            if name in ("body", "orelse", "finalbody") and isinstance(value, list) and value:
                self._clause(node, name, value)
            elif name == "handlers" and isinstance(value, list):
                for handler in value:
                    self._parts(handler)
            elif name != "test":
                for part in value if isinstance(value, list) else [value]:
                    self.expressions.fold(part if isinstance(part, ast.AST) else None)
            else:
                self.expressions.fold(value, boolean=True)

    def _clause(self, node: ast.AST, name: str, body: list[ast.stmt]) -> None:
        """Fold one suite of a statement; an ``else`` or ``finally`` of which nothing is left goes with its keyword."""
        text = self.expressions.module.text
        optional = name == "orelse" or (
            name == "finalbody" and isinstance(node, (ast.Try, ast.TryStar)) and bool(node.handlers)
        )
        if optional and all(map(self.gone.goes, body)):
            self._drop_clause(clause_start(text, node, name), body)
        else:
            self._suite(Suite(body, header_line(text, node, name)))

    def _drop_clause(self, start: int, body: Sequence[ast.stmt]) -> None:
        text = self.expressions.module.text
        top = comments_above(text, text.line_of(start), 0)
        self._add([Splice(text.start(top), text.start(last_line(body[-1]) + 1), "", self.gone.reason(body[0]))])

    def _while(self, node: ast.While) -> None:
        module = self.expressions.module
        first = self._with_effect(Branch(node.test, node.body, module.span(node)[0], header_line(module.text, node)))
        if self._decided(first) is not False:
            self._parts(node)
            return
        why = (*self.expressions.why(node.test), "loop never runs")
        if not node.orelse:
            self._add(keep_none(module, [first], why).splices)
            return
        start, header = clause_start(module.text, node, "orelse"), header_line(module.text, node, "orelse")
        self._hoist([first, Branch(None, node.orelse, start, header)], 1, why)

    def _try(self, node: ast.Try | ast.TryStar) -> None:
        """What a ``try`` guards may go: then no handler can run, but ``else`` and ``finally`` do."""
        idle = not node.handlers and not node.orelse and self.gone.all_go(node.finalbody)
        if idle and any(map(self.gone.goes, node.finalbody)):
            why = self.gone.reason(next(s for s in node.finalbody if self.gone.goes(s)))
            self._hoist(clauses(self.expressions.module, node), 0, why)
            return
        left = [name for name in ("orelse", "finalbody") if not self.gone.all_go(getattr(node, name))]
        if not self.gone.empties(node):
            self._parts(node)
            return
        module = self.expressions.module
        branches = clauses(module, node)
        index = next(i for i, branch in enumerate(branches) if branch.body is getattr(node, left[0]))
        why = self.gone.reason(next(s for s in node.body if self.gone.goes(s)))
        if len(left) == 1:
            self._hoist(branches, index, why)
        elif cut := keep_inside(module, branches, index, why):
            self._add(cut.splices)
            for name in left:
                self._clause(node, name, getattr(node, name))
        else:
            self._parts(node)

    def _hoist(self, branches: Sequence[Branch], index: int, why: Why) -> None:
        """Leave the suite of one branch in the place of the whole statement."""
        self._apply_one(branches, index, why)
        self._suite(Suite(branches[index].body, branches[index].header))

    def _match(self, node: ast.Match, suite: Suite) -> None:
        module = self.expressions.module
        cases = settled_cases(self.expressions.ask, module, node)
        if (cases.only or not cases.kept) and (acting := self._subject(node)) is not None:
            branches = [
                Branch(None, case.body, case_start(module, case), module.text.line_of(header_colon(module, case)))
                for case in node.cases
            ]
            branches[0] = replace(branches[0], start=module.span(node)[0], effects=acting)
            self._comment_above(node, suite, cases.why, [node.subject])
            if cases.only:
                self._hoist(branches, node.cases.index(cases.only), cases.why)
            else:
                self._add(keep_none(module, branches, cases.why).splices)
            return
        self.expressions.fold(node.subject)
        self._add(fold_cases(module, node, cases))
        for case in cases.kept or node.cases:
            if case.guard is not None and case not in cases.held:
                self.expressions.fold(case.guard, boolean=True)
            self._suite(Suite(case.body, module.text.line_of(header_colon(module, case))))

    def _subject(self, node: ast.Match) -> Statements | None:
        """What asking for the subject does; ``None`` where that is no statement of its own."""
        ask, module = self.expressions.ask, self.expressions.module
        if ask.pure(module, node.subject):
            return ()
        source = statement(ask, module, node.subject)
        return (source,) if source else None

    def _if(self, node: ast.If, suite: Suite) -> None:
        module = self.expressions.module
        first, *others = chain(module, node)
        branches = [self._with_effect(first), *others]
        kept: list[int] = []
        why: Why = ()
        closed = False
        for index, branch in enumerate(branches):
            known = self._decided(branch)
            if known is not None and branch.test is not None:
                why = why or self.expressions.why(branch.test)
            if known is False or closed:
                continue
            kept.append(index)
            closed = known is True
        if why and closed and len(kept) > 1 and branches[kept[-1]].test and self.gone.all_go(branches[kept[-1]].body):
            kept.pop()  # an `else` of which nothing is left
        if why:
            self._cut_chain(branches, kept, (*why, "branch unreachable"))
            self._comment_above(node, suite, why, [branch.test for branch in branches if branch.test is not None])
        for index in kept:
            self._branch(branches[index], alone=index == 0 or bool(why))

    def _with_effect(self, first: Branch) -> Branch:
        """What the first test does before the flag decides it can be done by a statement in front."""
        if first.test is None or self.gone.decided(first.test) is not None:
            return first
        return replace(first, effects=effects(self.expressions.ask, self.expressions.module, first.test))

    def _decided(self, branch: Branch) -> bool | None:
        """Whether a branch is always or never taken once it is reached."""
        if branch.test is None:
            return True
        return (
            self.expressions.ask.truth(self.expressions.module, branch.test)
            if branch.effects
            else self.gone.decided(branch.test)
        )

    def _branch(self, branch: Branch, *, alone: bool) -> None:
        if branch.test is not None and self._decided(branch) is None:
            self.expressions.fold(branch.test, boolean=True)
        if branch.test is None and not alone and all(map(self.gone.goes, branch.body)):
            self._drop_clause(branch.start, branch.body)
        else:
            self._suite(Suite(branch.body, branch.header))

    def _cut_chain(self, branches: Sequence[Branch], kept: Sequence[int], why: Why) -> None:
        module = self.expressions.module
        if not kept:
            self._add(keep_none(module, branches, why).splices)
            return
        last = branches[kept[-1]]
        always = self._decided(last) is True
        if len(kept) == 1 and always:
            self._apply_one(branches, kept[0], why)
            return
        self._add(keep_some(module, branches, kept, why).splices)
        if always and last.test is not None:
            self._add([as_else(module, last, why)])

    def _apply_one(self, branches: Sequence[Branch], index: int, why: Why) -> None:
        cut = keep_one(self.expressions.module, branches, index, why)
        self._add(cut.splices)
        self.dedents.extend(cut.dedents)

    def _comment_above(self, node: ast.stmt, suite: Suite, why: Why, tests: Sequence[ast.expr]) -> None:
        """A comment above ``node`` stays with the kept code, unless it names the flag."""
        text = self.expressions.module.text
        line = first_line(node)
        top = comments_above(text, line, suite.header)
        flag = self.expressions.ask.flag
        block = "\n".join(text.line(n) for n in range(top, line))
        held = [n for test in tests for n in holders(self.expressions.ask, self.expressions.module, test)]
        if flag and top < line and names_flag(block, flag, held):
            self._add([Splice(text.start(top), text.start(line), "", why)])
