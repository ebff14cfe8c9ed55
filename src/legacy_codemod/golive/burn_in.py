"""The ``burn_in`` section of the inventory and the logs → the evidence that the gate of ``apply`` asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from glob import glob
from pathlib import Path

from legacy_codemod.golive import measures
from legacy_codemod.golive.count_command import Counts, count
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.log_blocks import STDIN
from legacy_codemod.golive.logs import tally
from legacy_codemod.golive.scan import Terms
from legacy_codemod.golive.tally import Tally
from legacy_codemod.model import BurnIn


@dataclass(frozen=True, slots=True)
class Look:
    """How the logs are to be read, beyond what the inventory says."""

    fields: Fields = Fields()  # noqa: RUF009 - frozen
    since: date | None = None  # instead of the day the flag was on
    longest_gap: int = 0  # so many days in a row may have no record


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows, or does not yet show, that production has run on the new path for long enough."""

    burn_in: BurnIn
    since: date | None = None
    days: int = 0  # since then
    files: tuple[str, ...] = ()  # log files, relative to the root
    tally: Tally = field(default_factory=Tally)
    counted: Counts | None = None  # by the command, where there is one
    missing: tuple[str, ...] = ()  # every reason why it is not enough, each with its next step
    alerts: tuple[str, ...] = ()  # what the walkthrough asks to look at; they do not close the gate
    can_pass: date | None = None  # the first day on which it can, if no legacy record follows

    @property
    def passed(self) -> bool:
        """Whether the gate is open."""
        return not self.missing


def gather(burn_in: BurnIn | None, root: Path, today: date, look: Look = Look()) -> Evidence:
    """The evidence as of ``today``. Logs are read a block at a time; a ``command`` is run through the shell."""
    if burn_in is None:
        return Evidence(BurnIn(), missing=(_NO_SECTION,))
    since = look.since or burn_in.flag_on_since
    if since is None:
        return Evidence(burn_in, missing=(_NO_DATE,))
    found = {pattern: matching(pattern, root) for pattern in burn_in.logs}
    files = tuple(dict.fromkeys(path for paths in found.values() for path in paths))
    evidence = Evidence(
        burn_in,
        since=since,
        days=(today - since).days,
        files=files,
        tally=tally(root, files, Terms(look.fields, since)),
        counted=count(burn_in.command, root) if burn_in.command else None,
    )
    unmatched = tuple(f"no log file matches {pattern!r} below {root}" for pattern, paths in found.items() if not paths)
    reasons = (
        *_time_reasons(evidence, since),
        *unmatched,
        *_log_reasons(evidence, since, look),
        *_command_reasons(evidence),
    )
    return replace(
        evidence, missing=reasons, alerts=tuple(_alerts(evidence)), can_pass=_can_pass(evidence, since, today)
    )


_NO_SECTION = (
    "the inventory has no burn_in section: add flag_on_since and logs (or command), "
    "or say why there is none with --skip-burn-in REASON"
)
_NO_DATE = "burn_in.flag_on_since is not set: write the day the flag has been fully on since, as 2026-11-01"


def _time_reasons(evidence: Evidence, since: date) -> Iterator[str]:
    enough = evidence.burn_in.min_days
    if evidence.days < 0:
        yield f"burn_in.flag_on_since is {since}, a day to come"
    elif evidence.days < enough:
        yield f"{evidence.days} of {enough} days have passed since {since}: wait until {since + timedelta(days=enough)}"


def _log_reasons(evidence: Evidence, since: date, look: Look) -> Iterator[str]:
    read = evidence.tally
    if not evidence.burn_in.logs:
        if not evidence.burn_in.command:
            yield "burn_in names neither logs nor a command, so nothing shows which path the traffic took"
        return
    yield from read.unreadable
    if read.legacy:
        records = "1 record" if read.legacy == 1 else f"{read.legacy} records"
        anew = f"; the time begins anew with {read.legacy_last.date() + timedelta(1)}" if read.legacy_last else ""
        yield f"{records} from the legacy path since {since}, the first at {read.legacy_at}{anew}"
    if evidence.files and not read.new:
        values = " or ".join(f'"{value}"' for value in look.fields.new)
        yield f'no record with "{look.fields.source}": {values} since {since}'
    elif evidence.files and read.first is None:
        *names, last = (f'"{name}"' for name in look.fields.times)
        yield f"no record says when it was written ({', '.join(names)}{' or ' if names else ''}{last})"
    elif read.first and read.last:
        yield from _coverage(read.first.date(), read.last.date(), evidence.burn_in.min_days)
        yield from _quiet(read, look.longest_gap)


def _coverage(first: date, last: date, enough: int) -> Iterator[str]:
    """The whole period must be in the logs: an excerpt of one good day proves one day."""
    covered = (last - first).days + 1
    if covered < enough:
        yield f"the logs cover {covered} of {enough} days ({first} to {last}): add those of the other days"


def _quiet(read: Tally, longest: int) -> Iterator[str]:
    for first, last in measures.gaps(measures.by_day(read), longest):
        days = (last - first).days + 1
        when = f"on {first}" if first == last else f"from {first} to {last}, {days} days"
        yield f"the logs have no record {when}: add those of the missing time, or allow quiet days with --gap {days}"


def _alerts(evidence: Evidence) -> Iterator[str]:
    errors, fallbacks = measures.errors(evidence.tally), measures.fallbacks(evidence.tally)
    if errors.share > measures.MOST_ERRORS:
        yield f"{errors.share:.1%} of the records are errors, above {measures.MOST_ERRORS:.0%}"
    if fallbacks.share > measures.MOST_FALLBACKS:
        yield f"{fallbacks.share:.1%} of the records are answered by a fallback, above {measures.MOST_FALLBACKS:.0%}"
    slow = measures.percentile(evidence.tally, "new")
    if slow is not None and slow > measures.SLOW:
        yield f"p95 latency of the new path is {slow:.1f} ms, above {measures.SLOW:.0f} ms"


def _can_pass(evidence: Evidence, since: date, today: date) -> date | None:
    """The day to come on which it can pass: the time is over, and as long again after the last legacy record."""
    enough = timedelta(evidence.burn_in.min_days)
    last = evidence.tally.legacy_last
    day = max([since + enough, *([last.date() + timedelta(1) + enough] if last else [])])
    return day if day > today else None


def _command_reasons(evidence: Evidence) -> Iterator[str]:
    counted = evidence.counted
    if counted is None:
        return
    if counted.problem:
        yield f"burn_in.command {counted.problem}"
    elif counted.legacy:
        yield f"burn_in.command counts {counted.legacy} records from the legacy path, of {counted.total}"
    elif not counted.total:
        yield "burn_in.command counts no record at all"


def matching(pattern: str, root: Path) -> tuple[str, ...]:
    """The log files of a glob, relative to ``root``; ``-`` is standard input."""
    if pattern == STDIN:
        return (STDIN,)
    matched = glob(pattern, root_dir=root, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return tuple(sorted(path for path in matched if (root / path).is_file()))
