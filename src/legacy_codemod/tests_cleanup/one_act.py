"""A test and the assertions that fail in it into whether it checks anything apart from what they check."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.marks import bound, checks, loaded

Acts = frozenset[ast.stmt]  # statements of which the result is checked


def is_of_one_piece(module: Module, test: Function, failing: Collection[ast.AST]) -> bool:
    """Whether every assertion checks the result of a statement whose result one of ``failing`` checks."""
    checked = list(_checked(module, test))
    known = [(statement, acts) for statement, acts in checked if statement in failing]
    covered = frozenset(act for _, acts in known for act in acts)
    return all(statement in failing or acts & covered for statement, acts in checked)


def _checked(module: Module, test: Function) -> Iterator[tuple[ast.stmt, Acts]]:
    """Each assertion with the statements that it depends on, as the test runs from top to bottom."""
    reaching: dict[str, Acts] = {}
    for statement in _in_order(test.body):
        heads = [statement] if not isinstance(statement, (ast.With, ast.AsyncWith)) else _items(statement)
        acts = frozenset(act for name in loaded(heads) for act in reaching.get(name, ()))
        if not isinstance(statement, ast.Assign) and any(checks(module, head) for head in heads):
            inside = loaded(statement.body) if isinstance(statement, (ast.With, ast.AsyncWith)) else set()
            yield statement, acts | {act for name in inside for act in reaching.get(name, ())}
        reaching.update(dict.fromkeys(bound(heads), acts | {statement}))


def _in_order(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, (ast.With, ast.AsyncWith)):
            yield from _in_order(statement.body)


def _items(block: ast.With | ast.AsyncWith) -> list[ast.stmt]:
    return [ast.Expr(part) for i in block.items for part in (i.context_expr, i.optional_vars) if part]
