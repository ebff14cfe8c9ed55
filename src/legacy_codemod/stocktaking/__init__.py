"""A repository into a proposal for its inventory: each line with its evidence, and nothing decided that is not evident."""

from __future__ import annotations

from legacy_codemod.index.world import World
from legacy_codemod.inventory.conflicts import identity
from legacy_codemod.model import PathSubject
from legacy_codemod.stocktaking.beside import documents, gateways, pickers, uses_gateways
from legacy_codemod.stocktaking.border import border
from legacy_codemod.stocktaking.flags import flags
from legacy_codemod.stocktaking.kept import kept, wrapped
from legacy_codemod.stocktaking.lists import lists
from legacy_codemod.stocktaking.proposal import Proposal, Sure
from legacy_codemod.stocktaking.routers import choosing, routers
from legacy_codemod.stocktaking.variables import variables

__all__ = ["take_stock"]


def take_stock(world: World) -> tuple[Proposal, ...]:
    """Every proposal, one for each subject."""
    found = [*flags(world), *routers(world)]
    taken = tuple(p.subject.path for p in found if isinstance(p.subject, PathSubject) and p.sure is Sure.EVIDENT)
    found = [*border(world, found), *found, *choosing(world, taken or ("\0",)), *lists(world)]
    found += [*gateways(world), *pickers(world), *variables(world)]
    found += [*documents(world, found), *kept(world, found), *wrapped(world, found), *uses_gateways(world)]
    return tuple({identity(proposal.subject): proposal for proposal in reversed(found)}.values())[::-1]
