"""The evidence of the burn-in into lines for people, and into the gate of ``apply``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from legacy_codemod.cli.shell.ledger import Mark, line, stage
from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.errors import RefusedError
from legacy_codemod.golive import measures
from legacy_codemod.golive.burn_in import Evidence, Look, gather
from legacy_codemod.model import BurnIn
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.words import count


def gate(burn_in: BurnIn | None, root: Path, wanted: Look, today: date, skip: str) -> None:
    """Say how the burn-in stands on ``today``; ``skip`` is the reason to pass over the gate, if there is one.

    Raises:
        RefusedError: the evidence is not enough, and there is no such reason.
    """
    if skip:
        stage(Mark.PASSED_OVER, "burn-in", f"passed over: {skip}")
        return
    found = evidence(burn_in, root, today, wanted)
    for part in told(found, page()):
        show(part)
    if not found.passed:
        raise RefusedError(
            f"the burn-in has not passed: {count(len(found.missing), 'reason')} above; nothing was created",
            next_step="Wait until it has, or pass over it with --skip-burn-in REASON.",
        )


def evidence(burn_in: BurnIn | None, root: Path, today: date, wanted: Look) -> Evidence:
    """Gather the evidence as of ``today``."""
    with step("reading the logs"):
        return gather(burn_in, root, today, wanted)


def told(found: Evidence, paper: Page) -> Iterator[bytes]:
    """The evidence, one line for each part."""
    for fact in _facts(found):
        yield line(Mark.DONE if found.passed else Mark.PASSED_OVER, "burn-in", fact, paper)
    for alert in found.alerts:
        yield line(Mark.PASSED_OVER, "alert", alert, paper)
    for reason in found.missing:
        yield line(Mark.FAILED, "burn-in", reason, paper)
    if found.missing and found.can_pass:
        yield line(Mark.PASSED_OVER, "burn-in", f"can pass on {found.can_pass} at the earliest", paper)


def _facts(evidence: Evidence) -> Iterator[str]:
    tally, counted = evidence.tally, evidence.counted
    if evidence.since and evidence.days >= 0:
        yield f"on since {evidence.since}: {count(evidence.days, 'day')}"
    if evidence.files:
        shares = f"{tally.new:,} new, {tally.legacy:,} legacy"
        excused = f", {tally.excused:,} excused by a deployment" if tally.excused else ""
        yield f"{count(len(evidence.files), 'log file')}: {count(tally.paths.total(), 'record')} ({shares}{excused})"
    if tally.first and tally.last:
        yield f"from {tally.first:%Y-%m-%d %H:%M:%S} to {tally.last:%Y-%m-%d %H:%M:%S} UTC"
        yield "; ".join(_rates(evidence))
    if tally.malformed or tally.undated:
        yield f"{count(tally.malformed, 'unreadable line')}, {count(tally.undated, 'record')} without a time"
    if counted and not counted.problem:
        yield f"by command: {count(counted.total, 'record')}, {counted.legacy:,} of them legacy"


def _rates(evidence: Evidence) -> Iterator[str]:
    yield f"errors {measures.errors(evidence.tally).share:.2%}"
    yield f"fallbacks {measures.fallbacks(evidence.tally).share:.2%}"
    slow = measures.percentile(evidence.tally, "new")
    yield "no record says how long resolve took" if slow is None else f"p95 latency {slow:.1f} ms"
