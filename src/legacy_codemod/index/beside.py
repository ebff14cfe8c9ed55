"""A definition into those of its kind beside it, which will be looked for too: one scan tells of all.

Only names that few files hold: of others the scan would tell more than anybody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World


def look_beside(world: World, symbol: Symbol) -> None:
    """Say which names will be looked for where ``symbol`` is."""
    module = world.module(symbol.path)
    bound = bindings(world, symbol)
    if module is None or not bound or world.tree.all_known([symbol.last]):
        return
    match bound[0].kind:
        case Kind.CLASS:
            look_for_classes(world, [symbol.last])
        case Kind.FUNCTION:
            world.tree.foresee(node.name for node in module.functions if "_" in node.name.strip("_"))
        case Kind.ASSIGN:
            world.tree.foresee(_constants(module))


def look_for_classes(world: World, names: Iterable[str]) -> None:
    """Say that all classes of the files read so far will be looked for, where ``names`` are."""
    if not world.tree.all_known(names):
        read = filter(None, tuple(world.modules.values()))
        world.tree.foresee(node.name for each in read for node in each.classes)


def _constants(module: Module) -> Iterator[str]:
    scopes = module.scopes
    for scope in (scopes.module, *(scopes.of_node[node] for node in module.classes)):
        yield from (name for name in scope.bindings if name.isupper() and len(name) > 1)
