"""A plan into what a second run of it would still change in its result: nothing, or it has not come to its end."""

from __future__ import annotations

from dataclasses import replace

from legacy_codemod.model import Finding, Place, Plan
from legacy_codemod.plan import make
from legacy_codemod.workspace import Workspace


def unsettled(workspace: Workspace, plan: Plan) -> tuple[Finding, ...]:
    """Every file that the same inventory, under the same decisions, would change again in the result of ``plan``.

    An item that ``plan`` refused does not count: what another item took away may be what stood in its way.
    """
    after = {path: file.after for path, file in plan.files.items()}
    again = make(replace(workspace, tree=workspace.tree.with_files(after)))
    refused = {change.item for change in plan.refused}
    return tuple(
        Finding(Place(file.path, 1), f"a second run would change this file again: {change.item.title}")
        for change in again.changes
        if change.item not in refused
        for file in change.files
    )
