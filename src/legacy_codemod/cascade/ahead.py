"""What a change dropped into the names that the cascade will look for: one scan of the repository finds them all."""

from __future__ import annotations

from collections.abc import Iterable

from legacy_codemod.cascade.common import is_common
from legacy_codemod.cascade.question import Question
from legacy_codemod.cascade.reached import attributes_in, nodes_of, reached_from
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import dotted_name, is_python


def look_ahead(question: Question) -> None:
    """Say which names will be looked for, in this sweep and in the next ones if all goes that seems to go."""
    now, symbols = question.now, question.dropped.symbols
    world = now.world
    later = reached_from(world, sorted(symbols), _AHEAD)
    doomed = nodes_of(world, later)
    names = _names(s for s in symbols | later if bindings(world, s) and not now.is_needed_beside(s, doomed))
    if world.tree.all_known(names):
        return
    paths = {*(symbol.path for symbol in later), *filter(is_python, world.tree.changed)}
    modules = {dotted_name(world, path).rpartition(".")[2] for path in paths}
    attributes = {
        a for a in question.dropped.attributes | attributes_in(world, later) if not is_common(world, a, doomed)
    }
    world.tree.foresee((names | modules | attributes) - {""})


_AHEAD = 60  # definitions: to read as many files takes about as long as one more scan


def _names(symbols: Iterable[Symbol]) -> set[str]:
    return {part for symbol in symbols for part in symbol.name.split(".")[-2:]}
