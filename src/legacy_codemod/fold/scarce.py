"""Files that ask for a flag into the names of which a branch of them may be the last to say: what it alone imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.index.children import walk
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, dotted_name


def scarce_names(ask: Evaluator, paths: Iterable[str]) -> Iterator[str]:
    """What the cascade will look for if the branches go: definitions that only these use, and their modules.

    What else they say is left out: most of it is said elsewhere too, in half of a repository.
    """
    for module in (ask.world.module(path) for path in paths):
        if module is not None:
            yield from _imported(ask.world, module, _in_hot_functions(ask, module))


def _in_hot_functions(ask: Evaluator, module: Module) -> set[ast.AST]:
    hot = ask.hot(module).nodes
    return {part for node in module.functions if node in hot for part in walk(node)}


def _imported(world: World, module: Module, inside: set[ast.AST]) -> Iterator[str]:
    loads = module.scopes.module.loads
    for node in module.imports:
        for alias in node.names:
            used = loads.get((alias.asname or alias.name).partition(".")[0], ())
            found = import_target(world, module, alias) if used and inside.issuperset(used) else None
            if isinstance(found, Symbol):
                yield from filter(None, (found.last, dotted_name(world, found.path).rpartition(".")[2]))
