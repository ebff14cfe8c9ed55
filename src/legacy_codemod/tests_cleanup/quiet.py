"""A mock of a removed definition into whether it only keeps that quiet, in a test that is about something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from legacy_codemod.index import symbols
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import Decorator, Item, Statement, anchor, followers
from legacy_codemod.tests_cleanup.forms import mock_patch, monkeypatch
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.marks import Mark, checks, class_of, function_of
from legacy_codemod.truth import Why

_PREPARES = frozenset({"start", "stop", "reset_mock", "addCleanup", "addClassCleanup", "addfinalizer"})
_DENIES = frozenset({"assert_not_called", "assert_not_awaited"})


def quiet(world: World, mark: Mark, doomed: Mapping[Symbol, Why]) -> Setting | None:
    """The mock in whose call ``mark`` lies, where nothing in the test depends on the mock."""
    for outer in (mark.node, *mark.module.scopes.ancestors(mark.node)):
        for settings in (mock_patch.settings, monkeypatch.settings):
            for setting in settings(world, mark.module, outer):
                if _is_doomed(setting, doomed) and _is_quiet(world, mark.module, setting):
                    return setting
    return None


def _is_doomed(setting: Setting, doomed: Mapping[Symbol, Why]) -> bool:
    symbol = setting.what.symbol if isinstance(setting.what, Named) else None
    if not isinstance(symbol, Symbol):
        return False
    names = symbol.name.split(".")
    return any(Symbol(symbol.path, ".".join(names[:length])) in doomed for length in range(len(names) + 1))


def _is_quiet(world: World, module: Module, setting: Setting) -> bool:
    about = _about(world, module, setting.node)
    if about is None or not all(map(_says_nothing, about)):
        return False
    return setting.given is Given.MOCK or _is_only_set_up(world, module, setting, about)


def _about(world: World, module: Module, node: ast.AST) -> list[ast.stmt] | None:
    """The statements about the mock; ``None`` where something depends on it."""
    match anchor(module, node):
        case Statement(place, name) | Item(_, place, name):
            return followers(module, place, name) if name else []
        case Decorator(decorator, owner):
            found: list[ast.stmt] = []
            for function, parameter in mock_patch.filled(world, module, owner, decorator):
                about = followers(module, function, parameter.arg)
                if about is None:
                    return None
                found += about
            return found
    return None


def _says_nothing(statement: ast.stmt) -> bool:
    """Whether a statement about a mock only prepares it, or says that nobody calls it."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=name))):
            return name in _PREPARES | _DENIES
        case ast.Assign():
            return True
        case ast.Assert(test=ast.UnaryOp(op=ast.Not(), operand=ast.Attribute(attr="called"))):
            return True
    return False


def _is_only_set_up(world: World, module: Module, setting: Setting, about: list[ast.stmt]) -> bool:
    """Whether a mock that gives a value stands in a test of something else, and the value in nothing it checks."""
    assert isinstance(setting.what, Named)
    symbol = setting.what.symbol
    function, owner = function_of(module, setting.node), class_of(module, setting.node)
    inside = function if function and parts.is_test_function(function) else owner
    if inside is None or not isinstance(symbol, Symbol) or not _is_callable(world, symbol):
        return False
    checked = [s for s in _simple(inside, setting.node) if s not in about and checks(module, s)]
    given = set(_words(setting.value)) if setting.value else set()
    return (
        bool(checked) and not given.intersection(w for s in checked for w in _words(s)) and not _is_of(inside, symbol)
    )


def _simple(inside: ast.AST, apart: ast.AST) -> Iterator[ast.stmt]:
    """Statements without a body, and the items of ``with``, without the one that holds ``apart``."""
    for node in ast.walk(inside):
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.context_expr is not apart:
                    yield ast.Expr(item.context_expr)
        elif isinstance(node, ast.stmt) and not hasattr(node, "body"):
            yield node


def _is_callable(world: World, symbol: Symbol) -> bool:
    return isinstance(symbols.definition(world, symbol), (*FUNCTIONS, ast.ClassDef))


def _is_of(inside: ast.AST, symbol: Symbol) -> bool:
    """Whether the test says by its name that it tests the removed definition."""
    return symbol.last.lower().strip("_") in getattr(inside, "name", "").lower()


def _words(node: ast.AST) -> Iterator[str]:
    """Names and constants by which a value may be recognised."""
    for part in ast.walk(node):
        match part:
            case ast.Name(id=name) if name not in ("self", "cls"):
                yield name
            case ast.Constant(value=value) if value is not None and not isinstance(value, bool):
                yield repr(value)
