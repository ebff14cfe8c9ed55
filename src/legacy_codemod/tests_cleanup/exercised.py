"""A removed definition into the places of test files that certainly use it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from legacy_codemod.fold.named import only_class_with
from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, Use, uses
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import by_path, of_object
from legacy_codemod.tests_cleanup.marks import function_of

IsDoomed = Callable[[Symbol], bool]


def exercised(world: World, symbol: Symbol, is_doomed: IsDoomed) -> Iterator[tuple[Module, ast.AST]]:
    """Nodes of test files that need ``symbol``; imports at the top of a file need nothing yet."""
    if not symbol.name:
        yield from _module_uses(world, symbol.path)
        return
    for use in uses(world, symbol):
        if use.path == symbol.path or not is_test_file(world, use.path):
            continue
        if use.module and use.node and _is_certain(world, use, symbol, is_doomed):
            yield use.module, use.node


def _is_certain(world: World, use: Use, symbol: Symbol, is_doomed: IsDoomed) -> bool:
    match use:
        case Use(how=How.NAME, node=ast.Name()):
            return "." not in symbol.name
        case Use(how=How.ATTRIBUTE, node=ast.Attribute() as node, module=Module() as module):
            found = target(world, module, node)
            owner = Symbol(symbol.path, symbol.name.rpartition(".")[0])
            unknown = found is None and bool(owner.name) and not is_doomed(owner)
            return found == symbol or (unknown and only_class_with(world, symbol))
        case Use(how=How.IMPORT, node=ast.alias() as alias, module=Module() as module):
            return function_of(module, alias) is not None
        case Use(how=How.STRING, node=ast.Constant() as text, module=Module() as module):
            return named_by(world, module, text) == symbol or _leads_through(world, str(text.value), symbol)
    return False


def named_by(world: World, module: Module, text: ast.Constant) -> Symbol | str | None:
    """What a string names: by a dotted path, or as an attribute of the object given before it."""
    if "." in str(text.value):
        return by_path(world, str(text.value).replace(":", "."))
    call = module.scopes.parents.get(text)
    if isinstance(call, ast.Call) and len(call.args) > 1 and call.args[1] is text:
        return of_object(world, module, call.args[0], str(text.value))
    return None


def _leads_through(world: World, path: str, symbol: Symbol) -> bool:
    """``app.old.Router.resolve`` leads through ``Router``."""
    parts = path.replace(":", ".").split(".")
    return any(by_path(world, ".".join(parts[:length])) == symbol for length in range(2, len(parts)))


def _module_uses(world: World, path: str) -> Iterator[tuple[Module, ast.AST]]:
    for module, node in importers(world, path):
        if not is_test_file(world, module.path) or module.path == path:
            continue
        if isinstance(node, ast.Constant) or function_of(module, node) is not None:
            yield module, node
        elif isinstance(node, ast.alias) and (node.asname or "." not in node.name):
            for load in module.scopes.module.loads.get(node.asname or node.name, ()):
                yield module, load
