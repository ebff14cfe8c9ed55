"""A request into the workspace: the inventory and the tree it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.inventory import read
from legacy_codemod.model import Finding, Inventory, Request
from legacy_codemod.sources import open_sources
from legacy_codemod.tree import Tree, tree_of
from legacy_codemod.untracked import untracked_env_files

DEFAULT_INVENTORY = "legacy-inventory.yaml"


@dataclass(frozen=True)
class Workspace:
    """All that the engine is given."""

    request: Request
    inventory: Inventory
    tree: Tree
    root: Path
    findings: tuple[Finding, ...] = ()  # what lies outside the tree, and is never changed


def open(request: Request) -> Workspace:  # noqa: A001  the dataflow's own word
    """Read the inventory and open the tree.

    Raises:
        InventoryError: the inventory is missing or not valid.
        WorkspaceError: the root is in no git repository, or has no commit.
    """
    root = Path(request.root)
    sources = open_sources(root, worktree=request.worktree)
    file = Path(request.inventory) if request.inventory else root / DEFAULT_INVENTORY
    inventory = read(file, root)
    tree = tree_of(sources, *_inside(file, root))
    return Workspace(request, inventory, tree, root, tuple(untracked_env_files(inventory, tree, root)))


def _inside(file: Path, root: Path) -> list[str]:
    """The inventory's own path in the tree: what it names must not count as a use."""
    try:
        return [file.resolve().relative_to(root.resolve()).as_posix()]
    except ValueError:
        return []
