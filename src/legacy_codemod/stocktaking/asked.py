"""Names of flags and of flag SDKs into entries for each flag that the code asks for; their values are for a person."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from legacy_codemod.draft import Draft
from legacy_codemod.errors import CodemodError
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.fold.sdk import importers
from legacy_codemod.fold.spread import spread
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import EnvFlag, NameFlag, Place, SdkFlag
from legacy_codemod.sdk_entries import FlagSdk, flag_sdk, flag_sdks, sdk_names
from legacy_codemod.stocktaking.held import Asked, asked_by, asked_with, held_key, holding
from legacy_codemod.stocktaking.history import history
from legacy_codemod.stocktaking.keys import likely_keys
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure
from legacy_codemod.stocktaking.variables import reads

_NOTE = "set the value that production holds"


def flags_asked(world: World, root: Path, names: Iterable[str], sdks: Iterable[str]) -> tuple[Proposal, ...]:
    """The flags called ``names``, and every key that is asked of ``sdks``, each with what git knows of it.

    Raises:
        CodemodError: the catalogue has no such SDK, or nothing asks for a flag of that name.
    """
    found = [proposal for sdk in sdks for proposal in _of_sdk(world, _entry(sdk))]
    for name in names:
        called_so = list(_called(world, name))
        if not called_so:
            raise CodemodError(f"nothing here asks for a flag {name}", next_step=_near(world, name))
        found += called_so
    return tuple(_with_history(root, proposal) for proposal in found)


def _entry(name: str) -> FlagSdk:
    entry = flag_sdk(name)
    if entry is None:
        near = get_close_matches(name, sdk_names(), 1)
        step = f"Did you mean {near[0]}?" if near else "Known here: " + ", ".join(sdk_names())
        raise CodemodError(f"the catalogue has no flag SDK {name}", next_step=step)
    return entry


def _of_sdk(world: World, entry: FlagSdk) -> Iterator[Proposal]:
    """The keys that the library's calls are given, as far as a read asks for them."""
    for key in likely_keys(world, entry):
        yield from _read(world, entry, key)


def _read(world: World, entry: FlagSdk, key: str) -> Iterator[Proposal]:
    subject = SdkFlag(entry.name, key, entry.example)
    flag = compile_flag(world, subject)
    if flag is None:
        return
    draft, (ask, files) = Draft(world, world), spread(world, flag)
    places = set()
    for module in files.values():
        for node in module.nodes:
            if isinstance(node, ast.expr):
                ask.value(module, node)
                if node in ask.reads:
                    places.add(Evidence(Place(module.path, draft.line(module.path, node.lineno)), "asks for it"))
    if places:
        yield Proposal("flags", subject, Category.FLAG, Sure.OPEN, tuple(sorted(places)), _NOTE)


def _called(world: World, name: str) -> Iterator[Proposal]:
    """Whatever kind of flag is called ``name``: a variable, a name of the code, a key of an SDK or of the project."""
    if found := reads(world).get(name):
        yield Proposal("flags", EnvFlag(name, "true"), Category.FLAG, Sure.OPEN, found, _NOTE)
    defined = list(_defined(world, name))
    for symbol in defined:
        key = held_key(world, symbol)
        yield from (list(_keyed(world, symbol, key)) if key else ()) or [_named(world, symbol)]
    of_sdks = list(_of_used_sdks(world, name))
    yield from of_sdks
    if not found:
        known = {evidence.place for proposal in of_sdks for evidence in proposal.evidence}
        holders = [symbol for symbol in holding(world, name) if symbol not in defined]
        for asked in (asked_by(world, name), *(asked_with(world, symbol, name) for symbol in holders)):
            yield from _by_project({s: told for s, told in asked.items() if not known & {e.place for e in told}})


def _keyed(world: World, symbol: Symbol, key: str) -> Iterator[Proposal]:
    """A constant that holds the key of a flag is none itself: what is asked with it is."""
    of_sdks = list(_of_used_sdks(world, key))
    yield from of_sdks
    yield from _by_project(asked_with(world, symbol, key)) if not of_sdks else ()


def _by_project(asked: Asked) -> Iterator[Proposal]:
    """What the project itself asks with a key."""
    for subject, evidence in asked.items():
        yield Proposal("flags", subject, Category.FLAG, Sure.OPEN, evidence, _NOTE)


def _named(world: World, symbol: Symbol) -> Proposal:
    node = bindings(world, symbol)[0].node
    evidence = (Evidence(Place(symbol.path, getattr(node, "lineno", 1)), "defines it"),)
    subject = NameFlag(f"{dotted_name(world, symbol.path)}.{symbol.name}", True)
    return Proposal("flags", subject, Category.FLAG, Sure.OPEN, evidence, _NOTE)


def _of_used_sdks(world: World, key: str) -> Iterator[Proposal]:
    for entry in flag_sdks():
        if any(True for _ in importers(world, entry)):
            yield from _read(world, entry, key)


def _defined(world: World, name: str) -> Iterator[Symbol]:
    if "." in name:
        symbol = find_symbol(world, name)
        yield from [symbol] if symbol and bindings(world, symbol) else []
        return
    for path, _held in world.mentioning([name]) if name.isidentifier() else ():
        symbol = Symbol(path, name)
        if any(binding.kind is not Kind.IMPORT for binding in bindings(world, symbol)):
            yield symbol


def _near(world: World, name: str) -> str:
    near = get_close_matches(name, reads(world), 1, 0.8)
    return f"Did you mean {near[0]}?" if near else "Name an environment variable, a constant, or the key of a flag SDK."


def _with_history(root: Path, proposal: Proposal) -> Proposal:
    match proposal.subject:
        case EnvFlag(env=name) | SdkFlag(key=name):
            word = name
        case NameFlag(name=name):
            word = name.rpartition(".")[2]
        case _:
            return proposal
    said = history(root, word, [evidence.place.path for evidence in proposal.evidence])
    return replace(proposal, hints=(said,)) if said else proposal
