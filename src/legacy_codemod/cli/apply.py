"""``codemod apply``: gate, plan, proof and verify commands, and then a branch with one commit per item."""

from __future__ import annotations

from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.settings import request


def run(  # one parameter per option, as typer reads them
    root: Root = None,
    inventory: InventoryFile = None,
    branch: Annotated[
        str, typer.Option(metavar="NAME", help="The branch to create; default: named after the first flag.")
    ] = "",
    partial: Annotated[
        bool, typer.Option("--partial", help="Leave refused items out instead of stopping at them.")
    ] = False,
    skip_burn_in: Annotated[str, typer.Option(metavar="REASON", help="Pass over the burn-in gate, and say why.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, except creating the branch.")] = False,
) -> int:
    """Build the result as a git branch with one commit per item; your checkout is not touched.

    Exit 0; 3 when the gate, a refusal or a verify command stops it, and then nothing was created.
    """
    # the engine is loaded only when it is needed: help and usage errors are then quick
    from legacy_codemod.cli.shell.log_settings import look
    from legacy_codemod.cli.shell.retire import Wish, retire

    return retire(request(root, inventory), Wish(branch, partial, skip_burn_in, dry_run, look(root)))
