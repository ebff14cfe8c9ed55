"""A file with the name or the place of a test into whether it is one: ``jobs/version_test.py`` may be code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test, lies_in_tests

_LIBRARIES = frozenset({"pytest", "unittest", "nose", "mock", "hypothesis", "doctest", "test", "tests", "testing"})


def is_test_file(world: World, path: str) -> bool:
    """Whether ``path`` is a test: where only its name says so, it must hold one, or import what tests are made of."""
    if not is_test(path) or lies_in_tests(path):
        return is_test(path)
    module = world.module(path)
    return module is None or module.once("is a test", lambda: any(_tests(module)))


def _tests(module: Module) -> Iterator[bool]:
    for node in module.nodes:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name.startswith("test")
            case ast.Import(names=names):
                yield any(_LIBRARIES & set(alias.name.split(".")) for alias in names)
            case ast.ImportFrom(module=name, names=names):
                words = {*(name or "").split("."), *(alias.name for alias in names)}
                yield bool(_LIBRARIES & words)
