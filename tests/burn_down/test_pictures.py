"""`codemod burn-down`: the series as a chart in a terminal, as a picture, and as JSON."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from histories import DAY, START
from rich.cells import cell_len

from legacy_codemod.burn_down.series import Point, Series
from legacy_codemod.reports.burn_down import formats, renderer
from legacy_codemod.reports.burn_down.svg import picture
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.told_series import ticks

HOSTILE = "<b>&\x1b[2J\u202e"


def of(*lines: int, names: tuple[str, ...] = ("USE_NEW", "OLD_KEY"), commits: int = 0, missing: str = "") -> Series:
    """A series with a commit a day."""
    points = (Point(f"{day:040x}", START + day * DAY, count, min(count, 3)) for day, count in enumerate(lines))
    return Series(names, tuple(points), commits or len(lines), missing)


def test_the_chart_has_a_column_for_each_commit_and_a_scale() -> None:
    drawn = renderer("text")(of(0, 4, 8, 2), Page(width=30)).decode()
    assert drawn == CHART


CHART = """\
2 lines mention 2 legacy
names; it was 8 at most, on
2026-01-03

 8┤            ██████
  │            ██████
  │            ██████
  │            ██████
 4┤      ████████████
  │      ████████████
  │      ██████████████████
  │      ██████████████████
 0└────────────────────────
   2026-01-01    2026-01-04

4 commits
USE_NEW, OLD_KEY
"""


@pytest.mark.parametrize("shape", ["text", "svg", "json"])
@pytest.mark.parametrize(
    "series",
    [
        of(),
        of(0),
        of(0, 0),
        of(1),
        of(3, 9, 100_000),
        of(*range(60), commits=9000),
        of(names=()),
        of(5, names=(HOSTILE,)),
    ],
    ids=["no commit", "nothing", "never anything", "one", "many", "sixty", "no names", "an odd name"],
)
def test_every_series_can_be_drawn(shape: str, series: Series) -> None:
    for page in (Page(), Page(width=20), Page(width=80, colour=True), Page(width=200)):
        drawn = renderer(shape)(series, page).decode()
        assert drawn.endswith("\n")
        assert "\u202e" not in drawn
        if shape == "svg":
            ElementTree.fromstring(drawn.encode())
        if shape == "text" and page.width and not page.colour:
            assert "\x1b" not in drawn
            assert max(cell_len(line) for line in drawn.splitlines()) <= page.width


def test_there_are_three_formats() -> None:
    assert formats() == ("json", "svg", "text")


def test_one_line_of_many_can_be_seen() -> None:
    bars = [line for line in renderer("text")(of(1, 5000), Page(width=40)).decode().splitlines() if "│" in line]
    assert bars[-1].split("│")[1].startswith("▁")


def test_the_picture_needs_nothing_from_elsewhere_and_knows_the_dark() -> None:
    drawn = picture(of(1, 2))
    assert drawn.startswith("<svg ")
    assert re.findall(r"https?://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]
    assert "prefers-color-scheme:dark" in drawn
    assert not re.search(r"<script|@import|url\(", drawn)


def test_the_style_of_the_picture_is_only_its_own() -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", picture(of(1, 2)), re.DOTALL)
    rules = [line for line in style.splitlines() if "{" in line and not line.startswith("@media")]
    assert all(line.startswith(".burn-down") for line in rules)


def test_the_picture_tells_each_commit_where_a_pointer_rests() -> None:
    assert "<title>2026-01-02  0000000000: 2 lines in 2 files</title>" in picture(of(1, 2))


def test_what_is_missing_is_said_in_each_format() -> None:
    series = of(1, 2, commits=90, missing="the time was up")
    assert "2 of 90 commits, evenly spaced; the time was up" in renderer("text")(series, Page()).decode()
    assert "2 of 90 commits, evenly spaced; the time was up" in picture(series)
    assert json.loads(renderer("json")(series, Page()))["missing"] == "the time was up"


def test_the_document_for_programs() -> None:
    assert json.loads(renderer("json")(of(4, 2), Page())) == {
        "version": 1,
        "names": ["USE_NEW", "OLD_KEY"],
        "commits": 2,
        "missing": "",
        "points": [
            {"commit": f"{0:040x}", "time": "2026-01-01T00:00:00+00:00", "lines": 4, "files": 3},
            {"commit": f"{1:040x}", "time": "2026-01-02T00:00:00+00:00", "lines": 2, "files": 2},
        ],
    }


@pytest.mark.parametrize("most", [0, 1, 3, 4, 5, 9, 10, 41, 99, 451, 1000, 123_456])
def test_scales_are_round_and_high_enough(most: int) -> None:
    steps = ticks(most)
    assert 2 <= len(steps) <= 6
    assert steps[-1] >= max(most, 1)
    assert len({other - one for one, other in pairwise(steps)}) == 1
