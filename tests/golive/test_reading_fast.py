"""Reading by the run gives what reading line by line gives, whatever the lines are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slowly import SINCE, slowly

from legacy_codemod.golive import chunks, log_blocks, logs
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


def test_two_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = '{{"ts": "2026-11-{:02}T10:00:{:02}Z", "source": "{}", "elapsed_ms": {}.5}}\n'
    written = [record.format(2 + number // 500, number % 60, "restormel", number % 90) for number in range(5000)]
    written[4000] = record.format(10, 59, "legacy", 3)
    content = "".join(written).encode()
    (tmp_path / "a.jsonl").write_bytes(content)
    (tmp_path / "b.jsonl").write_bytes(content[:3000])
    monkeypatch.setattr(logs, "_SHARED", 1000)
    tally = logs.tally(tmp_path, ["a.jsonl", "b.jsonl"], TERMS)
    assert said(tally) | {"moments": None} == slowly(content + content[:3000]) | {"moments": None}
    assert (tally.first, tally.last) == slowly(content)["moments"]
    assert tally.lines == 5000 + content[:3000].count(b"\n") + 1


def test_a_line_without_end_counts_once_and_the_next_one_is_read(tmp_path: Path) -> None:
    good = b'{"ts": "2026-11-05T10:00:00Z", "source": "restormel"}\n'
    for length in (chunks.LONGEST - 1, chunks.LONGEST, 3 * chunks.LONGEST):
        (tmp_path / "a.jsonl").write_bytes(good + b"x" * length + b"\n" + good + b"y" * length)
        tally = logs.tally(tmp_path, ["a.jsonl"], Terms(Fields(), date(2026, 11, 1)))
        assert (tally.lines, tally.new, tally.malformed) == (4, 2, 2)
