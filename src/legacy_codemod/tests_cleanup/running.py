"""A place of a test file into the tests that run with what stands there."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from legacy_codemod.index.module import Module
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.marks import class_of, function_of

Place = tuple[Module, ast.AST]  # a test, a class of tests or a whole file


def running(world: World, module: Module, node: ast.AST) -> list[Place]:
    """The tests that run with ``node``, by way of set-up, fixtures and helpers; empty where that is not known."""
    found: list[Place] = []
    seen: set[ast.AST] = set()
    waiting: list[Place] = [(module, node)]
    while waiting:
        place, inner = waiting.pop(0)
        function, owner = function_of(place, inner), class_of(place, inner)
        if function is not None and parts.is_test_function(function):
            found.append((place, function))
        elif function is not None and not _is_for_all(function):
            if function not in seen:
                seen.add(function)
                waiting += _asking(world, place, function)
        elif place.path.endswith("conftest.py") or (owner is None and function is None):
            return []
        else:
            found.append((place, owner or place.tree))
    return found


def _is_for_all(function: Function) -> bool:
    """Whether every test of the class or file runs it, unasked."""
    return parts.is_set_up(function) or (parts.is_fixture(function) and parts.is_autouse(function))


def _asking(world: World, module: Module, function: Function) -> Iterable[Place]:
    """What requests a fixture or uses a helper."""
    symbol = parts.symbol_of(module, function)
    if parts.is_fixture(function):
        return parts.requests(world, symbol, parts.fixture_name(function))
    found = (u for u in uses(world, symbol) if u.how is not How.IMPORT)
    return [(u.module, u.node) for u in found if u.module is not None and u.node is not None]
