"""Files drawn as text into what is proposed about them, one line each."""

from __future__ import annotations

from textwrap import dedent

from folding import Memory

from legacy_codemod.index.world import World
from legacy_codemod.inventory import load
from legacy_codemod.model import Item, Place
from legacy_codemod.stocktaking import take_stock
from legacy_codemod.stocktaking.proposal import Proposal
from legacy_codemod.stocktaking.written import written
from legacy_codemod.tree import tree_of


def found(files: dict[str, str]) -> tuple[Proposal, ...]:
    """The proposals for a repository of these files."""
    return take_stock(World(tree_of(Memory({path: dedent(text).encode() for path, text in files.items()}))))


def said(files: dict[str, str]) -> list[str]:
    """Each proposal as ``sure decision what``, in order; the draft of them loads."""
    proposals = found(files)
    load(written(proposals, "inv.yaml"), "inv.yaml")
    return [
        f"{p.sure} {p.decision} {Item(p.subject, Place('', 1)).title.removeprefix('remove ').removeprefix('flag ')}"
        for p in proposals
    ]
