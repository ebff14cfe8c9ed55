"""Tests that are to go into those of them that nothing which stays calls: a test may be a helper as well."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping

from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.functions import Function

IsGone = Callable[[Module, ast.AST], bool]


def uncalled(world: World, tests: Mapping[Function, Module], is_gone: IsGone) -> set[Function]:
    """Those of ``tests`` that only each other and what is gone call."""
    files = {m: dict.fromkeys((m, *(other for other, _ in importers(world, m.path)))) for m in {*tests.values()}}
    called = {test: list(_calls(files[module], test)) for test, module in tests.items()}
    free = set(tests)

    def stays(module: Module, call: ast.AST) -> bool:
        return not (free.intersection(module.scopes.ancestors(call)) or is_gone(module, call))

    while held := {test for test in free if any(stays(*call) for call in called[test])}:
        free -= held
    return free


def _calls(files: Iterable[Module], test: Function) -> Iterator[tuple[Module, ast.AST]]:
    """Where another function of its file, or a file that imports that, calls ``test``."""
    for module in files:
        for node in (*module.attributes.get(test.name, ()), *module.scopes.module.loads.get(test.name, ())):
            call = module.scopes.parents[node]
            if isinstance(call, ast.Call) and call.func is node and test not in module.scopes.ancestors(node):
                yield module, node
