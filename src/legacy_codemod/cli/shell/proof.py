"""A workspace into a verdict that may be offered, stage by stage; the first stage that fails ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from legacy_codemod import branch, plan, verify
from legacy_codemod.cli.shell.ledger import Mark, complain, stage
from legacy_codemod.cli.shell.output import error_page
from legacy_codemod.cli.shell.steps import step, walk
from legacy_codemod.cli.shell.wish import Wish
from legacy_codemod.errors import RefusedError
from legacy_codemod.model import Change, Finding, Item, Plan, Refusal, Verdict
from legacy_codemod.reports.parts.listing import listed, section
from legacy_codemod.reports.parts.summary import totals
from legacy_codemod.reports.parts.words import count
from legacy_codemod.settled import unsettled
from legacy_codemod.workspace import Workspace


def proven(opened: Workspace, wish: Wish, left_out: Mapping[Item, Refusal]) -> Verdict:
    """The plan of everything but ``left_out``, formatted and proven; what is left out is in it as refused.

    Raises:
        RefusedError: an item is refused and not to be left out, or the proof found a problem.
    """
    inventory = opened.inventory
    reduced = replace(
        opened,
        inventory=replace(
            inventory,
            flags=tuple(item for item in inventory.flags if item not in left_out),
            remove=tuple(item for item in inventory.remove if item not in left_out),
        ),
    )
    with walk("planning") as through:
        planned = plan.make(reduced, through)
    _stop_at_refusals(planned, partial=wish.partial)
    limits = branch.Limits(seconds=wish.verify_timeout)
    with step("formatting and proving"):
        formatted = branch.format_plan(opened.root, planned, limits)
        verdict = verify.prove(formatted)
        again = unsettled(reduced, formatted) if formatted.files else ()
    _stop_at_problems((*verdict.problems, *again))
    whole = Verdict(_with(verdict.plan, opened, left_out))
    stage(Mark.DONE, "plan", totals(whole).plain)
    if planned.decisions:
        kept = count(len(planned.decisions), "decision")
        stage(Mark.PASSED_OVER, "kept", f"by {kept}; `codemod plan --decisions FILE` tells what stays because of it")
    second = " with the same decisions" if opened.decisions else ""
    stage(
        Mark.DONE,
        "proof",
        f"every changed file parses and compiles, no name is left open, a second run{second} is empty",
    )
    return whole


def _with(planned: Plan, opened: Workspace, left_out: Mapping[Item, Refusal]) -> Plan:
    """``planned`` with the items that were left out in their places, as refused ones."""
    made = {change.item: change for change in planned.changes}
    for item, refusal in left_out.items():
        made[item] = Change(item, refusals=(refusal,))
    # an item that a reviewer keeps is in no plan
    changes = tuple(made[item] for item in opened.inventory.in_order if item in made)
    return replace(planned, inventory=opened.inventory, changes=changes)


def _stop_at_refusals(planned: Plan, *, partial: bool) -> None:
    refused = planned.refused
    if refused and not partial:
        stage(Mark.FAILED, "plan", f"{count(len(refused), 'item')} refused")
        paper = error_page()
        complain((part for change in refused for part in section(change, paper)), paper)
        raise RefusedError(
            f"{count(len(refused), 'item')} of {len(planned.changes)} cannot be done; nothing was created",
            next_step="Change the code or the inventory as said above, or leave them out with --partial.",
        )


def _stop_at_problems(problems: tuple[Finding, ...]) -> None:
    if problems:
        stage(Mark.FAILED, "proof", count(len(problems), "problem"))
        complain(listed("problems", problems, "red"), error_page())
        raise RefusedError("the result did not pass its proof; nothing was created")
