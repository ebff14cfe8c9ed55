"""What ``--item``, ``-q`` and ``-v`` ask for into how much of the plan the page for people shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from legacy_codemod.errors import CodemodError
from legacy_codemod.explanation.items import names
from legacy_codemod.model import Plan
from legacy_codemod.reports.parts.page import Detail, Page


@dataclass(frozen=True, slots=True)
class View:
    """How much is to be shown: ``items`` as they were asked for, none of them for all."""

    items: Sequence[str] = ()
    quiet: bool = False
    verbose: bool = False

    def check(self, shape: str) -> None:
        """Raises ``CodemodError``: these cannot be had together."""
        if self.quiet and self.verbose:
            raise CodemodError("-q and -v cannot be had together", next_step="Leave one of them out.")
        if shape != "text" and (self.items or self.quiet or self.verbose):
            next_step = "Leave it out: the other formats always hold the whole plan."
            raise CodemodError(f"--item, -q and -v are for --format text, not for {shape}", next_step=next_step)

    def on(self, page: Page, plan: Plan) -> Page:
        """``page``, for what is to be shown of ``plan``.

        Raises:
            CodemodError: no item is called so.
        """
        detail = Detail.SUMMARY if self.quiet else Detail.ALL if self.verbose else Detail.NORMAL
        chosen = (number for asked in self.items for number in _numbers(plan, asked))
        return replace(page, detail=detail, items=frozenset(chosen))


def _numbers(plan: Plan, asked: str) -> list[int]:
    found = [number for number, each in enumerate(plan.changes, start=1) if asked in names(each.item)]
    if found:
        return found
    if asked.isdecimal() and 0 < int(asked) <= len(plan.changes):
        return [int(asked)]
    raise _unknown(plan, asked)


def _unknown(plan: Plan, asked: str) -> CodemodError:
    if not plan.changes:
        return CodemodError("the inventory has no items to choose from", next_step="Add what is settled to it.")
    near = get_close_matches(asked, [name for each in plan.changes for name in names(each.item)], 1)
    kinds = f"Name an item as the inventory does, or by its number, 1 to {len(plan.changes)}."
    return CodemodError(f"no item is called {asked}", next_step=f"Did you mean `{near[0]}`?" if near else kinds)
