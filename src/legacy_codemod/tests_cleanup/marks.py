"""What cannot stay in a test file, before it is known how much goes with it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.tests_cleanup.functions import FUNCTIONS, Function
from legacy_codemod.truth import Why


@dataclass(frozen=True, eq=False, slots=True)
class Mark:
    """A node that cannot stay.

    With ``onward`` it only spoils what follows it in its test, up to one of the nodes ``back``; with ``alone`` not
    even that.
    """

    module: Module
    node: ast.AST
    why: Why
    onward: bool = False
    back: frozenset[ast.AST] = frozenset()
    alone: bool = False


def function_of(module: Module, node: ast.AST) -> Function | None:
    """The outermost function that holds ``node``, or is it."""
    chain = [o for o in (node, *module.scopes.ancestors(node)) if isinstance(o, FUNCTIONS)]
    return chain[-1] if chain else None


def class_of(module: Module, node: ast.AST) -> ast.ClassDef | None:
    """The outermost class that holds ``node``, or is it."""
    chain = [o for o in (node, *module.scopes.ancestors(node)) if isinstance(o, ast.ClassDef)]
    return chain[-1] if chain else None


def statement_of(module: Module, node: ast.AST) -> ast.stmt:
    """The innermost statement that holds ``node``, or is it."""
    return next(o for o in (node, *module.scopes.ancestors(node)) if isinstance(o, ast.stmt))


def statement_in(module: Module, owner: ast.AST, node: ast.AST) -> ast.stmt | None:
    """The statement of ``owner``'s own body that holds ``node``; ``None`` for decorators and parameters."""
    chain = {node, *module.scopes.ancestors(node)}
    return next((s for s in getattr(owner, "body", ()) if s in chain), None)


_CHECKS = frozenset({"raises", "fail", "warns", "deprecated_call"})
_CHECK_PREFIXES = ("assert", "check", "verify", "expect", "validate", "ensure")


def checks(module: Module, statement: ast.stmt) -> bool:
    """Whether a statement asserts something, or calls a function that says it does or that does, in the same file."""
    return any(is_check(module, node) for node in ast.walk(statement))


def any_checks(module: Module, statements: Iterable[ast.stmt]) -> bool:
    """Whether one of the statements asserts something."""
    return any(checks(module, statement) for statement in statements)


def is_check(module: Module, node: ast.AST) -> bool:
    """Whether ``node`` is an ``assert``, or a call that says it asserts something or does."""
    return _is_check(node, _checking(module))


def _is_check(node: ast.AST, checking: frozenset[str]) -> bool:
    if not isinstance(node, ast.Call):
        return isinstance(node, ast.Assert)
    name = last_name(node.func)
    return name.lower().lstrip("_").startswith(_CHECK_PREFIXES) or name in _CHECKS | checking


@lru_cache(maxsize=64)
def _checking(module: Module) -> frozenset[str]:
    """Helpers of the file that assert something."""
    return frozenset(
        node.name
        for node in module.nodes
        if isinstance(node, FUNCTIONS) and not node.name.startswith("test")
        if any(_is_check(inner, frozenset()) for inner in ast.walk(node))
    )


def bound(statements: list[ast.stmt]) -> Iterator[str]:
    """Names that statements bind."""
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
                yield node.name


def loaded(statements: list[ast.stmt]) -> set[str]:
    """Names that statements read."""
    return {
        node.id
        for s in statements
        for node in ast.walk(s)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def checked_between(module: Module, first: ast.AST, last: ast.AST) -> bool:
    """Whether something is asserted between two places of one suite; two suites count as if it were."""
    start, end = statement_of(module, first), statement_of(module, last)
    body = getattr(module.scopes.parents[start], "body", [])
    if start not in body or end not in body:
        return True
    return any_checks(module, body[body.index(start) : body.index(end)])


def rest_after(body: list[ast.stmt], region: list[ast.stmt]) -> list[ast.stmt]:
    """What stands behind the first statement of ``region`` and is not of it."""
    return [s for s in body[body.index(region[0]) :] if s not in region]


def reads_first(statements: list[ast.stmt], names: set[str]) -> bool:
    """Whether one of ``names`` is read before the statements bind it anew."""
    left = set(names)
    for statement in statements:
        if left & loaded([statement]):
            return True
        if isinstance(statement, ast.Assign):
            left -= {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return False
