"""A setting of the flag into the test, class or file for which it holds."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from legacy_codemod.index.family import ancestors, descendants
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.marks import any_checks, class_of, function_of, statement_in


def set_up_class(module: Module, node: ast.AST) -> ast.ClassDef | None:
    """The class for each test of which a setting holds."""
    function = function_of(module, node)
    around = function is None or parts.is_set_up(function) or is_autouse_fixture(function)
    return class_of(module, node) if around else None


def is_autouse_fixture(function: parts.Function) -> bool:
    """Whether every test here runs it, requested or not."""
    return parts.is_fixture(function) and parts.is_autouse(function)


def unit_of(module: Module, node: ast.AST) -> ast.AST:
    """The test or fixture of a setting; the class or file where it holds for each test of it."""
    function, owner = function_of(module, node), set_up_class(module, node)
    if owner is not None:
        return owner
    return module.tree if function and parts.is_set_up(function) else function or node


def is_conditional(module: Module, node: ast.AST) -> bool:
    """Whether a test or fixture sets the flag only where a condition holds, which nothing has judged."""
    around = (o for o in module.scopes.ancestors(node) if isinstance(o, (ast.If, ast.IfExp, ast.Match)))
    return any(not isinstance(getattr(outer, "test", None), ast.Name) for outer in around)


def checked_before(module: Module, node: ast.AST) -> bool:
    """Whether a test asserts something before the statement that first sets the flag."""
    function = function_of(module, node)
    if function is None or not parts.is_test_function(function):
        return False
    statement = statement_in(module, function, node)
    before = function.body[: function.body.index(statement)] if statement else []
    return any_checks(module, before)


def all_begin_tests(module: Module, nodes: Iterable[ast.AST]) -> bool:
    """Whether each of the nodes stands in a test, before that checks anything."""
    functions = [(function_of(module, node), node) for node in nodes]
    return all(f and parts.is_test_function(f) and not checked_before(module, node) for f, node in functions)


def has_family_tests(world: World, module: Module, owner: ast.ClassDef) -> bool:
    """Whether a class derives from it, or it inherits tests from a class of the repository."""
    symbol = parts.symbol_of(module, owner)
    bases = (class_node(world, s) for s in ancestors(world, symbol) - {symbol})
    return bool(descendants(world, symbol)) or any(parts.is_test_function(s) for b in bases if b for s in b.body)


def derives_from(world: World, module: Module, node: ast.AST, owners: frozenset[Symbol]) -> bool:
    """Whether ``node`` stands in a class that derives from one of ``owners``."""
    owner = class_of(module, node)
    if owner is None or not owners:
        return False
    return bool(owners & ancestors(world, parts.symbol_of(module, owner)))
