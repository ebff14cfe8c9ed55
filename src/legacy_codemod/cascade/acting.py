"""Imports that became unused into those that stay, since the module that they load acts when it is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test


def acting_imports(module: Module, gone: Iterable[ast.alias], world: World) -> dict[ast.alias, Finding]:
    """Aliases whose module acts when it is imported, and that nothing else imports: those stay, and are said."""
    held: dict[ast.alias, Finding] = {}
    for alias in gone:
        for path in _loaded(module, alias, world):
            other = world.module(path)
            if other is not None and (line := acts(other)) and not _imported_elsewhere(world, path, module):
                place = Place(module.path, alias.lineno)
                held[alias] = Finding(
                    place, f"now unused, but importing {path} runs code (line {line}), so the import stays"
                )
    return held


def _imported_elsewhere(world: World, path: str, module: Module) -> bool:
    """Whether code other than tests and ``module`` itself imports the file: then it runs all the same."""
    return any(other.path != module.path and not is_test(other.path) for other, _node in importers(world, path))


def _loaded(module: Module, alias: ast.alias, world: World) -> set[str]:
    statement = module.scopes.parents[alias]
    found = {import_target(world, module, alias)}
    if isinstance(statement, ast.ImportFrom):
        found.add(import_base(world, module, statement))
    return {t.path for t in found if isinstance(t, Symbol) and t.path != module.path}


def acts(module: Module) -> int:
    """The line of the first top-level statement that registers, connects or patches something; 0 for none."""
    return next((node.lineno for node in module.tree.body if _is_act(module, node)), 0)


def _is_act(module: Module, node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Call(func=func)):
            return not _is_own(module, func)
        case ast.For() | ast.While() | ast.With() | ast.Delete() | ast.AugAssign() | ast.Expr(value=ast.Await()):
            return True
        case ast.Assign(targets=targets):
            return any(isinstance(t, (ast.Attribute, ast.Subscript)) and not _is_own(module, t) for t in targets)
        case ast.FunctionDef(decorator_list=decorators) | ast.AsyncFunctionDef(decorator_list=decorators):
            return any(isinstance(d, ast.Call) and not _is_own(module, d.func) for d in decorators)
    return False


def _is_own(module: Module, node: ast.expr) -> bool:
    """Whether what is acted on is an object that this very module makes, so that nobody else has it yet."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    found = module.scopes.module.bindings.get(node.id, []) if isinstance(node, ast.Name) else []
    return len(found) == 1 and isinstance(found[0].value, ast.Call) and _is_constructor(found[0].value)


def _is_constructor(call: ast.Call) -> bool:
    named = last_name(call.func)
    return named.lstrip("_")[:1].isupper()
