"""A name or path of the inventory that is nowhere in the repository into what it may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind, Scope
from legacy_codemod.index.symbols import Symbol, bindings, class_node
from legacy_codemod.index.world import World, dotted_name

_NEAR = 0.8


def near_name(world: World, dotted: str) -> str:
    """The definition of that name in another file, or one of a like name in the file that was meant; else empty."""
    *outer, last = dotted.split(".")
    for path, _held in world.mentioning([last]):
        if any(b.kind is not Kind.IMPORT for b in bindings(world, Symbol(path, last))):
            return f"{dotted_name(world, path)}.{last}"
    path, rest = _module_of(world, outer)
    module = world.module(path) if path else None
    if module is not None:
        names = list(_names(_scope(world, module, rest)))
        near = get_close_matches(last, names, 1, _NEAR)
        return ".".join([dotted_name(world, module.path), *rest, near[0]]) if near else ""
    every = [dotted_name(world, path) for path in world.tree.paths if path.endswith(".py")]
    near = get_close_matches(".".join(outer), every, 1, _NEAR)
    found = world.find(near[0]) if near else None
    return f"{near[0]}.{last}" if found and bindings(world, Symbol(found, last)) else ""


def _module_of(world: World, parts: list[str]) -> tuple[str, list[str]]:
    for length in range(len(parts), 0, -1):
        if path := world.find(".".join(parts[:length])):
            return path, parts[length:]
    return "", parts


def _scope(world: World, module: Module, rest: list[str]) -> Scope:
    owner = class_node(world, Symbol(module.path, ".".join(rest))) if rest else None
    return module.scopes.of_node[owner] if owner else module.scopes.module


def _names(scope: Scope) -> Iterator[str]:
    yield from (name for name, found in scope.bindings.items() if any(b.kind is not Kind.IMPORT for b in found))


def near_path(world: World, pattern: str) -> str:
    """The file of that name in another folder, or one whose path is like it; else empty."""
    name = pattern.rstrip("/").rpartition("/")[2]
    moved = [path for path in world.tree.paths if path.rpartition("/")[2] == name]
    if moved and name not in ("", "__init__.py"):
        return moved[0]
    near = get_close_matches(pattern.rstrip("/"), [*world.tree.paths, *sorted(world.tree.listing.folders)], 1, _NEAR)
    return near[0] if near else ""
