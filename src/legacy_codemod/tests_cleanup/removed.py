"""Removed definitions into test files without what can only exercise them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.anchors import Decorator, Item, Statement, anchor, followers
from legacy_codemod.tests_cleanup.drop import drop
from legacy_codemod.tests_cleanup.exercised import exercised
from legacy_codemod.tests_cleanup.forms import mock_patch
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.marks import Mark
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.tests_cleanup.tidy import tidy
from legacy_codemod.truth import Why


def without_tests_of(draft: Draft, doomed: Mapping[Symbol, Why], is_kept: Callable[[str], bool]) -> Draft:
    """Remove the tests, rows, fixtures and helpers that use one of ``doomed``, which must still stand in the draft.

    A bare mock that only keeps removed code quiet goes alone.
    """
    start = draft.world
    found = _marks(draft.world, doomed)
    quiet = {m.node: s for m in found for s in [_quiet(draft.world, m, doomed)] if s is not None}
    later = without(draft, [mark for mark in found if mark.node not in quiet], is_kept)
    later = _without_mocks(later, doomed, is_kept)
    return tidy(later, start, is_kept)


def _marks(world: World, doomed: Mapping[Symbol, Why]) -> list[Mark]:
    return [
        Mark(module, node, (*why, f"the test uses {symbol.last or symbol.path}"))
        for symbol, why in doomed.items()
        for module, node in exercised(world, symbol, doomed.__contains__)
    ]


def _quiet(world: World, mark: Mark, doomed: Mapping[Symbol, Why]) -> Setting | None:
    """The bare mock of a removed definition in whose call ``mark`` lies, where nothing depends on the mock."""
    for outer in (mark.node, *mark.module.scopes.ancestors(mark.node)):
        for setting in mock_patch.settings(world, mark.module, outer):
            if _is_doomed(setting, doomed) and _is_quiet(world, mark.module, setting):
                return setting
    return None


def _is_doomed(setting: Setting, doomed: Mapping[Symbol, Why]) -> bool:
    return setting.given is Given.MOCK and isinstance(setting.what, Named) and setting.what.symbol in doomed


def _is_quiet(world: World, module: Module, setting: Setting) -> bool:
    match anchor(module, setting.node):
        case Statement(node, name):
            return _never_called(module, node, name)
        case Item(_, block, name):
            return _never_called(module, block, name)
        case Decorator(node, owner) if isinstance(owner, FUNCTIONS):
            parameter = mock_patch.injected(world, module, owner, node)
            return _never_called(module, owner, parameter.arg if parameter else "")
    return False


def _never_called(module: Module, inside: ast.AST, name: str) -> bool:
    """Whether all that is said about the mock is that nobody calls it."""
    about = followers(module, inside, name) if name else []
    return about is not None and all(map(_says_not_called, about))


def _says_not_called(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(attr="assert_not_called" | "assert_not_awaited" | "stop" | "start"))
        ):
            return True
        case ast.Assert(test=ast.UnaryOp(op=ast.Not(), operand=ast.Attribute(attr="called"))):
            return True
    return False


def _without_mocks(draft: Draft, doomed: Mapping[Symbol, Why], is_kept: Callable[[str], bool]) -> Draft:
    while True:
        marks = _marks(draft.world, doomed)
        changed = {}
        for module in dict.fromkeys(m.module for m in marks if not is_kept(m.module.path)):
            mine = [m for m in marks if m.module is module]
            settings = [s for m in mine for s in [_quiet(draft.world, m, doomed)] if s is not None]
            piece = (
                drop(draft.world, module, _once(settings), (*mine[0].why[:-1], "only keeps it quiet"))[0]
                if settings
                else None
            )
            if piece is not None:
                changed[module.path] = piece
        later = draft.spliced(changed)
        if later.world is draft.world:
            return later
        draft = later


def _once(settings: Iterable[Setting]) -> list[Setting]:
    return list({setting.node: setting for setting in settings}.values())
