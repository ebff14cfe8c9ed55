"""Reading by the run gives what reading line by line gives, whatever the lines are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slowly import SINCE, slowly

from legacy_codemod.golive import chunks, log_blocks, logs, scan
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.scan import Terms
from legacy_codemod.golive.tally import Tally

TERMS = Terms(Fields(latency=("resolve_ms", "elapsed_ms", "latency_ms", "duration_ms")), SINCE)


def said(tally: Tally) -> dict[str, object]:
    """The same as `slowly` says."""
    counts = {("path", *key): number for key, number in tally.paths.items()}
    counts |= {("failed", *key): number for key, number in tally.failed.items()}
    counts |= {("fell back", *key): number for key, number in tally.fell_back.items()}
    counts |= {(name,): getattr(tally, name) for name in ("malformed", "earlier") if getattr(tally, name)}
    return {
        "counts": counts,
        "tenths": tally.tenths,
        "moments": (tally.first, tally.last),
        "legacy_at": tally.legacy_at and tally.legacy_at.line,
    }


SOURCES = ["restormel"] * 6 + ["legacy", "cache", "default", None, 1, ["restormel"], {"source": "restormel"}]
TIMES = [
    *["2026-11-02T10:00:00.123+00:00", "2026-11-03T00:00:00.000+00:00", "2026-11-02T23:59:59.999+00:00"] * 3,
    *("2026-11-01T10:00:00.123+00:00", "2026-11-30T10:00:00.123+00:00", "2026-11-31T10:00:00.123+00:00"),
    *("2026-11-02T10:00:00Z", "2026-11-02 10:00:00,5", "2026-11-02T24:00:00Z", "T10:00:00.000+00:00", "noon", ""),
    *("2026-11-02T01:30:00.000+02:00", "0001-01-01T00:00:00+14:00", 1793613600, 1793613600123, 1793613600.5, None),
]
LATENCIES = [41.5, 41.59, 0, 7, 33.25, 1e3, 99999999999, -3, 12345678.9, True, None, "41", [1], 0.1 + 0.2]
OTHERS = st.one_of(
    st.sampled_from(
        ["x", "a b", 'quo"te', "back\\slash", "tab\t", "ü", "\ud800", "\x7f", "", 1, -0.5, 1e300, None, True]
    ),
    st.sampled_from([{}, [], {"a": 1}, {"source": "restormel"}, {"elapsed_ms": 3.5}, [1, "two"], {"b": {"c": [None]}}]),
)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "ts": st.sampled_from(TIMES),
        "time": st.sampled_from(TIMES),
        "level": st.sampled_from(["info", "info", "ERROR", "warning", 3]),
        "msg": OTHERS,
        "source": st.sampled_from(SOURCES),
        "elapsed_ms": st.sampled_from(LATENCIES),
        "latency_ms": st.sampled_from(LATENCIES),
        "error": st.sampled_from([None, "", False, "no_route", "broken", {"code": "x"}, {}]),
        "code": st.sampled_from([200, "no_key_available", "other"]),
        "fallback": st.sampled_from([False, True, None, "true"]),
        "model": OTHERS,
    },
)
PLAIN = {"ts": TIMES[0], "level": "info", "msg": "m", "source": "restormel", "elapsed_ms": 41.5}
# the last and the first of a day, as numbers
NUMBERS = [1793750399, 1793750400, 1793750399.5, 1793750400.25, 1793750399999, 1793750400000, 1793750399.999999]
TIMES += [*NUMBERS, 1793750399999999, 1793750399999999999, 1793750399.9999999, 1793577600, 1793577599, 999999999]
RECORDS_ALIKE = st.builds(
    lambda ts, latency, msg: PLAIN | {"ts": ts, "elapsed_ms": latency, "msg": msg},
    st.sampled_from(TIMES),
    st.sampled_from(LATENCIES),
    st.sampled_from(["m", "other", "ü", 'quo"te', '", "source": "legacy']),
)


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """A line: mostly JSON as programs write it, at times with a fault in it."""
    record = draw(st.one_of(RECORDS_ALIKE, RECORDS, st.just(PLAIN)))
    pairs = list(record.items())
    if draw(st.booleans()) and draw(st.booleans()):
        pairs = draw(st.permutations(pairs)) + draw(st.lists(st.sampled_from(pairs or [("a", 1)]), max_size=1))
    comma, colon = draw(st.sampled_from([(", ", ": ")] * 4 + [(",", ":"), (" , ", "\t: ")]))
    plainly = draw(st.booleans())
    written = comma.join(f"{json.dumps(key)}{colon}{json.dumps(value, ensure_ascii=plainly)}" for key, value in pairs)
    text = ("{" + written + "}").encode("utf-8", "surrogatepass") + draw(st.sampled_from([b""] * 5 + [b"\r", b" "]))
    fault = draw(st.sampled_from(["none"] * 12 + ["cut", "byte", "twice", "odd"]))
    place = draw(st.integers(0, max(len(text) - 1, 0)))
    match fault:
        case "cut":
            return text[:place]
        case "byte":
            return (
                text[:place]
                + draw(st.sampled_from([b"\0", b"\xff", b'"', b"\\", b"}", b"5", b"e", b""]))
                + text[place + 1 :]
            )
        case "twice":
            return text + text
        case "odd":
            return draw(
                st.sampled_from([b"", b"  ", b"null", b"[1]", b'\xef\xbb\xbf{"source": "legacy"}', b"not json"])
            )
    return text


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(lines(), st.integers(1, 3)), max_size=30).map(
        lambda drawn: [x for x, n in drawn for _ in range(n)]
    ),
    st.sampled_from([b"\n", b""]),
    st.sampled_from([64, 700, 1 << 18]),
)
def test_any_log_reads_as_it_does_line_by_line(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[bytes], end: bytes, block: int
) -> None:
    content = b"\n".join(drawn) + (end if drawn else b"")
    folder = tmp_path_factory.mktemp("log")
    (folder / "a.jsonl").write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_blocks, "BLOCK", block)
        patch.setattr(logs, "BLOCK", block)
        plain = logs.tally(folder, ["a.jsonl"], TERMS)
    assert said(plain) == slowly(content)


HEAD = b'{"ts": "2026-11-05T10:00:00Z", "msg": '
TAIL = b', "source": "restormel", "elapsed_ms": 41.5}'
GOOD = HEAD + b'"m"' + TAIL
ODD = {
    "a key that comes twice": HEAD + b'"m", "source": "legacy"' + TAIL,
    "a latency that comes twice": HEAD + b'"m", "elapsed_ms": 7' + TAIL,
    "an error of nought": HEAD + b'"m", "error": 0.0' + TAIL,
    "an error of a little": HEAD + b'"m", "error": 0.5' + TAIL,
    "a day before all that count": GOOD.replace(b"-05T", b"-01T"),
    "an escape": HEAD + rb'"m\" \u00fc"' + TAIL,
    "an escape that is none": HEAD + rb'"m\x"' + TAIL,
    "an escape that hides the source": HEAD + rb'"m\", \"source\": \"legacy"' + TAIL,
    "a control character": HEAD + b'"m\x01"' + TAIL,
    "a byte that is no UTF-8": HEAD + b'"m\xff"' + TAIL,
    "a lone surrogate": HEAD + b'"\xed\xa0\x80"' + TAIL,
    "UTF-8": HEAD + '"ü"'.encode() + TAIL,
    "a mark of byte order": b"\xef\xbb\xbf" + GOOD,
    "another time zone, later by its text and earlier in truth": GOOD.replace(b"10:00:00Z", b"11:00:00+05:00"),
    "another time zone, earlier by its text and later in truth": GOOD.replace(b"10:00:00Z", b"09:00:00-05:00"),
    "a fraction of a second": GOOD.replace(b"00Z", b"00.5Z"),
    "the same source deeper": HEAD + b'{"source": "restormel"}' + TAIL,
    "a latency deeper": HEAD + b'{"elapsed_ms": 7}' + TAIL,
    "a latency without a path": HEAD + b'"m", "elapsed_ms": 7}',
    "an earlier field without a number": HEAD + b'"m", "resolve_ms": null' + TAIL,
    "a time that is none, before one that is": b'{"ts": "noon", "time": "2026-11-05T10:00:00Z", "source": "restormel"}',
    "a day that is none, before a time that is one": GOOD.replace(b"-05T", b"-31T").replace(
        b"}", b', "time": 1793613600}'
    ),
    "a number that begins with 0": GOOD.replace(b"41.5", b"041.5"),
    "a number without a fraction": GOOD.replace(b"41.5", b"41."),
    "a number with an exponent": GOOD.replace(b"41.5", b"4.15e1"),
    "a number with 5000 digits": GOOD.replace(b"41.5", b"4" * 5000),
    "a comma too many": GOOD.replace(b"}", b",}"),
    "something behind it": GOOD + b" x",
    "two records": GOOD + GOOD,
    "half a record": GOOD[:-30],
    "an error": HEAD + b'"m", "level": "error"' + TAIL,
    "no error": HEAD + b'"m", "error": null' + TAIL,
    "an error of another name": HEAD + b'"m", "error": {"a": 1}' + TAIL,
    "a fallback": HEAD + b'"m", "fallback": true' + TAIL,
    "no time": b'{"msg": "m"' + TAIL,
    "seconds since 1970": b'{"ts": 1793613600.5' + TAIL,
    "a year before all others": GOOD.replace(b"2026", b"0001"),
}


@pytest.mark.parametrize("line", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("first", [[], [GOOD] * 3], ids=["at the begin", "behind plain lines"])
def test_an_odd_line_reads_as_it_does_line_by_line(tmp_path: Path, line: bytes, first: list[bytes]) -> None:
    content = b"".join(each + b"\n" for each in [*first, line, line, line, GOOD])
    (tmp_path / "a.jsonl").write_bytes(content)
    assert said(logs.tally(tmp_path, ["a.jsonl"], TERMS)) == slowly(content)


def test_days_of_different_time_zones_are_put_in_order(tmp_path: Path) -> None:
    """By its own calendar the first record is of the day in the middle."""
    times = [b"2026-11-04T23:00:00Z", b"2026-11-05T00:30:00+20:00", b"2026-11-06T00:00:00+20:00"]
    written = (
        time.replace(b":00:00", minute + b":00").replace(b":30:00", minute + b":00")
        for time in times
        for minute in (b":30", b":10", b":50")
    )
    content = b"".join(GOOD.replace(b"2026-11-05T10:00:00Z", time) + b"\n" for time in written)
    (tmp_path / "a.jsonl").write_bytes(content)
    assert said(logs.tally(tmp_path, ["a.jsonl"], TERMS)) == slowly(content)


def test_plain_lines_are_read_by_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first of each day and the few that show the shapes are parsed."""
    parsed: list[bytes] = []
    reader = scan.parsed
    monkeypatch.setattr(scan, "parsed", lambda line: parsed.append(line) or reader(line))
    days = (GOOD.replace(b"-05T", b"-%02dT" % (2 + number // 400)) + b"\n" for number in range(8000))
    (tmp_path / "a.jsonl").write_bytes(b"".join(days))
    tally = logs.tally(tmp_path, ["a.jsonl"], TERMS)
    assert (tally.new, len(tally.days)) == (8000, 20)
    assert len(parsed) < 250


def test_a_number_that_python_rounds_to_the_next_day_is_of_that_day(tmp_path: Path) -> None:
    line = b'{"ts": %s, "source": "restormel"}\n'
    content = b"".join(line % time for time in (b"1793750000.1234567", b"1793750001.1234567", b"1793750399.9999999"))
    (tmp_path / "a.jsonl").write_bytes(content)
    assert said(logs.tally(tmp_path, ["a.jsonl"], TERMS)) == slowly(content)


@pytest.mark.parametrize("written", ["%d", "%d.5", "%d000", "%d000000", "%d.000001"])
def test_times_that_are_numbers_are_read_by_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    parsed: list[bytes] = []
    reader = scan.parsed
    monkeypatch.setattr(scan, "parsed", lambda line: parsed.append(line) or reader(line))
    times = (1793577600 + 86400 * day + second for day in range(5) for second in (0, *range(7, 86399, 200), 86399))
    line = '{"level": "info", "ts": %s, "source": "restormel"}\n'
    content = "".join(line % (written % time) for time in times).encode()
    (tmp_path / "a.jsonl").write_bytes(content)
    tally = logs.tally(tmp_path, ["a.jsonl"], TERMS)
    assert len(parsed) < 250
    assert said(tally) == slowly(content)


@pytest.mark.parametrize("processes", [2, 3, 7])
def test_several_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    record = '{{"ts": "2026-11-{:02}T10:00:{:02}Z", "source": "{}", "elapsed_ms": {}.5}}\n'
    written = [record.format(2 + number // 500, number % 60, "restormel", number % 90) for number in range(5000)]
    written[4000] = record.format(10, 59, "legacy", 3)
    content = "".join(written).encode()
    (tmp_path / "a.jsonl").write_bytes(content)
    (tmp_path / "b.jsonl").write_bytes(content[:3000])
    monkeypatch.setattr(logs, "_SHARED", 1000)
    monkeypatch.setattr(logs, "_MOST", processes)
    monkeypatch.setattr(logs.os, "cpu_count", lambda: processes)
    tally = logs.tally(tmp_path, ["a.jsonl", "b.jsonl"], TERMS)
    assert said(tally) | {"moments": None} == slowly(content + content[:3000]) | {"moments": None}
    assert (tally.first, tally.last) == slowly(content)["moments"]
    assert tally.lines == 5000 + content[:3000].count(b"\n") + 1


def test_what_another_process_cannot_count_is_counted_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes((GOOD + b"\n") * 100)
    monkeypatch.setattr(logs, "_SHARED", 1000)
    monkeypatch.setattr(logs.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(logs, "_WORKER", "raise SystemExit(1)")
    assert logs.tally(tmp_path, ["a.jsonl"], TERMS).new == 100


def test_a_line_without_end_counts_once_and_the_next_one_is_read(tmp_path: Path) -> None:
    good = b'{"ts": "2026-11-05T10:00:00Z", "source": "restormel"}\n'
    for length in (chunks.LONGEST - 1, chunks.LONGEST, 3 * chunks.LONGEST):
        (tmp_path / "a.jsonl").write_bytes(good + b"x" * length + b"\n" + good + b"y" * length)
        tally = logs.tally(tmp_path, ["a.jsonl"], Terms(Fields(), date(2026, 11, 1)))
        assert (tally.lines, tally.new, tally.malformed) == (4, 2, 2)
