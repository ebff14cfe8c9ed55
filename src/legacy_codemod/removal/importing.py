"""A file that goes into what becomes of its imports: the aliases that go with it, or why it cannot go."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence, Set

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World, is_python
from legacy_codemod.removal.doomed import Doomed
from legacy_codemod.removal.instead import Instead
from legacy_codemod.truth import Why


def imports_of(
    alive: Alive, doomed: Doomed, handled: Sequence[Use], files: dict[str, Instead]
) -> Iterator[tuple[Use, str]]:
    """Note in ``files`` the imports that go with the files of ``doomed``; gives the places that forbid it, and why."""
    nodes = {use.node for use in handled if use.node is not None} | doomed.nodes
    for path, why in doomed.files.items():
        for module, node in importers(alive.world, path) if is_python(path) else ():
            if module.path in doomed.files or _is_inside(module, node, doomed.nodes):
                continue
            use = Use(module.path, node.lineno, How.IMPORT, node, module)  # type: ignore[attr-defined]
            if isinstance(node, ast.Constant):
                yield use, "a string names the module, so it may be imported from elsewhere"
            elif alive.roots.is_kept(module.path):
                yield use, "code under KEEP imports it"
            else:
                into = files.setdefault(module.path, Instead(module))
                yield from ((use, r) for r in _aliases(alive.world, into, (node, path), nodes, why) if r)


def _aliases(world: World, into: Instead, what: tuple[ast.AST, str], nodes: Set[ast.AST], why: Why) -> Iterator[str]:
    node, path = what
    for alias in node.names if isinstance(node, ast.ImportFrom) else [node]:
        if not isinstance(alias, ast.alias) or alias in into.aliases:
            continue
        if alias.name == "*":
            reason = _starred(world, into.module, path, nodes)
        else:
            reason = _leftover(world, into.module, alias, nodes)
        if not reason:
            into.aliases[alias] = (*why, "import unused")
            if entry := into.module.exported.get(alias.asname or alias.name):
                into.entries[entry] = (*why, "export unused")
        yield reason


def _leftover(world: World, module: Module, alias: ast.alias, nodes: Set[ast.AST]) -> str:
    scope = module.scopes.enclosing(alias)
    name = alias.asname or alias.name.split(".")[0]
    loads = [load for load in scope.loads.get(name, ()) if not _is_inside(module, load, nodes)]
    plain = isinstance(module.scopes.parents[alias], ast.Import) and not alias.asname and "." in alias.name
    if plain:
        if any(_reads(module, load, alias.name) for load in loads):
            return "live code uses the module"
        others = [b.node for b in scope.bindings[name] if b.node is not alias]
        return "live code reaches other modules through this import" if loads and not others else ""
    target = import_target(world, module, alias)
    what = "the module" if isinstance(target, Symbol) and not target.name else "what this import brings"
    return f"live code uses {what}" if loads else ""


def _reads(module: Module, load: ast.Name, dotted: str) -> bool:
    node: ast.AST = load
    while isinstance(parent := module.scopes.parents[node], ast.Attribute):
        node = parent
        if module.source(node) == dotted:
            return True
    return False


def _starred(world: World, module: Module, path: str, nodes: Set[ast.AST]) -> str:
    gone = world.module(path)
    brought: Mapping[str, object] = gone.scopes.module.bindings if gone else {}
    for name in module.scopes.at_name:
        if name.id in brought and module.scopes.resolve(name) is None and not _is_inside(module, name, nodes):
            return f"live code uses {name.id}, which this import brings"
    return ""


def _is_inside(module: Module, node: ast.AST, nodes: Set[ast.AST]) -> bool:
    return node in nodes or any(outer in nodes for outer in module.scopes.ancestors(node))
