"""What can be told about the logs of a burn-in, and what surrounds the evidence: options, settings, pictures."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from legacy_codemod.cli.shell.log_settings import Given, look
from legacy_codemod.errors import CodemodError
from legacy_codemod.golive import measures
from legacy_codemod.golive.burn_in import Evidence, Look, gather
from legacy_codemod.golive.chart import rows
from legacy_codemod.golive.evidence_page import as_html, as_json
from legacy_codemod.golive.fields import Fields, Window
from legacy_codemod.golive.measures import Day
from legacy_codemod.model import BurnIn

SINCE, TODAY = date(2026, 11, 1), date(2026, 11, 20)
LOGS = BurnIn(SINCE, 14, ("app.jsonl",))


def record(day: int, source: str = "restormel", clock: str = "12:00:00", **more: object) -> str:
    return json.dumps({"ts": f"2026-11-{day:02}T{clock}Z", "source": source, **more})


WHOLE = [record(day) for day in range(1, 20)]


def seen(root: Path, lines: list[str], wanted: Look = Look()) -> Evidence:  # noqa: B008 - frozen
    (root / "app.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return gather(LOGS, root, TODAY, wanted)


def test_a_day_without_a_record_is_missing(tmp_path: Path) -> None:
    quiet = [line for line in WHOLE if "-07T" not in line]
    reason = "the logs have no record on 2026-11-07: add those of the missing time, or allow quiet days with --gap 1"
    assert seen(tmp_path, quiet).missing == (reason,)
    assert seen(tmp_path, quiet, Look(longest_gap=1)).passed


def test_days_without_a_record_are_told_as_one_time(tmp_path: Path) -> None:
    quiet = [line for line in WHOLE if not re.search("-0[678]T", line)]
    assert "no record from 2026-11-06 to 2026-11-08, 3 days" in seen(tmp_path, quiet, Look(longest_gap=2)).missing[0]


WINDOW = Window(datetime(2026, 11, 3, 12, tzinfo=UTC), timedelta(minutes=30))


@pytest.mark.parametrize(
    ("clock", "passed"),
    [("11:59:59", False), ("12:00:00", True), ("12:30:00", True), ("12:30:01", False)],
    ids=["just before it", "as it begins", "as it ends", "just after it"],
)
def test_a_legacy_record_inside_the_deployment_window_is_excused(tmp_path: Path, clock: str, passed: bool) -> None:
    evidence = seen(tmp_path, [*WHOLE, record(3, "legacy", clock)], Look(Fields(windows=(WINDOW,))))
    assert (evidence.passed, evidence.tally.excused, evidence.tally.legacy) == (passed, passed, not passed)


def test_after_a_legacy_record_the_time_begins_anew(tmp_path: Path) -> None:
    assert seen(tmp_path, WHOLE).can_pass is None
    assert gather(LOGS, tmp_path, date(2026, 11, 14)).can_pass == date(2026, 11, 15)
    evidence = seen(tmp_path, [*WHOLE, record(9, "legacy")])
    assert evidence.can_pass == date(2026, 11, 24)
    assert evidence.missing[0].endswith("; the time begins anew with 2026-11-10")


RATES = {
    "errors above five in a hundred": ({"level": "ERROR"}, "5.3% of the records are errors, above 5%"),
    "an error field": ({"error": "boom"}, "5.3% of the records are errors, above 5%"),
    "a code of the resolve call": ({"code": "no_route"}, "5.3% of the records are errors, above 5%"),
    "fallbacks": ({"fallback": True}, "5.3% of the records are answered by a fallback, above 5%"),
}


@pytest.mark.parametrize(("more", "alert"), RATES.values(), ids=RATES.keys())
def test_what_is_too_frequent_is_an_alert_and_no_lock(tmp_path: Path, more: dict[str, object], alert: str) -> None:
    evidence = seen(tmp_path, [*WHOLE[:18], record(19, **more)])
    assert (evidence.passed, evidence.alerts) == (True, (alert,))
    assert seen(tmp_path, [*WHOLE, record(18), record(19, **more)]).alerts == ()


def test_a_failed_resolve_that_names_no_path_is_an_error(tmp_path: Path) -> None:
    failed = '{"ts": "2026-11-05T12:00:00Z", "level": "error", "msg": "resolve failed", "code": "no_key_available"}'
    other = '{"ts": "2026-11-05T12:00:00Z", "level": "error", "msg": "the disk is full", "code": "disk"}'
    evidence = seen(tmp_path, [*WHOLE, failed, other])
    assert measures.errors(evidence.tally) == measures.Rate(1, 20)


@pytest.mark.parametrize(
    ("latencies", "p95"),
    [([10.0] * 19, 10.0), ([10] * 18 + [250.04], 250.0), ([10.0] * 18 + [None], 10.0), ([], None)],
    ids=["all alike", "one of nineteen is slow", "one is not known", "none is known"],
)
def test_the_p95_latency(tmp_path: Path, latencies: list[float | None], p95: float | None) -> None:
    lines = [record(day, resolve_ms=ms) for day, ms in enumerate(latencies, 1)] or WHOLE
    evidence = seen(tmp_path, lines)
    assert measures.percentile(evidence.tally, "new") == p95
    assert bool(evidence.alerts) == bool(p95 and p95 > 200)


def test_only_records_of_the_call_say_its_latency(tmp_path: Path) -> None:
    lines = [record(day, msg="routing decision", elapsed_ms=40) for day in range(1, 20)]
    lines += [record(day, msg="answered", elapsed_ms=3000) for day in range(1, 20)]
    fields = Fields(latency=("elapsed_ms",), measured=(("msg", "routing decision"),))
    assert measures.percentile(seen(tmp_path, lines, Look(fields)).tally, "new") == 40.0
    assert measures.percentile(seen(tmp_path, lines, Look(replace(fields, measured=()))).tally, "new") == 3000.0


def test_other_fields_and_values_may_mean_the_paths(tmp_path: Path) -> None:
    lines = [f'{{"at": "2026-11-{day:02}T12:00:00Z", "route": "v2"}}' for day in range(1, 20)]
    lines.append('{"at": "2026-11-05T12:00:00Z", "route": "v1"}')
    fields = Fields(source="route", legacy=("v1",), new=("v2", "v3"), times=("at",))
    tally = seen(tmp_path, lines, Look(fields)).tally
    assert (tally.new, tally.legacy, tally.undated) == (19, 1, 0)
    assert seen(tmp_path, ['{"x": 1}'], Look(fields)).missing[0] == (
        'no record with "route": "v2" or "v3" since 2026-11-01'
    )


BARS = [
    (Day(SINCE, 0, 8), "████████", "", "100.0%  8 of 8"),
    (Day(SINCE, 1, 9999), "███████▉", "", "100.0%  9,999 of 10,000"),
    (Day(SINCE, 6, 2), "██", "░░░░░░", " 25.0%  2 of 8"),
    (Day(SINCE, 5, 0), "", "░░░░░░░░", "  0.0%  0 of 5"),
    (Day(SINCE), "", "········", "no record"),
]


@pytest.mark.parametrize(("day", "carried", "rest", "numbers"), BARS)
def test_a_bar_is_full_only_where_nothing_is_left(day: Day, carried: str, rest: str, numbers: str) -> None:
    (row,) = rows([day], 8)
    assert (row.carried, row.rest, row.numbers) == (carried, rest, numbers)


class Outside(HTMLParser):
    """Gathers what a page would load, and its bars."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.bars: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in named or "href" in named else []
        self.bars += [str(named["class"])] if tag == "rect" else []


