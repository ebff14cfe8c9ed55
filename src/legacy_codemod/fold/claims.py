"""An assertion of a test into whether it claims something of code that stays, and so must be left to claim it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


def is_claim(ask: Evaluator, module: Module, node: ast.AST) -> bool:
    """Whether ``node`` asserts what a function gives that nothing but tests calls.

    Such a function was unused before, so it stays, and its test with it. Any other goes with its last call, and takes
    its tests along.
    """
    if not is_test(module.path) or not _asserts(node):
        return False
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    return any(call not in ask.reads and _only_tested(ask.world, module, call) for call in calls)


def _asserts(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and getattr(call.func, "attr", "").startswith("assert")


def _only_tested(world: World, module: Module, call: ast.Call) -> bool:
    found = target(world, module, call.func)
    if not isinstance(found, Symbol) or is_test(found.path):
        return False
    own = definition(world, found)
    if not isinstance(own, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    return not any(
        not is_test(use.path) and use.how not in (How.IMPORT, How.EXPORT)
        for use in uses(world, found)
        if use.node is None or use.module is None or own not in use.module.scopes.ancestors(use.node)
    )
