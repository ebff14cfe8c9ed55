"""Commits and the inventory's ``verify`` commands → what they say, and the first commit on which one of them fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legacy_codemod.branch.commits import Commit
from legacy_codemod.branch.shell import CommandResult, Limits
from legacy_codemod.branch.trial import run_commands


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the commands said on the tip, or where one failed, on the commit that broke it (``None``: the base)."""

    results: tuple[CommandResult, ...]
    culprit: Commit | None = None

    @property
    def failed(self) -> CommandResult | None:
        """The command that failed; it is the last one that ran."""
        return next((result for result in self.results if not result.passed), None)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is run on the commits, within which limits, and whether on ``each`` of them or on the tip alone."""

    commands: tuple[str, ...]
    limits: Limits = field(default_factory=Limits)
    each: bool = False


def try_out(root: Path, commits: Sequence[Commit], terms: Terms) -> Outcome:
    """Run the commands on the last of ``commits``; where one fails there, find the commit that broke it.

    Raises ``WorkspaceError``: a commit cannot be checked out.
    """
    for at in range(len(commits)) if terms.each else (len(commits) - 1,):
        tried = Outcome(run_commands(root, commits[at].sha, terms.commands, terms.limits), commits[at])
        if tried.failed:
            first_good = at if terms.each else 0  # with each, all before it are known to pass
            return _found(root, commits[: at + 1], (tried, first_good), terms)
    return tried


def _found(root: Path, commits: Sequence[Commit], known: tuple[Outcome, int], terms: Terms) -> Outcome:
    """Halve what lies between the base, which must pass, and the last of ``commits``, which fails."""
    tried, good = known
    asked = terms.commands[: len(tried.results)]  # what came before the one that failed may have prepared it
    if not good:
        on_base = Outcome(run_commands(root, commits[0].parent, asked, terms.limits))
        if on_base.failed:
            return on_base
    bad = len(commits)  # the first ``good`` commits pass, the first ``bad`` end on one that fails
    while bad - good > 1:
        middle = (good + bad) // 2
        here = Outcome(run_commands(root, commits[middle - 1].sha, asked, terms.limits), commits[middle - 1])
        if here.failed:
            tried, bad = here, middle
        else:
            good = middle
    return tried
