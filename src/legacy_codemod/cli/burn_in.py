"""``codemod burn-in``: the evidence on which the gate of ``apply`` opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import ExitCode


def run(root: Root = None, inventory: InventoryFile = None) -> int:
    """Show how long the flag has been on and which path the logs say the traffic took.

    Exit 0 when that is enough for apply, 1 when it is not yet.
    """
    from legacy_codemod.cli.shell.gate import shown
    from legacy_codemod.inventory import read

    asked = request(root, inventory)
    evidence = shown(read(inventory_file(asked), Path(asked.root)).burn_in, Path(asked.root), date.today())
    return ExitCode.OK if evidence.passed else ExitCode.FOUND
