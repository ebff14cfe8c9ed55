"""A request into the workspace: the inventory and the tree it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.inventory import read
from legacy_codemod.model import Inventory, Request
from legacy_codemod.sources import open_sources
from legacy_codemod.tree import Tree

DEFAULT_INVENTORY = "legacy-inventory.yaml"


@dataclass(frozen=True)
class Workspace:
    """All that the engine is given."""

    request: Request
    inventory: Inventory
    tree: Tree
    root: Path


def open(request: Request) -> Workspace:  # noqa: A001  the dataflow's own word
    """Read the inventory and open the tree.

    Raises:
        InventoryError: the inventory is missing or not valid.
        WorkspaceError: the root is in no git repository, or has no commit.
    """
    root = Path(request.root)
    sources = open_sources(root, worktree=request.worktree)
    inventory = read(Path(request.inventory) if request.inventory else root / DEFAULT_INVENTORY, root)
    return Workspace(request, inventory, Tree(sources), root)
