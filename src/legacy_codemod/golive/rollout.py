"""The logs of a step of the rollout → whether they look as its percentage says, and whether the next may be taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legacy_codemod.golive.checks import Check, failed, judged, passed
from legacy_codemod.golive.measures import SLOW, Rate, errors_of, percentile
from legacy_codemod.golive.statistics import interval, more_often
from legacy_codemod.golive.tally import Tally

STEPS: Final = (5, 25, 50, 100)
_LEVEL: Final = 0.05  # of the tests: how often one fails though nothing is worse


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the rollout and what it takes to believe its logs."""

    percent: float
    confidence: float = 0.99  # of the interval around the share
    enough: int = 100  # records of the new path, and of the legacy path where it still answers
    slow: float = SLOW  # milliseconds

    @property
    def next(self) -> int | None:
        """The step after this one; ``None`` after the last."""
        return next((step for step in STEPS if step > self.percent), None)


def judge(tally: Tally, step: Step) -> tuple[Check, ...]:
    """Every check of the step."""
    return (
        *(failed("logs", reason) for reason in tally.unreadable),
        _enough(tally, step),
        _share(tally, step),
        _errors(tally),
        *_latency(tally, step),
    )


def _enough(tally: Tally, step: Step) -> Check:
    said = f"{tally.new:,} of the new path, {tally.legacy:,} of the legacy path"
    fewest = min(tally.new, tally.legacy) if 0 < step.percent < 100 else tally.new
    if fewest < step.enough:
        return failed("records", f"{said}: fewer than {step.enough} tell little, wait for more")
    return passed("records", said)


def _share(tally: Tally, step: Step) -> Check:
    """Where everything or nothing should be new, one record that is not speaks against it."""
    of = tally.new + tally.legacy
    if not of:
        return failed("share", "no record names a path")
    low, high = interval(tally.new, of, step.confidence)
    said = f"{tally.new / of:.2%} of {of:,} records, {step.confidence:.0%} interval {low:.2%} to {high:.2%}"
    good = low <= step.percent / 100 <= high and (step.percent < 100 or tally.new == of)
    verdict = "fits" if good else "does not fit"
    return judged("share", f"{said}: {verdict} {step.percent:g} % (exact, Clopper-Pearson)", good=good)


def _errors(tally: Tally) -> Check:
    return _no_worse("errors", errors_of(tally, "new"), errors_of(tally, "legacy"))


def _latency(tally: Tally, step: Step) -> Iterator[Check]:
    p95 = percentile(tally, "new")
    if p95 is None:
        yield failed("latency", "no record of the new path says how long resolve took: name the field with --latency")
        return
    yield judged("latency", f"p95 of the new path is {p95:.1f} ms, the most is {step.slow:g} ms", good=p95 <= step.slow)
    old = _slow(tally, "legacy", step.slow)
    if old.all:
        yield _no_worse("slow records", _slow(tally, "new", step.slow), old)


def _no_worse(name: str, new: Rate, old: Rate) -> Check:
    if not old.all:
        return passed(name, f"{new.share:.2%} on the new path; no record of the legacy path to compare with")
    chance = more_often(new, old)
    said = f"{new.share:.2%} on the new path, {old.share:.2%} on the legacy path"
    test = f"Fisher's exact test, one-sided, p = {chance:.3g}, level {_LEVEL:g}"
    return judged(name, f"{said} ({test})", good=chance >= _LEVEL)


def _slow(tally: Tally, path: str, most: float) -> Rate:
    measured = [(tenths, number) for (each, tenths), number in tally.tenths.items() if each == path]
    return Rate(sum(number for tenths, number in measured if tenths > most * 10), sum(number for _, number in measured))
