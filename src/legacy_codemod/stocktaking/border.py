"""Routers that go into the functions of theirs that live code still calls once the flags are folded."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from legacy_codemod import plan
from legacy_codemod.index.resolve import annotated_class, class_of_symbol
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.model import Inventory, Item, NameSubject, PathSubject, Place, Request
from legacy_codemod.stocktaking.facts import every_file, is_aside
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure
from legacy_codemod.workspace import Workspace

_CALLS = (ast.FunctionDef, ast.AsyncFunctionDef)


def border(world: World, found: Iterable[Proposal]) -> Iterator[Proposal]:
    """A name for each such function: what its callers get instead is for a person to say."""
    sure = [proposal for proposal in found if proposal.sure is Sure.EVIDENT]
    gone = [p.subject.path for p in sure if p.decision == "remove" and isinstance(p.subject, PathSubject)]
    later = _folded(world, [p for p in sure if p.decision == "flags"]) if gone else world
    for facts in every_file(world) if gone else ():
        if not any(path_matches(path, facts.path) for path in gone):
            continue
        for node in facts.module.tree.body:
            if isinstance(node, _CALLS):
                callers = tuple(_callers(later, Symbol(facts.path, node.name), gone))
                if callers:
                    yield _named(world, Symbol(facts.path, node.name), callers, gone)


def _folded(world: World, flags: list[Proposal]) -> World:
    """The repository once the evident flags are folded, and what became unused is gone."""
    items = tuple(Item(proposal.subject, Place("", 1)) for proposal in flags)
    made = plan.make(Workspace(Request(), Inventory("", flags=items), world.tree, Path()))
    return World(world.tree.with_files({file.path: file.after for file in made.files.values()}))


def _callers(world: World, symbol: Symbol, gone: list[str]) -> Iterator[Evidence]:
    for use in uses(world, symbol):
        outside = not is_aside(use.path) and not any(path_matches(path, use.path) for path in gone)
        if outside and use.how in (How.NAME, How.ATTRIBUTE):
            line = world.tree.committed_line(use.path, use.line)
            yield Evidence(Place(use.path, line), "still calls it once the flags are folded")


def _named(world: World, symbol: Symbol, callers: tuple[Evidence, ...], gone: list[str]) -> Proposal:
    subject = NameSubject(f"{dotted_name(world, symbol.path)}.{symbol.name}")
    likely = list(_of_its_kind(world, symbol, gone))
    hints = [f"fallback: {name}" for name in likely] or ["fallback: an expression, or `raise pkg.Error(…)`"]
    note = "the home-grown decision, which live code still asks for"
    return Proposal(
        "remove", subject, Category.ROUTING, Sure.EVIDENT, callers, note, "resolve (phase 2)", tuple(hints[:2])
    )


def _of_its_kind(world: World, symbol: Symbol, gone: list[str]) -> Iterator[str]:
    """Constants of the class that the function gives: one of them may be what its callers get instead."""
    module, node = world.module(symbol.path), definition(world, symbol)
    given = annotated_class(world, module, node.returns) if module and isinstance(node, _CALLS) else None
    staying = [f for f in every_file(world) if not any(path_matches(path, f.path) for path in gone)]
    for facts in staying if given else ():
        for name, bindings in facts.module.scopes.module.bindings.items():
            constant = name.isupper() and len(bindings) == 1 and bindings[0].value is not None
            if constant and class_of_symbol(world, Symbol(facts.path, name)) == given:
                yield f"{dotted_name(world, facts.path)}.{name}"
