"""What opens the gate of ``apply``, and what each missing piece of evidence says."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from legacy_codemod.golive.burn_in import Evidence, gather
from legacy_codemod.model import BurnIn, Place

SINCE, TODAY = date(2026, 11, 1), date(2026, 11, 20)
LOGS = BurnIn(SINCE, 14, ("logs/*.jsonl*",))


def record(day: int, source: str = "restormel", **more: object) -> str:
    return json.dumps({"ts": f"2026-11-{day:02}T12:00:00Z", "source": source, **more})


WHOLE = [record(day) for day in range(1, 20)]


def gathered(root: Path, lines: Iterable[str], burn_in: BurnIn = LOGS, today: date = TODAY) -> Evidence:
    (root / "logs").mkdir(exist_ok=True)
    (root / "logs/app.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return gather(burn_in, root, today)


def test_a_whole_period_on_the_new_path_passes(tmp_path: Path) -> None:
    evidence = gathered(tmp_path, [*WHOLE, "", '{"level": "info", "message": "no decision"}'])
    assert (evidence.passed, evidence.missing, evidence.days) == (True, (), 19)
    assert evidence.files == ("logs/app.jsonl",)
    read = evidence.tally
    assert (read.legacy, read.new, read.malformed, read.undated, read.earlier) == (0, 19, 0, 0, 0)
    assert (read.first, read.last) == (datetime(2026, 11, 1, 12, tzinfo=UTC), datetime(2026, 11, 19, 12, tzinfo=UTC))


FIRST = "from the legacy path since 2026-11-01, the first at logs/app.jsonl"
UNSHOWN = 'no record with "source": "restormel" since 2026-11-01'
EARLY = '{"ts": "2026-10-30T12:00:00Z", "source": "restormel"}'
NOON = '{"source": "legacy", "ts": "noon"}'
MISSING = {
    "one legacy record": ([*WHOLE, record(7, "legacy")], f"1 record {FIRST}:20"),
    "two legacy records": ([record(7, "legacy"), *WHOLE, record(8, "legacy")], f"2 records {FIRST}:1"),
    "a legacy record on the very day": ([*WHOLE, record(1, "legacy")], f"1 record {FIRST}:20"),
    "a legacy record without a time": ([*WHOLE, '{"source": "legacy"}'], f"1 record {FIRST}:20"),
    "a legacy record of a time that cannot be read": ([*WHOLE, NOON], f"1 record {FIRST}:20"),
    "no record": ([], UNSHOWN),
    "records of before the day only": ([EARLY], UNSHOWN),
    "records of other sources only": ([record(2, "cache")], UNSHOWN),
    "no times": (['{"source": "restormel"}'] * 30, "no record says when it was written"),
    "an excerpt of one day": ([record(5)] * 1000, "the logs cover 1 of 14 days (2026-11-05 to 2026-11-05)"),
    "thirteen days": (WHOLE[:13], "the logs cover 13 of 14 days"),
}


@pytest.mark.parametrize(("lines", "says"), MISSING.values(), ids=MISSING.keys())
def test_what_the_logs_do_not_show_is_said(tmp_path: Path, lines: list[str], says: str) -> None:
    evidence = gathered(tmp_path, lines)
    assert not evidence.passed
    assert len(evidence.missing) == 1
    assert evidence.missing[0].startswith(says)


def test_legacy_records_of_before_the_day_do_not_count(tmp_path: Path) -> None:
    evidence = gathered(tmp_path, ['{"ts": "2026-10-31T23:59:59Z", "source": "legacy"}', *WHOLE])
    assert (evidence.passed, evidence.tally.earlier, evidence.tally.legacy) == (True, 1, 0)


PERIODS: dict[str, tuple[BurnIn | None, date, str]] = {
    "no section": (None, TODAY, "the inventory has no burn_in section: add flag_on_since and logs"),
    "no day": (BurnIn(None, 14, LOGS.logs), TODAY, "burn_in.flag_on_since is not set"),
    "too early": (LOGS, date(2026, 11, 14), "13 of 14 days have passed since 2026-11-01: wait until 2026-11-15"),
    "a day to come": (LOGS, date(2026, 10, 1), "burn_in.flag_on_since is 2026-11-01, a day to come"),
    "neither logs nor a command": (BurnIn(SINCE), TODAY, "burn_in names neither logs nor a command"),
    "no such log": (BurnIn(SINCE, 14, ("logs/*.json",)), TODAY, "no log file matches 'logs/*.json'"),
    "one of two logs": (BurnIn(SINCE, 14, ("logs/*.jsonl", "x/*")), TODAY, "no log file matches 'x/*'"),
}


@pytest.mark.parametrize(("burn_in", "today", "says"), PERIODS.values(), ids=PERIODS.keys())
def test_what_the_inventory_lacks_is_said(tmp_path: Path, burn_in: BurnIn | None, today: date, says: str) -> None:
    gathered(tmp_path, WHOLE)
    evidence = gather(burn_in, tmp_path, today)
    assert len(evidence.missing) == 1
    assert evidence.missing[0].startswith(says)


def test_the_last_day_of_waiting_is_over_on_the_day_it_names(tmp_path: Path) -> None:
    assert gathered(tmp_path, WHOLE, today=date(2026, 11, 15)).passed


TIMES = {
    "Z": ("2026-11-02T10:00:00Z", "2026-11-02T10:00:00+00:00"),
    "an offset": ("2026-11-02T10:00:00.123+02:00", "2026-11-02T08:00:00.123000+00:00"),
    "no zone is UTC": ("2026-11-02 10:00:00", "2026-11-02T10:00:00+00:00"),
    "Python's logging": ("2026-11-02 10:00:00,123", "2026-11-02T10:00:00.123000+00:00"),
    "seconds": (1793613600, "2026-11-02T10:00:00+00:00"),
    "fractions of seconds": (1793613600.5, "2026-11-02T10:00:00.500000+00:00"),
    "milliseconds": (1793613600000, "2026-11-02T10:00:00+00:00"),
    "microseconds": (1793613600000000, "2026-11-02T10:00:00+00:00"),
    "nanoseconds": (1793613600000000000, "2026-11-02T10:00:00+00:00"),
    "text": ("yesterday", None),
    "an empty text": ("", None),
    "a truth": (True, None),
    "a number beyond all years": (1e300, None),
    "no number": (float("nan"), None),
    "a list": ([2026, 11, 2], None),
    "nothing": (None, None),
}


@pytest.mark.parametrize("field", ["ts", "time", "timestamp", "@timestamp"])
@pytest.mark.parametrize(("written", "read"), TIMES.values(), ids=TIMES.keys())
def test_times(tmp_path: Path, field: str, written: object, read: str | None) -> None:
    found = gathered(tmp_path, [json.dumps({"source": "restormel", field: written})]).tally
    assert (found.first.isoformat() if found.first else None) == read
    assert found.undated == (read is None)


def test_the_day_of_a_record_is_the_one_it_was_written_with(tmp_path: Path) -> None:
    """Just past midnight in Berlin is still the day before in UTC."""
    found = gathered(tmp_path, ['{"ts": "2026-11-01T00:30:00+01:00", "source": "legacy"}'])
    assert found.tally.legacy == 1


MALFORMED = ["not json", '{"source": "legacy"', "[1, 2]", '"legacy"', "\0\0\0", "[" * 100_000, "1" * 5000]


def test_malformed_lines_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    evidence = gathered(tmp_path, [*MALFORMED, *WHOLE])
    assert (evidence.passed, evidence.tally.malformed, evidence.tally.new) == (True, len(MALFORMED), 19)


def test_bytes_that_are_no_text_are_malformed(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/a.jsonl").write_bytes(b'\xef\xbb\xbf{"source": "legacy"}\r\n{"source": "legacy\xff"}\n')
    found = gather(LOGS, tmp_path, TODAY).tally
    assert (found.legacy, found.malformed) == (1, 1)


def test_plain_and_gzip_logs_add_up_whatever_they_are_called(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE[:9])
    (tmp_path / "logs/app.jsonl.1").write_bytes(gzip.compress("\n".join([*WHOLE[9:], record(19, "legacy")]).encode()))
    evidence = gather(LOGS, tmp_path, TODAY)
    assert evidence.files == ("logs/app.jsonl", "logs/app.jsonl.1")
    assert (evidence.tally.new, evidence.tally.legacy) == (19, 1)
    assert [moment and moment.day for moment in (evidence.tally.first, evidence.tally.last)] == [1, 19]
    assert evidence.tally.legacy_at == Place("logs/app.jsonl.1", 11)


@pytest.mark.parametrize("lost", [10, 40], ids=["cut off in its trailer", "cut off in its data"])
def test_a_gzip_log_that_is_cut_off_is_no_proof(tmp_path: Path, lost: int) -> None:
    gathered(tmp_path, WHOLE)
    (tmp_path / "logs/b.jsonl.gz").write_bytes(gzip.compress("\n".join(WHOLE).encode())[:-lost])
    assert gather(LOGS, tmp_path, TODAY).missing == ("logs/b.jsonl.gz is cut off or damaged",)


def test_a_damaged_gzip_log_is_no_proof(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE)
    packed = bytearray(gzip.compress("\n".join(WHOLE).encode()))
    packed[20:30] = b"\xff" * 10
    (tmp_path / "logs/b.jsonl.gz").write_bytes(packed)
    assert gather(LOGS, tmp_path, TODAY).missing == ("logs/b.jsonl.gz is cut off or damaged",)


@pytest.mark.skipif(shutil.which("zstd") is None, reason="makes its log with the zstd program")
def test_a_zstd_log_is_read_or_the_message_says_what_to_do(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE)
    subprocess.run(["zstd", "-q", "--rm", tmp_path / "logs/app.jsonl"], check=True)
    evidence = gather(LOGS, tmp_path, TODAY)
    assert evidence.passed or (sys.version_info < (3, 14) and "zstd -d" in evidence.missing[0])


@pytest.mark.skipif(shutil.which("zstd") is None, reason="makes its log with the zstd program")
def test_a_zstd_log_of_several_frames_is_read_to_its_end(tmp_path: Path) -> None:
    if sys.version_info < (3, 14):
        pytest.importorskip("zstandard", reason="reads zstd with the extra of that name, or from Python 3.14 on")
    gathered(tmp_path, WHOLE[:9])
    packed = tmp_path / "logs/app.jsonl.zst"
    subprocess.run(["zstd", "-q", tmp_path / "logs/app.jsonl"], check=True)
    first = packed.read_bytes()
    gathered(tmp_path, WHOLE[9:])
    subprocess.run(["zstd", "-q", "-f", "--rm", tmp_path / "logs/app.jsonl"], check=True)
    packed.write_bytes(first + packed.read_bytes())
    assert gather(LOGS, tmp_path, TODAY).tally.new == 19


@pytest.mark.skipif(shutil.which("zstd") is None, reason="makes its log with the zstd program")
def test_a_zstd_log_that_is_cut_off_is_no_proof(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE)
    subprocess.run(["zstd", "-q", tmp_path / "logs/app.jsonl"], check=True)
    packed = tmp_path / "logs/app.jsonl.zst"
    for damaged in (packed.read_bytes()[:-10], packed.read_bytes()[:20] + b"\xff" * 40):
        packed.write_bytes(damaged)
        assert gather(LOGS, tmp_path, TODAY).missing[0].startswith("logs/app.jsonl.zst is ")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_log_that_may_not_be_read_is_no_proof(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE)
    (tmp_path / "logs/app.jsonl").chmod(0)
    assert "cannot be read: Permission denied" in gather(LOGS, tmp_path, TODAY).missing[0]


def test_a_log_is_read_once_though_two_globs_find_it(tmp_path: Path) -> None:
    evidence = gathered(tmp_path, WHOLE, BurnIn(SINCE, 14, ("logs/*", "**/*.jsonl")))
    assert (evidence.passed, evidence.tally.new) == (True, 19)


def test_an_absolute_glob_is_taken(tmp_path: Path) -> None:
    gathered(tmp_path, WHOLE)
    assert gather(BurnIn(SINCE, 14, (f"{tmp_path}/logs/*",)), tmp_path / "logs", TODAY).passed


def test_memory_does_not_grow_with_the_log(tmp_path: Path) -> None:
    """Neither with its lines nor with one line without end."""
    (tmp_path / "logs").mkdir()
    with gzip.open(tmp_path / "logs/a.jsonl.gz", "wb", compresslevel=1) as log:
        for _ in range(40):
            log.write(b"x" * 1_000_000)
        log.write(b"\n")
        log.writelines(f"{record(5, filler='y' * 1000)}\n".encode() for _ in range(20_000))
    tracemalloc.start()
    found = gather(LOGS, tmp_path, TODAY).tally
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.new, found.malformed) == (20_000, 1)
    assert peak < 8_000_000, "60 MB were read"


NO_COUNTS = 'burn_in.command did not print {"legacy": 0, "total": 12345}'
ODD_COUNTS = "burn_in.command printed counts that are no whole numbers, or more legacy records than there are in total"
COMMANDS = {
    "enough": ("""echo '{"legacy": 0, "total": 12345}'""", ()),
    "legacy records": (
        """echo '{"legacy": 3, "total": 10}'""",
        ("burn_in.command counts 3 records from the legacy path, of 10",),
    ),
    "no records": ("""echo '{"legacy": 0, "total": 0}'""", ("burn_in.command counts no record at all",)),
    "a failure": ("echo $SECRET; exit 4", ("burn_in.command ended with exit code 4",)),
    "no such program": ("no-such-program-here", ("burn_in.command ended with exit code 127",)),
    "no JSON": ("echo $SECRET", (NO_COUNTS,)),
    "a list": ("echo '[0, 1]'", (NO_COUNTS,)),
    "half of it": ("""echo '{"legacy": 0}'""", (NO_COUNTS,)),
    "no numbers": ("""echo '{"legacy": "0", "total": "9"}'""", (ODD_COUNTS,)),
    "errors beside it": ("""echo $SECRET >&2; echo '{"legacy": 0, "total": 12345}'""", ()),
    "a task that it leaves behind": ("""sleep 300 & echo '{"legacy": 0, "total": 12345}'""", ()),
    "more than anyone reads before it": (
        """head -c 1000000 /dev/zero | tr '\\0' ' '; echo '{"legacy": 0, "total": 9}'""",
        (NO_COUNTS,),
    ),
    "more than all": ("""echo '{"legacy": 9, "total": 1}'""", (ODD_COUNTS,)),
}


@pytest.mark.parametrize(("command", "missing"), COMMANDS.values(), ids=COMMANDS.keys())
def test_a_command_counts_instead_of_logs(
    tmp_path: Path, command: str, missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "rk_live_1234")
    evidence = gather(BurnIn(SINCE, 14, (), command), tmp_path, TODAY)
    assert evidence.missing == missing
    assert evidence.passed == (not missing)


def test_what_a_command_prints_takes_no_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    evidence = gather(BurnIn(SINCE, 14, (), "head -c 60000000 /dev/zero"), tmp_path, TODAY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert evidence.missing == (NO_COUNTS,)
    assert peak < 8_000_000, "60 MB were printed"


def test_a_command_runs_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "counts.json").write_text('{"legacy": 0, "total": 5}')
    assert gather(BurnIn(SINCE, 14, (), "cat counts.json"), tmp_path, TODAY).passed


def test_logs_and_a_command_must_both_pass(tmp_path: Path) -> None:
    both = BurnIn(SINCE, 14, LOGS.logs, """echo '{"legacy": 1, "total": 5}'""")
    assert len(gathered(tmp_path, [*WHOLE, record(3, "legacy")], both).missing) == 2
