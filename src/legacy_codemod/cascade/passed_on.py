"""A name that a file imports into whether other files use it from there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.said import says
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.texts import imported_by_text
from legacy_codemod.index.world import World, is_python


def is_used_from_outside(module: Module, name: str, alive: Alive) -> bool:
    """Whether ``__all__`` lists the name, or another module imports it from here or reads it as an attribute."""
    if name in module.exported:
        return True
    here = Symbol(module.path)
    for other in _may_reach(alive.world, module, name):
        for node in other.imports:
            brings = isinstance(node, ast.ImportFrom) and any(a.name in (name, "*") for a in node.names)
            if isinstance(node, ast.ImportFrom) and brings and import_base(alive.world, other, node) == here:
                return True
        if any(target(alive.world, other, a.value) == here for a in other.attributes.get(name, ())):
            return True
        if _patched(other, alive.world, module, name) or _named_for(other, alive.world, here, name):
            return True
    return imported_by_text(alive.world, module.path, name)


def _may_reach(world: World, module: Module, name: str) -> Iterator[Module]:
    """Files that say the name, and the module's own or lie in its package: such an import need not name it.

    The module's own name is looked for first: ``os`` stands in every other file.
    """
    folder, _, file = module.path.rpartition("/")
    own = folder.rpartition("/")[2] if module.is_package else file.rpartition(".")[0]
    paths = {path for path, _held in world.mentioning([own] if own else [name])}
    if module.is_package and own:
        paths |= {path for path in world.tree.paths if path.startswith(f"{folder}/") and is_python(path)}
    word = name.encode("utf-8", "surrogateescape")
    for path in sorted(paths - {module.path}):
        other = world.module(path) if says(world.tree.glance(path), word) else None
        if other is not None:
            yield other


def _named_for(other: Module, world: World, here: Symbol, name: str) -> bool:
    """Whether a call is given this module and the name in a string: ``monkeypatch.setattr(views, "settings", …)``."""
    for text in other.paths_in_strings.get(name, ()):
        call = other.scopes.parents[text]
        if (
            isinstance(call, ast.Call)
            and text.value == name
            and any(target(world, other, a) == here for a in call.args)
        ):
            return True
    return False


def _patched(other: Module, world: World, module: Module, name: str) -> bool:
    """Whether a string names it through this module, as ``mock.patch("app.views.settings")`` does."""
    for text in other.strings:
        value = str(text.value)
        if value.endswith(f".{name}") or f".{name}." in value:
            prefix = value.split(f".{name}")[0]
            if world.find(prefix) == module.path:
                return True
    return False
