"""A draft and a REMOVE item into the draft without it, or into the refusals that stop it."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legacy_codemod.cascade.alive import Alive, Roots
from legacy_codemod.cascade.exports import take_out_entries
from legacy_codemod.cascade.imports import take_out_aliases
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.mentions import mentions_of
from legacy_codemod.cascade.targets import Bound, without_targets
from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.owner import owner_of
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import outermost
from legacy_codemod.model import Finding, Place, Refusal
from legacy_codemod.prune import prune
from legacy_codemod.removal.added import import_splices, imports_inside, merged
from legacy_codemod.removal.by_name import reached_by_name
from legacy_codemod.removal.doomed import Doomed, spread
from legacy_codemod.removal.importing import imports_of
from legacy_codemod.removal.instead import Instead, Terms, instead, without_elements
from legacy_codemod.removal.meant import is_elsewhere, other_meaning
from legacy_codemod.tests_cleanup.removed import without_tests_of
from legacy_codemod.truth import Why


@dataclass(frozen=True, eq=False)
class Bounds:
    """What the inventory says around one REMOVE item."""

    roots: Roots
    terms: Mapping[Symbol, Terms]  # for each name that an item declares terms for


def remove(draft: Draft, doomed: Doomed, bounds: Bounds) -> Draft:
    """Take ``doomed`` and what only it used out of the draft; all or nothing."""
    spread(doomed, Alive(draft.world, bounds.roots), lambda symbol: _may_go(symbol, bounds))
    whole = draft
    draft = without_tests_of(draft, doomed.symbols, bounds.roots.is_kept)
    alive = Alive(draft.world, bounds.roots)
    live = spread(doomed, alive, lambda symbol: _may_go(symbol, bounds))
    files: dict[str, Instead] = {}
    refusals: list[Refusal] = []
    for use in live:
        if reason := _one_use(alive, use, (doomed, bounds), files):
            place = Place(use.path, draft.line(use.path, use.line))
            refusals.append(Refusal(place, reason, _kept_alive_by(alive, use, draft)))
    for use, reason in imports_of(alive, doomed, live, files):
        place = Place(use.path, draft.line(use.path, use.line))
        refusals.append(Refusal(place, reason, _kept_alive_by(alive, use, draft)))
    if refusals:
        return whole.noting(refusals=refusals)
    return _apply(draft.noting(mentions_of(draft.world, list(doomed.files))), doomed, files)


def _may_go(symbol: Symbol, bounds: Bounds) -> bool:
    return not bounds.roots.holds(symbol)


def _one_use(alive: Alive, use: Use, item: tuple[Doomed, Bounds], files: dict[str, Instead]) -> str:
    doomed, bounds = item
    if bounds.roots.is_kept(use.path):
        return "code under KEEP uses it"
    if use.module is None:
        return "this file names it and cannot be changed by the tool"
    symbol = _symbol_of(alive, use, doomed)
    into = files.setdefault(use.path, Instead(use.module))
    if is_elsewhere(alive.world, use, symbol):
        into.findings.append(
            Finding(Place(use.path, use.line), f"{symbol.last} of another class, which is left as it is")
        )
        return ""
    tested = is_test_file(alive.world, use.path)
    if doubt := other_meaning(alive.world, use, symbol, bounds.terms.keys() | doomed.symbols.keys()):
        into.findings += [Finding(Place(use.path, use.line), f"{symbol.last}: {doubt}")] if tested else []
        return "" if tested else doubt
    if not tested and (reason := reached_by_name(alive.world, use, symbol)):
        return reason
    reason = instead(alive.world, use, bounds.terms.get(symbol, Terms()), into, doomed.symbols[symbol])
    return (
        f"a test uses {symbol.last or symbol.path} in a way that cannot be cut cleanly" if tested and reason else reason
    )


def _symbol_of(alive: Alive, use: Use, doomed: Doomed) -> Symbol:
    return next(
        s for s in doomed.symbols if s.name and any(u.node is use.node and u.line == use.line for u in alive.every(s))
    )


def _runs_it(alive: Alive, use: Use) -> bool:
    """A string may name something else, so it says nothing to whoever wants to know who calls."""
    return use.how in (How.NAME, How.ATTRIBUTE) and not is_test_file(alive.world, use.path)


def _kept_alive_by(alive: Alive, use: Use, draft: Draft, depth: int = 4) -> tuple[str, ...]:
    """Who reaches the use, a few steps up."""
    chain: list[str] = []
    seen: set[Symbol] = set()
    current: Use | None = use
    while current is not None and depth:
        owner = owner_of(current)
        if owner is None or owner[0] in seen:
            break
        seen.add(owner[0])
        line = draft.start.tree.committed_line(current.path, draft.line(current.path, current.line))
        chain.append(f"{owner[0].name} ({current.path}:{line})")
        current = next((u for u in alive.outside(owner[0], set()) if _runs_it(alive, u)), None)
        depth -= 1
    return tuple(chain)


def _apply(draft: Draft, doomed: Doomed, files: Mapping[str, Instead]) -> Draft:
    changed: dict[str, Pieces] = {}
    paths = {symbol.path for symbol in doomed.symbols} | set(files)
    for path in sorted(paths - set(doomed.files)):
        module = draft.world.module(path)
        if module is not None:
            changed[path] = _pieces(
                draft.world, module, files.get(path, Instead(module)), _own_statements(doomed, module)
            )
    findings = [f for one in files.values() for f in one.findings]
    fallbacks = [f for one in files.values() for f in one.fallbacks]
    later = draft.noting(_at(draft, findings), (), _at(draft, fallbacks)).spliced(changed)
    for path, why in doomed.files.items():
        later = later.removed(path, why)
    return later


def _at(draft: Draft, said: Sequence[Finding]) -> list[Finding]:
    return [replace(f, place=Place(f.place.path, draft.line(f.place.path, f.place.line))) for f in said]


def _own_statements(doomed: Doomed, module: Module) -> dict[Bound, Why]:
    return {s: doomed.symbols[symbol] for s, symbol in doomed.statements.items() if symbol.path == module.path}


def _pieces(world: World, module: Module, one: Instead, statements: Mapping[Bound, Why]) -> Pieces:
    own, targets = without_targets(world, module, statements)
    gone = {**own, **one.gone}

    def pure(node: ast.AST) -> bool:
        return isinstance(node, ast.expr) and acts_on_nothing(world, module, node)

    aliases = {a: w for a, w in one.aliases.items() if not any(o in gone for o in module.scopes.ancestors(a))}
    single, whole = take_out_aliases(module, aliases)
    entries, emptied = take_out_entries(module, one.entries)
    elements, idle = without_elements(module, one.elements)
    splices = [*one.splices, *targets, *single, *entries, *elements]
    splices += prune(module, {**gone, **whole, **emptied, **idle}, pure)
    needed = list(dict.fromkeys(one.needed))
    added = import_splices(world, module, needed, gone.keys() | whole.keys() | aliases.keys())
    added += [imports_inside(module, f, names) for f, names in one.inside.items()]
    return pieces(module, merged(module, outermost(splices), added))
