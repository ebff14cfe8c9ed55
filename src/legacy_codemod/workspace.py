"""A request into the workspace: the inventory and the tree it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from legacy_codemod import decisions
from legacy_codemod.inventory import read
from legacy_codemod.model import Decision, Finding, Inventory, Request
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
    decisions: tuple[Decision, ...] = ()  # what a reviewer keeps


def open(request: Request) -> Workspace:  # noqa: A001  the dataflow's own word
    """Read the inventory and open the tree.

    Raises:
        InventoryError: the inventory is missing or not valid.
        WorkspaceError: the root is in no git repository, or has no commit.
        CodemodError: the decisions cannot be read, or are about another plan.
    """
    root = Path(request.root)
    sources = open_sources(root, worktree=request.worktree)
    file = Path(request.inventory) if request.inventory else root / DEFAULT_INVENTORY
    inventory = read(file, root)
    decided = Path(request.decisions) if request.decisions else None
    tree = tree_of(sources, *_inside(file, root), *(_inside(decided, root) if decided else ()))
    kept = decisions.read(decided, inventory, tree) if decided else ()
    return Workspace(request, inventory, tree, root, tuple(untracked_env_files(inventory, tree, root)), kept)


def _inside(file: Path, root: Path) -> list[str]:
    """The path in the tree of the inventory or the decisions: what they name must not count as a use."""
    try:
        return [file.resolve().relative_to(root.resolve()).as_posix()]
    except ValueError:
        return []
