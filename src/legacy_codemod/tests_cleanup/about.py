"""A use of a removed value in a test file into whether the test is about it, or only passes it on.

``assert limit() == LIMIT`` checks the value; ``settings.FEATURES[NEW] = True`` and ``make(kinds=[NEW])`` merely name
something by it, in a test that may be about anything.
"""

from __future__ import annotations

import ast

from legacy_codemod.fold.enums import is_enum
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.index import symbols
from legacy_codemod.index.family import owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.marks import function_of, is_check
from legacy_codemod.tests_cleanup.rows import row_of

_PASSES_ON = (ast.Attribute, ast.Call, ast.keyword, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Starred)


def is_plain(world: World, symbol: Symbol) -> bool:
    """Whether ``symbol`` holds a literal string, number or the like, or is a member of an enumeration."""
    found = symbols.bindings(world, symbol)
    if not found or any(binding.kind is not Kind.ASSIGN for binding in found):
        return False
    if all(isinstance(binding.value, ast.Constant) for binding in found):
        return True
    return "." in symbol.name and is_enum(Evaluator(world), owner_of(symbol))


def is_about(module: Module, node: ast.AST) -> bool:
    """Whether a test checks or works with the plain value that ``node`` reads."""
    if not isinstance(node, ast.Name | ast.Attribute) or row_of(module, node) is not None:
        return True
    holders = _holders(module, node)
    if function_of(module, node) is None:
        return not all(isinstance(holder, _PASSES_ON) for holder in holders)
    statement = module.scopes.parents[holders[-1] if holders else node]
    return isinstance(statement, ast.Assert) or any(is_check(module, holder) for holder in holders)


def _holders(module: Module, node: ast.AST) -> list[ast.AST]:
    """What holds ``node`` inside of its statement, inner ones first."""
    found: list[ast.AST] = []
    outer = module.scopes.parents[node]
    while not isinstance(outer, ast.stmt):
        found.append(outer)
        outer = module.scopes.parents[outer]
    return found
