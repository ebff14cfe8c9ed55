"""Files that ask for a flag into the names that a branch of them may be the last to say."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.index.children import walk
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, dotted_name

_COMMON = 2  # files


def scarce_names(ask: Evaluator, paths: Iterable[str]) -> Iterator[str]:
    """What the cascade will look for if the branches go: the names that the rest of these files hardly says.

    What they say elsewhere too is in use, and no file has to be looked for to know it: such names are in half of a
    repository.
    """
    modules = [module for path in paths if (module := ask.world.module(path)) is not None]
    inside = {module: _in_hot_functions(ask, module) for module in modules}
    files = Counter(name for module in modules for name in _said_outside(module, inside[module]))
    for module in modules:
        attributes = {node.attr for node in inside[module] if isinstance(node, ast.Attribute)}
        yield from (name for name in attributes if files[name] < _COMMON)
        yield from _imported(ask.world, module, inside[module])


def _in_hot_functions(ask: Evaluator, module: Module) -> set[ast.AST]:
    hot = ask.hot(module).nodes
    return {part for node in module.functions if node in hot for part in walk(node)}


def _said_outside(module: Module, inside: set[ast.AST]) -> Iterator[str]:
    return (name for name, nodes in module.attributes.items() if not inside.issuperset(nodes))


def _imported(world: World, module: Module, inside: set[ast.AST]) -> Iterator[str]:
    """The names of imports that only ``inside`` uses, and of the modules that define them."""
    loads = module.scopes.module.loads
    for node in module.imports:
        for alias in node.names:
            used = loads.get((alias.asname or alias.name).partition(".")[0], ())
            found = import_target(world, module, alias) if used and inside.issuperset(used) else None
            if isinstance(found, Symbol):
                yield from filter(None, (found.last, dotted_name(world, found.path).rpartition(".")[2]))
