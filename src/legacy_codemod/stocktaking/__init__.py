"""A repository into proposals for its inventory, with evidence: nothing is decided that is not evident."""

from __future__ import annotations

from dataclasses import replace

from legacy_codemod.fold.flags import find_symbol
from legacy_codemod.index.world import World
from legacy_codemod.inventory.conflicts import identity
from legacy_codemod.inventory.paths import path_covers
from legacy_codemod.model import NameSubject, PathSubject
from legacy_codemod.stocktaking.beside import documents, gateways, pickers
from legacy_codemod.stocktaking.border import border
from legacy_codemod.stocktaking.callers import callers
from legacy_codemod.stocktaking.choosing import choosing
from legacy_codemod.stocktaking.flags import flags
from legacy_codemod.stocktaking.kept import kept, wrapped
from legacy_codemod.stocktaking.lists import lists
from legacy_codemod.stocktaking.proposal import Category, Proposal, Sure
from legacy_codemod.stocktaking.routers import routers
from legacy_codemod.stocktaking.settings import settings
from legacy_codemod.stocktaking.variables import variables

__all__ = ["take_stock"]


def take_stock(world: World) -> tuple[Proposal, ...]:
    """Every proposal, one for each subject."""
    found = [*flags(world), *routers(world)]
    taken = tuple(p.subject.path for p in found if isinstance(p.subject, PathSubject) and p.sure is Sure.EVIDENT)
    found = [*border(world, found), *found, *choosing(world, taken or ("\0",)), *lists(world)]
    found += [*gateways(world), *pickers(world), *settings(world), *variables(world)]
    found += [*documents(world, found), *kept(world, found), *wrapped(world, found), *callers(world)]
    if all(proposal.category is Category.OTHER for proposal in found):
        return ()  # where nothing goes, nothing has to be kept from it
    one: dict[tuple[str, ...], Proposal] = {}
    for proposal in found:
        one.setdefault(identity(proposal.subject), proposal)
    folders = [p.subject.path for p in one.values() if p.decision == "keep" and isinstance(p.subject, PathSubject)]
    return tuple(_spared(world, proposal, folders) for proposal in one.values())


def _spared(world: World, proposal: Proposal, folders: list[str]) -> Proposal:
    """What lies in a place that is called after something that stays is for a person to decide."""
    path = ""
    if proposal.decision == "remove" and proposal.sure is Sure.EVIDENT:
        match proposal.subject:
            case PathSubject(path=path):
                pass
            case NameSubject(name=name):
                symbol = find_symbol(world, name)
                path = symbol.path if symbol else ""
    around = next((folder for folder in folders if path and path_covers(folder, path)), "")
    return replace(proposal, sure=Sure.OPEN, note=f"lies in {around}") if around else proposal
