"""Tests that are to go into those of them that nothing which stays calls: a test may be a helper as well."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.functions import Function

IsGone = Callable[[Module, ast.AST], bool]


def uncalled(world: World, tests: Mapping[Function, Module], is_gone: IsGone) -> set[Function]:
    """Those of ``tests`` that only each other and what is gone call."""
    called = {test: list(_calls(world, module, test)) for test, module in tests.items()}
    free = set(tests)

    def stays(module: Module, call: ast.AST) -> bool:
        return not (free.intersection(module.scopes.ancestors(call)) or is_gone(module, call))

    while held := {test for test in free if any(stays(*call) for call in called[test])}:
        free -= held
    return free


def _calls(world: World, module: Module, test: Function) -> Iterator[tuple[Module, ast.AST]]:
    """Where another function of its file, or a file that imports that, calls ``test``."""
    for other in dict.fromkeys((module, *(importer for importer, _ in importers(world, module.path)))):
        for node in (*other.attributes.get(test.name, ()), *other.scopes.module.loads.get(test.name, ())):
            call = other.scopes.parents[node]
            if isinstance(call, ast.Call) and call.func is node and test not in other.scopes.ancestors(node):
                yield other, node
