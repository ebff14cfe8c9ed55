"""The ``burn_in`` section of the inventory and the logs → the evidence that the gate of ``apply`` asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from glob import glob
from pathlib import Path

from legacy_codemod.golive.count_command import Counts, count
from legacy_codemod.golive.logs import Tally, tally
from legacy_codemod.model import BurnIn


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows, or does not yet show, that production has run on the new path for long enough."""

    burn_in: BurnIn
    days: int = 0  # since the flag was on
    files: tuple[str, ...] = ()  # log files, relative to the root
    tally: Tally = Tally()  # noqa: RUF009 - frozen
    counted: Counts | None = None  # by the command, where there is one
    missing: tuple[str, ...] = ()  # every reason why it is not enough, each with its next step

    @property
    def passed(self) -> bool:
        """Whether the gate is open."""
        return not self.missing


def gather(burn_in: BurnIn | None, root: Path, today: date) -> Evidence:
    """The evidence as of ``today``. Logs are read a line at a time; a ``command`` is run through the shell."""
    if burn_in is None:
        return Evidence(BurnIn(), missing=(_NO_SECTION,))
    if burn_in.flag_on_since is None:
        return Evidence(burn_in, missing=(_NO_DATE,))
    since = burn_in.flag_on_since
    found = {pattern: _files(pattern, root) for pattern in burn_in.logs}
    files = tuple(dict.fromkeys(path for paths in found.values() for path in paths))
    evidence = Evidence(
        burn_in,
        days=(today - since).days,
        files=files,
        tally=tally(root, files, since),
        counted=count(burn_in.command, root) if burn_in.command else None,
    )
    unmatched = tuple(f"no log file matches {pattern!r} below {root}" for pattern, paths in found.items() if not paths)
    reasons = (*_time_reasons(evidence, since), *unmatched, *_log_reasons(evidence, since), *_command_reasons(evidence))
    return replace(evidence, missing=reasons)


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


def _log_reasons(evidence: Evidence, since: date) -> Iterator[str]:
    read = evidence.tally
    if not evidence.burn_in.logs:
        if not evidence.burn_in.command:
            yield "burn_in names neither logs nor a command, so nothing shows which path the traffic took"
        return
    yield from read.unreadable
    if read.legacy:
        records = "1 record" if read.legacy == 1 else f"{read.legacy} records"
        yield f"{records} from the legacy path since {since}, the first at {read.legacy_at}"
    if evidence.files and not read.restormel:
        yield f'no record with "source": "restormel" since {since}'
    elif evidence.files and read.first is None:
        yield 'no record says when it was written ("ts", "time", "timestamp" or "@timestamp")'
    elif read.first and read.last:
        yield from _coverage(read.first.date(), read.last.date(), evidence.burn_in.min_days)


def _coverage(first: date, last: date, enough: int) -> Iterator[str]:
    """The whole period must be in the logs: an excerpt of one good day proves one day."""
    covered = (last - first).days + 1
    if covered < enough:
        yield f"the logs cover {covered} of {enough} days ({first} to {last}): add those of the other days"


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


def _files(pattern: str, root: Path) -> tuple[str, ...]:
    matched = glob(pattern, root_dir=root, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return tuple(sorted(path for path in matched if (root / path).is_file()))
