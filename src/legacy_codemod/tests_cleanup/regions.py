"""A mark in a test into the statements that run under it, and tests that go into the classes that go with them."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.marks import Mark, any_checks, checks, statement_in, statement_of
from legacy_codemod.truth import Why


def region_of(mark: Mark, test: Function) -> list[ast.stmt] | None:
    """The statements of a test that run under what ``mark`` forces.

    Empty where it lies inside a block that cannot be cut, ``None`` where nothing of the test is left without it.
    """
    top = statement_in(mark.module, test, mark.node)
    if top is None:
        return None
    index = test.body.index(top)
    if isinstance(top, (ast.With, ast.AsyncWith)) and _in_items(mark, top):
        if any_checks(mark.module, top.body) or not _is_checked(mark.module, test.body[index + 1 :]):
            return [top]
        return [] if any_checks(mark.module, test.body[:index]) else None
    if statement_of(mark.module, mark.node) is not top and not (mark.onward and _opens(mark, top)):
        others = [s for s in test.body if s is not top] if mark.alone else test.body[:index]
        return [] if any_checks(mark.module, others) else None
    if mark.alone:
        return [top]
    region = [top]
    for statement in test.body[index + 1 :]:
        if any(node in mark.back for node in ast.walk(statement)):
            break
        region.append(statement)
    return region


def _is_checked(module: Module, behind: Sequence[ast.stmt]) -> bool:
    """Whether what a block did is checked behind it: nothing else is called before."""
    for statement in behind:
        calls = sum(isinstance(node, ast.Call) for node in ast.walk(statement))
        if checks(module, statement):
            return calls == (0 if isinstance(statement, ast.Assert) else 1)
        if calls:
            return False
    return False


def _opens(mark: Mark, block: ast.stmt) -> bool:
    """Whether ``mark`` stands in a ``with`` or ``for`` directly, before anything in it is checked."""
    inner = statement_of(mark.module, mark.node)
    if not isinstance(block, (ast.With, ast.AsyncWith, ast.For)) or inner not in block.body:
        return False
    return not any_checks(mark.module, block.body[: block.body.index(inner)])


def only_works_on(function: Function, statement: ast.stmt, stored: ast.expr) -> list[ast.stmt] | None:
    """The calls in a set-up that use the local names which ``statement`` binds; ``None`` where anything else does."""
    names = {n.id for n in ast.walk(stored) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    if not isinstance(stored, (ast.Name, ast.Tuple)) or not names or statement not in function.body:
        return None
    users = [s for s in function.body if s is not statement and names & _named(s)]
    return users if all(isinstance(s, ast.Expr) for s in users) else None


def _named(statement: ast.stmt) -> set[str]:
    return {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)} - {"_"}


def _in_items(mark: Mark, node: ast.With | ast.AsyncWith) -> bool:
    chain = {mark.node, *mark.module.scopes.ancestors(mark.node)}
    return any(item in chain for item in node.items)


def emptied_classes(module: Module, gone: dict[ast.stmt, Why]) -> dict[ast.stmt, Why]:
    """Test classes that lose every test, with why."""
    found: dict[ast.stmt, Why] = {}
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and node not in gone:
            tests = [s for s in node.body if parts.is_test_function(s)]
            if tests and all(t in gone for t in tests):
                found[node] = (*gone[tests[0]][:-1], f"no test is left in {node.name}")
    return found