def test_the_page_needs_nothing_else_and_has_a_bar_for_each_path_of_a_day(tmp_path: Path) -> None:
    shown = as_html(seen(tmp_path, [*WHOLE, record(3, "legacy"), record(2, "<script>")])).decode()
    parser = Outside()
    parser.feed(shown)
    assert parser.loads == []
    assert (parser.bars.count("new"), parser.bars.count("legacy")) == (19, 1)
    assert "The burn-in has not passed yet" in shown


def test_the_document_says_what_the_page_says(tmp_path: Path) -> None:
    said = json.loads(as_json(seen(tmp_path, [*WHOLE, record(3, "legacy")])))
    assert (said["passed"], said["new"], said["legacy"], len(said["days"])) == (False, 19, 1, 19)
    assert said["days"][2] == {"day": "2026-11-03", "new": 1, "legacy": 1, "other": 0}


SETTINGS = """
[tool.codemod.burn_in]
source = "route"
legacy = ["v1"]
new = ["v2"]
deployed_at = ["2026-11-03T12:00:00"]
window = 45
gap = 2
latency_of = ["msg=routing decision"]
"""


def test_settings_say_how_to_read_and_options_are_stronger(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    found = look(str(tmp_path), Given(new=("v3",)))
    assert (found.fields.source, found.fields.legacy, found.fields.new) == ("route", ("v1",), ("v3",))
    assert found.fields.windows == (replace(WINDOW, length=timedelta(minutes=45)),)
    assert (found.longest_gap, found.fields.measured) == (2, (("msg", "routing decision"),))


WRONG = {
    "sorce = 'x'": "has no key `sorce`",
    "source = 3": "source is not a text",
    "legacy = 'x'": "legacy is not a list of texts",
    "gap = true": "gap is not a whole number",
    "window = -1": "window is not a whole number",
    "deployed_at = ['noon']": "'noon' is not a time",
    "latency_of = ['msg']": "'msg' names no field and value",
    "new = ['legacy']": "one value cannot mean the old and the new path",
}


@pytest.mark.parametrize(("setting", "says"), WRONG.items(), ids=WRONG.keys())
def test_a_setting_without_a_meaning_is_said(tmp_path: Path, setting: str, says: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.codemod.burn_in]\n{setting}\n")
    with pytest.raises(CodemodError, match=re.escape(says)):
        look(str(tmp_path))
