"""A test that checks something, forces the kept value and checks the contrary, into where its first side begins."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import takewhile

from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.marks import checks, function_of, statement_in

Claim = tuple[str, str]  # what is asked, and what it is said to be


def first_side(module: Module, node: ast.AST) -> ast.stmt | None:
    """The first statement of what a test does and checks before ``node`` forces the kept value.

    Only where the same is done again behind it and something said before is denied: then the value made the difference.
    An assertion that asks by itself must be denied at once, since what is done in between may make the difference too.
    """
    function = function_of(module, node)
    statement = statement_in(module, function, node) if function and parts.is_test_function(function) else None
    if function is None or statement is None:
        return None
    index = function.body.index(statement)
    before, after = function.body[:index], function.body[index + 1 :]
    later = [s for outer in after for s in ast.walk(outer) if isinstance(s, ast.stmt)]
    denied = [s for s in before if denies(s, later)]
    again = {ast.dump(s) for s in later if _acts(module, s)}
    for position, act in enumerate(before):
        if _acts(module, act) and ast.dump(act) in again and any(s in denied for s in before[position:]):
            return act
    at_once = list(takewhile(lambda s: checks(module, s), after))
    return next((s for s in before if _asks_anew(s) and denies(s, at_once)), None)


def _acts(module: Module, statement: ast.stmt) -> bool:
    simple = isinstance(statement, (ast.Expr, ast.Assign))
    return simple and not checks(module, statement) and any(isinstance(n, ast.Call) for n in ast.walk(statement))


def _asks_anew(statement: ast.stmt) -> bool:
    """Whether an assertion calls what it asks, as ``assert run()`` does."""
    return any(isinstance(n, ast.Call) for part in _asked(statement) for n in ast.walk(part))


def denies(statement: ast.stmt, later: list[ast.stmt]) -> bool:
    """Whether an assertion cannot hold where one of ``later`` does."""
    said = dict(_claims(statement))
    return any(key in said and said[key] != value for other in later for key, value in _claims(other))


def _asked(statement: ast.stmt) -> Iterator[ast.expr]:
    match statement:
        case ast.Assert(test=test):
            yield test
        case ast.Expr(value=ast.Call(args=args)):
            yield from args


def _claims(statement: ast.stmt) -> Iterator[Claim]:
    """What an assertion says of what: two that say different things of the same cannot both hold."""
    match statement:
        case ast.Assert(test=test):
            yield from _claimed(test)
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="assertTrue" | "assertFalse" as name), args=[asked, *_])):
            yield ast.dump(asked), str(name == "assertTrue")
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="assertEqual"), args=[left, right, *_])):
            yield from _equal(left, right)
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(attr="assertIn" | "assertNotIn" as name), args=[part, whole, *_])
        ):
            yield f"{ast.dump(part)} in {ast.dump(whole)}", str(name == "assertIn")
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(attr="assertContains" | "assertNotContains" as name), args=[page, text, *_]
            )
        ):
            yield f"{ast.dump(text)} in {ast.dump(page)}", str(name == "assertContains")
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(attr="assertIsNone" | "assertIsNotNone" as name), args=[asked])
        ):
            yield f"{ast.dump(asked)} is None", str(name == "assertIsNone")


def _claimed(test: ast.expr) -> Iterator[Claim]:
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=asked):
            yield ast.dump(asked), "False"
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            yield from _equal(left, right)
        case ast.Compare(left=part, ops=[ast.In() | ast.NotIn() as op], comparators=[whole]):
            yield f"{ast.dump(part)} in {ast.dump(whole)}", str(isinstance(op, ast.In))
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() as op], comparators=[ast.Constant(value=None)]):
            yield f"{ast.dump(left)} is None", str(isinstance(op, ast.Is))
        case _:
            yield ast.dump(test), "True"


def _equal(left: ast.expr, right: ast.expr) -> Iterator[Claim]:
    for asked, value in ((left, right), (right, left)):
        if isinstance(value, ast.Constant) and not isinstance(asked, ast.Constant):
            yield ast.dump(asked), ast.dump(value)
