"""Statements into whether control never passes them: they return, raise, loop for ever, or every way through does."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from legacy_codemod.fold.cases import Cases

Decide = Callable[[ast.expr], bool | None]  # the truth of a test, where it is known


def constant(test: ast.expr) -> bool | None:
    """The truth of a test that is written down, as in ``while True``."""
    return bool(test.value) if isinstance(test, ast.Constant) else None


@dataclass(frozen=True, slots=True)
class Exits:
    """Answers for code of which ``decide`` knows tests, ``cases`` what may run of a ``match``.

    ``passes_errors`` says of a ``with`` that it swallows none.
    """

    decide: Decide
    cases: Callable[[ast.Match], Cases]
    passes_errors: Callable[[ast.withitem], bool]

    def suite(self, body: Sequence[ast.stmt]) -> bool:
        """Whether control never reaches the end of ``body``."""
        return any(map(self.leaves, body))

    def leaves(self, node: ast.stmt) -> bool:
        """Whether control never reaches what stands behind ``node``."""
        match node:
            case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
                return True
            case ast.If(test=test, body=body, orelse=orelse):
                known = self.decide(test)
                if known is not None:
                    return self.suite(body if known else orelse)
                return self.suite(body) and self.suite(orelse)
            case ast.While(test=test, body=body, orelse=orelse):
                known = self.decide(test)
                return (known is False and self.suite(orelse)) or (known is True and not self._breaks(body))
            case ast.Try() | ast.TryStar():
                return self._try_leaves(node)
            case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
                return all(map(self.passes_errors, items)) and self.suite(body)
            case ast.Match():
                cases = self.cases(node)
                return cases.complete and all(self.suite(case.body) for case in cases.kept)
        return False

    def _try_leaves(self, node: ast.Try | ast.TryStar) -> bool:
        body = self.suite(node.body) or self.suite(node.orelse)
        return self.suite(node.finalbody) or (body and all(self.suite(handler.body) for handler in node.handlers))

    def _breaks(self, body: Sequence[ast.stmt]) -> bool:
        """Whether a ``break`` that is reached ends the loop around ``body``."""
        for node in body:
            if any(self._breaks(suite) for suite in self._suites(node)) or isinstance(node, ast.Break):
                return True
            if self.leaves(node):
                return False
        return False

    def _suites(self, node: ast.stmt) -> list[list[ast.stmt]]:
        """The suites of ``node`` that run, as far as a ``break`` in them ends the loop around ``node``."""
        match node:
            case ast.If(test=test, body=body, orelse=orelse):
                known = self.decide(test)
                return [body, orelse] if known is None else [body if known else orelse]
            case ast.For(orelse=orelse) | ast.AsyncFor(orelse=orelse) | ast.While(orelse=orelse):
                return [orelse]
            case ast.Try() | ast.TryStar():
                return [node.body, node.orelse, node.finalbody, *(handler.body for handler in node.handlers)]
            case ast.With(body=body) | ast.AsyncWith(body=body):
                return [body]
            case ast.Match():
                return [case.body for case in self.cases(node).kept]
        return []
