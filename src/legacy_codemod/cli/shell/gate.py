"""The evidence of the burn-in into lines for people, and into the gate of ``apply``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from legacy_codemod.cli.shell.ledger import Mark, stage
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.errors import RefusedError
from legacy_codemod.golive.burn_in import Evidence, gather
from legacy_codemod.model import BurnIn
from legacy_codemod.reports.parts.words import count


def gate(burn_in: BurnIn | None, root: Path, today: date, skip: str) -> None:
    """Say how the burn-in stands on ``today``; ``skip`` is the reason to pass over the gate, if there is one.

    Raises:
        RefusedError: the evidence is not enough, and there is no such reason.
    """
    if skip:
        stage(Mark.PASSED_OVER, "burn-in", f"passed over: {skip}")
        return
    evidence = shown(burn_in, root, today)
    if not evidence.passed:
        raise RefusedError(
            f"the burn-in has not passed: {count(len(evidence.missing), 'reason')} above; nothing was created",
            next_step="Wait until it has, or pass over it with --skip-burn-in REASON.",
        )


def shown(burn_in: BurnIn | None, root: Path, today: date) -> Evidence:
    """Gather the evidence as of ``today`` and show it, one line for each part."""
    with step("reading the logs"):
        evidence = gather(burn_in, root, today)
    for line in _facts(evidence):
        stage(Mark.DONE if evidence.passed else Mark.PASSED_OVER, "burn-in", line)
    for reason in evidence.missing:
        stage(Mark.FAILED, "burn-in", reason)
    return evidence


def _facts(evidence: Evidence) -> Iterator[str]:
    tally, counted = evidence.tally, evidence.counted
    if evidence.burn_in.flag_on_since and evidence.days >= 0:
        yield f"on since {evidence.burn_in.flag_on_since}: {count(evidence.days, 'day')}"
    if evidence.files:
        shares = f"{tally.restormel:,} restormel, {tally.legacy:,} legacy"
        yield f"{count(len(evidence.files), 'log file')}: {count(tally.restormel + tally.legacy, 'record')} ({shares})"
    if tally.malformed or tally.undated:
        yield f"{count(tally.malformed, 'unreadable line')}, {count(tally.undated, 'record')} without a time"
    if counted and not counted.problem:
        yield f"by command: {count(counted.total, 'record')}, {counted.legacy:,} of them legacy"
