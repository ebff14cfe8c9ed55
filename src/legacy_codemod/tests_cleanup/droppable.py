"""What forces a flag in test files, into the settings that can be dropped: nothing that stays needs them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import followers, held
from legacy_codemod.tests_cleanup.forms.setting import Setting
from legacy_codemod.tests_cleanup.judge import Forced
from legacy_codemod.tests_cleanup.marks import class_of, function_of, statement_of
from legacy_codemod.tests_cleanup.reach import all_begin_tests, derives_from, has_family_tests, set_up_class, unit_of
from legacy_codemod.tests_cleanup.survey import Forcing

ByFile = list[tuple[Module, list[Forcing]]]


def droppable(world: World, by_file: ByFile) -> Iterator[tuple[Module, list[Setting]]]:
    """What forces the kept value, except beside something that forces another one and stays."""
    staying = frozenset(_spoiled_classes(world, by_file))
    for module, forced in by_file:
        settled = [f for f in forced if _is_settled(world, module, f, forced)]
        others = [f for f in forced if f not in settled]
        mixed = {unit_of(module, f.node) for f in others}
        unclear = {statement_of(module, f.node) for f in others}
        found = [
            f.setting
            for f in settled
            if not (f.other_rows or f.others or derives_from(world, module, f.node, staying))
            and not mixed & {unit_of(module, f.node), class_of(module, f.node) or f.node, module.tree}
            and not unclear.intersection(_about(module, f.node))
        ]
        if found:
            yield module, found


def _is_settled(world: World, module: Module, forcing: Forcing, every: list[Forcing]) -> bool:
    settled = forcing.forced in (Forced.KEPT, Forced.RESTORED, Forced.AMONG)
    return settled or _is_overridden(world, module, forcing, every)


def _spoiled_classes(world: World, by_file: ByFile) -> Iterator[Symbol]:
    """Classes whose set-up forces another value, or we do not know what, and stays."""
    for module, forced in by_file:
        for forcing in forced:
            owner = set_up_class(module, forcing.node)
            if owner is not None and not _is_settled(world, module, forcing, forced):
                yield parts.symbol_of(module, owner)


def _is_overridden(world: World, module: Module, forcing: Forcing, every: Iterable[Forcing]) -> bool:
    """Whether each test of the class begins by forcing the kept value, whatever was forced for the class."""
    owner = set_up_class(module, forcing.node)
    if owner is None or forcing.forced is not Forced.OTHER or has_family_tests(world, module, owner):
        return False
    again = [f.node for f in every if f.forced is Forced.KEPT and class_of(module, f.node) is owner]
    tests = {s for s in owner.body if parts.is_test_function(s)}
    return all_begin_tests(module, again) and tests == {function_of(module, node) for node in again}


def _about(module: Module, node: ast.AST) -> Iterator[ast.stmt]:
    """What only concerns the mock or record that ``node`` makes, and would go with it."""
    for place, name in held(module, node):
        yield from followers(module, place, name) or ()
