"""An inventory against the repository: what it names and nobody finds there, and where its items meet."""

from __future__ import annotations

from pathlib import Path

from legacy_codemod.index.world import World
from legacy_codemod.inspection.meeting import meetings
from legacy_codemod.inspection.naming import absences
from legacy_codemod.inspection.remark import Remark
from legacy_codemod.model import Inventory

__all__ = ["Remark", "inspect"]


def inspect(inventory: Inventory, world: World, root: Path) -> tuple[Remark, ...]:
    """Every remark, in the order of the inventory; ``root`` is where the logs of the burn-in lie."""
    return tuple(sorted({*absences(inventory, world, root), *meetings(inventory, world)}))
