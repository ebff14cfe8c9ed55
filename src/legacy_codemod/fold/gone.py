"""Statements into whether a settled flag leaves anything of them, and the reason where it does not."""

from __future__ import annotations

import ast
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legacy_codemod.fold import live
from legacy_codemod.fold.cases import settled_cases
from legacy_codemod.fold.claims import is_claim
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.sparing import Spared
from legacy_codemod.index.module import Module
from legacy_codemod.truth import Why, settled, truth


def _is_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant(value=types.EllipsisType())):
            return True
    return False


@dataclass(frozen=True, eq=False)
class Gone:
    """Answers for the statements of one file."""

    ask: Evaluator
    module: Module
    spared: Spared
    raised: Mapping[ast.stmt, ast.stmt]  # statements that now stand where another one stood, which held them

    def decided(self, test: ast.expr) -> bool | None:
        """The truth of a test that the flag settles and that may go unasked."""
        value = self.ask.value(self.module, test)
        if settled(value) and self.ask.pure(self.module, test):
            return truth(value)
        return None

    def goes(self, node: ast.stmt) -> bool:
        """Whether nothing is left of ``node``."""
        if node in self.spared.around:
            return False
        if self._behind_an_exit(node):
            return True
        if is_claim(self.ask, self.module, node):
            return False
        match node:
            case ast.If():
                return self._if_goes(node)
            case ast.While(test=test, orelse=orelse):
                return self.decided(test) is False and self.all_go(orelse)
            case ast.Assert(test=test):
                return self.decided(test) is True
            case ast.Expr(value=value) if not isinstance(value, ast.Constant):
                known = self.ask.value(self.module, value)
                return (settled(known) or value in self.ask.reads) and self.ask.pure(self.module, value)
            case ast.Try() | ast.TryStar():
                return self.empties(node) and self.all_go(node.orelse) and self.all_go(node.finalbody)
            case ast.Match():
                return self._match_goes(node)
        return False

    def empties(self, node: ast.Try | ast.TryStar) -> bool:
        """Whether the flag leaves nothing that a handler of ``node`` could be for."""
        return self.all_go(node.body) and any(map(self.goes, node.body))

    def _match_goes(self, node: ast.Match) -> bool:
        cases = settled_cases(self.ask, self.module, node)
        nothing = not cases.kept or (cases.only is not None and self.all_go(cases.only.body))
        return nothing and self.ask.pure(self.module, node.subject)

    def _if_goes(self, node: ast.If) -> bool:
        known = self.decided(node.test)
        if known is not None:
            chosen = node.body if known else node.orelse
            return self.all_go(chosen) or self._only_ends(node, chosen)
        emptied = all(map(self.goes, node.body)) and all(map(self.goes, node.orelse))
        return emptied and self.ask.pure(self.module, node.test)

    def _only_ends(self, node: ast.If, chosen: Sequence[ast.stmt]) -> bool:
        """A bare ``return`` that now ends its function does what running off the end does."""
        parent = self.module.scopes.parents[node]
        bare = len(chosen) == 1 and isinstance(chosen[0], ast.Return) and chosen[0].value is None
        if not bare or not isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return False
        behind = parent.body[parent.body.index(node) + 1 :]
        unreached = (s not in self.spared.around and self._behind_an_exit(s) is not None for s in behind)
        return all(unreached)  # what was unreachable before would come to run

    def all_go(self, body: Sequence[ast.stmt]) -> bool:
        """Whether a chosen suite leaves nothing: in the open a ``pass`` or ``...`` is nothing too."""
        return all(_is_nothing(s) or self.goes(s) for s in body)

    def _behind_an_exit(self, node: ast.stmt) -> ast.stmt | None:
        """``node``, or what it now stands in the place of, if the flag makes control always leave before that."""
        place: ast.stmt | None = node
        while place is not None:
            if live.follows_an_exit(self.ask, self.module, self.module.scopes.parents[place], place):
                return place
            place = self.raised.get(place)
        return None

    def reason(self, node: ast.stmt) -> Why:
        """The chain that took ``node``."""
        if place := self._behind_an_exit(node):
            return (*self._exit_reason(place), "what follows is unreachable")
        if isinstance(node, ast.Match):
            return settled_cases(self.ask, self.module, node).why
        test = getattr(node, "test", getattr(node, "value", None))
        if isinstance(test, ast.expr) and (why := self.ask.value(self.module, test).why):
            return (*why, "the condition always holds" if isinstance(node, ast.Assert) else "branch unreachable")
        nested = (self.reason(s) for s in ast.iter_child_nodes(node) if isinstance(s, ast.stmt))
        return next((why for why in nested if why), ())

    def _exit_reason(self, node: ast.stmt) -> Why:
        """Why control never comes to ``node``: the first test in front of it that the flag settles."""
        parent = self.module.scopes.parents[node]
        fields = [s for f in ("body", "orelse", "finalbody") if isinstance(s := getattr(parent, f, None), list)]
        suite = next(s for s in fields if node in s)
        in_front = [*suite[: suite.index(node)], *(s for s in fields[: fields.index(suite)] for s in s)]
        parts = [parent, *(part for earlier in in_front for part in ast.walk(earlier))]
        tests = (getattr(part, field, None) for part in parts for field in ("test", "subject", "guard"))
        whys = (self.ask.value(self.module, test).why for test in tests if isinstance(test, ast.expr))
        return next((why for why in whys if why), ())
