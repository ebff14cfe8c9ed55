"""A workspace into the plan: each item's change, made on the tree that the item before it left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Roots
from legacy_codemod.cascade.cascade import Limits, cascade
from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.fold.fold import fold
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.model import (
    Change,
    EnvSubject,
    FileChange,
    Finding,
    Inventory,
    Item,
    NameSubject,
    PathSubject,
    Place,
    Plan,
    Refusal,
)
from legacy_codemod.removal.doomed import Doomed, of_files, of_name
from legacy_codemod.removal.instead import Terms
from legacy_codemod.removal.remove import Bounds, remove
from legacy_codemod.workspace import Workspace


def make(workspace: Workspace) -> Plan:
    """Plan every item, flags first, in the order of the inventory."""
    world = World(workspace.tree)
    rules = _rules(world, workspace.inventory)
    changes: list[Change] = []
    for item in (*workspace.inventory.flags, *workspace.inventory.remove):
        draft = _one(Draft(world, world), item, rules)
        changes.append(_change(item, draft))
        world = draft.world if not draft.refusals else world
    return Plan(workspace.inventory, workspace.tree.sources.base, tuple(changes))


@dataclass(frozen=True, eq=False)
class Rules:
    """What the whole inventory says, as the engine asks it."""

    first: World
    is_kept: Callable[[str], bool]
    is_wrapped: Callable[[str], bool]
    reserved: Mapping[Symbol, Item]
    terms: Mapping[Symbol, Terms]
    removed_paths: Callable[[str], bool]


def _rules(world: World, inventory: Inventory) -> Rules:
    names = {
        symbol: item
        for item in inventory.remove
        if isinstance(item.subject, NameSubject) and (symbol := find_symbol(world, item.subject.name))
    }
    terms = {
        symbol: Terms(item.subject.fallback, item.subject.guards)
        for symbol, item in names.items()
        if isinstance(item.subject, NameSubject)
    }
    return Rules(
        world,
        _matcher(inventory.keep),
        _matcher(inventory.wrap),
        names,
        terms,
        _matcher(inventory.remove),
    )


def _matcher(items: tuple[Item, ...]) -> Callable[[str], bool]:
    patterns = [item.subject.path for item in items if isinstance(item.subject, PathSubject)]
    return lambda path: any(path_matches(pattern, path) for pattern in patterns)


def _one(draft: Draft, item: Item, rules: Rules) -> Draft:
    match item.subject:
        case PathSubject(path):
            return _remove_path(draft, path, rules)
        case NameSubject(name):
            return _remove_name(draft, item, name, rules)
        case EnvSubject():
            return draft
    return _fold(draft, item, rules)


def _limits(rules: Rules) -> Limits:
    return Limits(Roots(rules.is_kept), frozenset(rules.reserved))


def _fold(draft: Draft, item: Item, rules: Rules) -> Draft:
    flag = compile_flag(draft.world, item.subject)
    if flag is None:
        return draft.noting(refusals=[Refusal(item.place, "this kind of flag cannot be folded yet")])
    return cascade(fold(draft, flag, rules.is_kept), _limits(rules))


def _remove_path(draft: Draft, pattern: str, rules: Rules) -> Draft:
    paths = [p for p in draft.world.tree.paths if path_matches(pattern, p)]
    if not paths:
        return draft.noting([_already_gone(draft, pattern)])
    return _removed(draft, of_files(draft.world, paths, (f"{pattern} is REMOVE",)), rules)


def _remove_name(draft: Draft, item: Item, name: str, rules: Rules) -> Draft:
    symbol = find_symbol(draft.world, name)
    if symbol is None or not symbol.name:
        if find_symbol(rules.first, name):
            return draft.noting([Finding(item.place, f"{name} is gone already: an earlier item took it")])
        return draft.noting(refusals=[Refusal(item.place, f"no definition of {name} is in this repository")])
    doomed = of_name(draft.world, symbol, (f"{symbol.last} is REMOVE",))
    if doomed is None:
        return draft.noting(refusals=[Refusal(Place(symbol.path, 1), f"{name} is bound in a way that cannot simply go")])
    return _removed(draft, doomed, rules)


def _removed(draft: Draft, doomed: Doomed, rules: Rules) -> Draft:
    bounds = Bounds(Roots(rules.is_kept), rules.is_wrapped, rules.terms)
    later = remove(draft, doomed, bounds)
    return later if later.refusals else cascade(later, _limits(rules))


def _already_gone(draft: Draft, pattern: str) -> Finding:
    del draft
    return Finding(Place(pattern, 1), "nothing is left at this path")


def _change(item: Item, draft: Draft) -> Change:
    if draft.refusals:
        return Change(item, findings=draft.findings, refusals=draft.refusals)
    files = tuple(
        FileChange(path, draft.start.tree.read(path), draft.world.tree.changed[path])
        for path in draft.changed()
        if draft.start.tree.read(path) != draft.world.tree.changed[path]
    )
    changed = {file.path for file in files}
    edits = tuple(sorted(edit for edit in draft.edits if edit.path in changed))
    return Change(item, files, edits, draft.findings, (), draft.fallbacks)
