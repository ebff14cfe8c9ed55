"""A mock of a removed definition into whether it only keeps that quiet, in a test that is about something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from legacy_codemod.index import symbols
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.anchors import Decorator, Item, Statement, anchor, followers
from legacy_codemod.tests_cleanup.forms import mock_patch, monkeypatch
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.marks import Mark, checks
from legacy_codemod.tests_cleanup.running import running
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
    given = {word for value in _values(setting, about) for word in _words(value)}
    bare = setting.given is Given.MOCK and not given
    return bare or _is_only_set_up(world, module, setting, (about, given))


def _values(setting: Setting, about: list[ast.stmt]) -> Iterator[ast.expr]:
    """What a mock is given to return, to raise or to be, in its call and later."""
    call = setting.node
    if isinstance(call, ast.Call):
        given = call.args[1:] if isinstance(call.args[0], ast.Constant) else call.args[2:]
        yield from (*given, *(k.value for k in call.keywords if k.arg not in ("target", "attribute")))
    if setting.value is not None:
        yield setting.value
    yield from (statement.value for statement in about if isinstance(statement, ast.Assign))


def _about(world: World, module: Module, node: ast.AST) -> list[ast.stmt] | None:
    """The statements about the mock; ``None`` where something depends on it."""
    match anchor(module, node):
        case Statement(place, name) | Item(_, place, name):
            return followers(module, place, name) if name else []
        case Decorator(decorator, owner):
            found: list[ast.stmt] = []
            every = mock_patch.filled(world, module, owner, decorator)
            if every is None:
                return None
            for function, parameter in every:
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


def _is_only_set_up(world: World, module: Module, setting: Setting, told: tuple[list[ast.stmt], set[str]]) -> bool:
    """Whether a mock that gives a value stands in tests of something else, and the value in nothing they check."""
    assert isinstance(setting.what, Named)
    symbol = setting.what.symbol
    places = running(world, module, setting.node)
    if not places or not isinstance(symbol, Symbol) or not _is_callable(world, symbol):
        return False
    about, given = told
    for place, inside in places:
        others = [s for s in _simple(inside, setting.node) if s not in about and _acts(s, setting.node)]
        checked = [s for s in others if checks(place, s)]
        if not others or given.intersection(w for s in checked for w in _words(s)) or _is_of(inside, symbol):
            return False
    return True


def _acts(statement: ast.stmt, apart: ast.AST) -> bool:
    """Whether a statement calls or asserts something besides the mock."""
    nodes = list(ast.walk(statement))
    return apart not in nodes and any(isinstance(node, (ast.Call, ast.Assert)) for node in nodes)


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
    """Whether the test says by its name that it tests the removed definition: one word alone says so at its start."""
    named, name = getattr(inside, "name", "").lower(), symbol.last.lower().strip("_")
    if "_" in name:
        return name.replace("_", "") in named.replace("_", "")
    return named.removeprefix("test").lstrip("_").startswith(name)


def _words(node: ast.AST) -> Iterator[str]:
    """Names and constants by which a value may be recognised; not what is called to make it."""
    match node:
        case ast.Call(args=args, keywords=keywords):
            for part in (*args, *keywords):
                yield from _words(part)
        case ast.Name(id=name) if name not in ("self", "cls"):
            yield name
        case ast.Constant(value=value) if value is not None and not isinstance(value, bool):
            yield repr(value)
        case _:
            for part in ast.iter_child_nodes(node):
                yield from _words(part)
