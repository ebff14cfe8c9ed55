"""``codemod apply``: gate, plan, proof and verify commands, and then a branch with one commit per item."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.options import DecisionsFile, InventoryFile, Root
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
    force: Annotated[
        bool, typer.Option("--force", help="Replace the branch of an earlier run, if nobody has added to it.")
    ] = False,
    verify_each: Annotated[
        bool, typer.Option("--verify-each", help="Run the verify commands on each commit, not on the last alone.")
    ] = False,
    verify_timeout: Annotated[
        int,
        typer.Option(metavar="SECONDS", min=1, max=604_800, help="How long each verify or format command may take."),
    ] = 3600,
    pull_request: Annotated[
        bool, typer.Option("--pr", help="Write the text of a pull request; open it where gh or glab can.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write that text to a file instead of stdout.")
    ] = None,
    decisions: DecisionsFile = None,
) -> int:
    """Build the result as a git branch with one commit per item; your checkout is not touched.

    Exit 0; 3 when the gate, a refusal, a verify command or another branch stops it, and then nothing was created.
    """
    # the engine is loaded only when it is needed: help and usage errors are then quick
    from legacy_codemod.cli.shell.log_settings import look
    from legacy_codemod.cli.shell.retire import retire
    from legacy_codemod.cli.shell.wish import Wish

    if output and not pull_request:
        raise typer.BadParameter("-o is where the text of a pull request goes: add --pr.")
    wish = Wish(branch, partial, skip_burn_in, dry_run, force, verify_each, verify_timeout, pull_request, output)
    asked = replace(request(root, inventory), decisions=decisions or "")
    return retire(asked, replace(wish, look=look(root)))
