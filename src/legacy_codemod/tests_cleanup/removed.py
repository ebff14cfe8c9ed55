"""Removed definitions into test files without what can only exercise them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.tests_cleanup.about import is_about, is_plain
from legacy_codemod.tests_cleanup.drop import drop
from legacy_codemod.tests_cleanup.exercised import exercised
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting
from legacy_codemod.tests_cleanup.marks import Mark
from legacy_codemod.tests_cleanup.quiet import quiet
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.tests_cleanup.tidy import tidy
from legacy_codemod.truth import Why


def without_tests_of(draft: Draft, doomed: Mapping[Symbol, Why], is_kept: Callable[[str], bool]) -> Draft:
    """Remove the tests, rows, fixtures and helpers that use one of ``doomed``, which must still stand in the draft.

    A mock that only keeps removed code quiet goes alone.
    """
    start = draft.world
    found = _marks(draft.world, doomed)
    loud = [mark for mark in found if quiet(draft.world, mark, doomed) is None]
    later = without(draft, loud, is_kept)
    later = _without_mocks(later, doomed, is_kept)
    return tidy(later, start, is_kept)


def _marks(world: World, doomed: Mapping[Symbol, Why]) -> list[Mark]:
    found: list[Mark] = []
    for symbol, why in doomed.items():
        uses = list(exercised(world, symbol, doomed.__contains__))
        if uses and is_plain(world, symbol):
            uses = [(module, node) for module, node in uses if is_about(module, node)]
        said = (*why, f"the test uses {symbol.last or symbol.path}")
        found += [Mark(module, node, said) for module, node in uses]
    return found


def _without_mocks(draft: Draft, doomed: Mapping[Symbol, Why], is_kept: Callable[[str], bool]) -> Draft:
    while True:
        marks = _marks(draft.world, doomed)
        changed = {}
        findings: list[Finding] = []
        for module in dict.fromkeys(m.module for m in marks if not is_kept(m.module.path)):
            mine = [m for m in marks if m.module is module]
            settings = _once(s for m in mine for s in [quiet(draft.world, m, doomed)] if s is not None)
            piece = (
                drop(draft.world, module, settings, (*mine[0].why[:-1], "only keeps it quiet"))[0] if settings else None
            )
            if piece is not None:
                changed[module.path] = piece
                findings += _no_longer(draft, module, settings)
        later = draft.spliced(changed).noting(findings)
        if later.world is draft.world:
            return later
        draft = later


def _no_longer(draft: Draft, module: Module, settings: list[Setting]) -> Iterator[Finding]:
    """What a mock gave may have reached what the test checks, in a way that cannot be seen."""
    for setting in settings:
        if setting.given is not Given.MOCK and isinstance(setting.what, Named):
            symbol = setting.what.symbol
            name = symbol.last if isinstance(symbol, Symbol) else symbol
            place = Place(module.path, draft.line(module.path, getattr(setting.node, "lineno", 1)))
            yield Finding(place, f"gave {name} a value, which nothing calls any more: see whether the test still holds")


def _once(settings: Iterable[Setting]) -> list[Setting]:
    return list({setting.node: setting for setting in settings}.values())
