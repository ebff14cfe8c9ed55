"""`reports.html`: one file that holds all it needs and nothing that it must not say."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hand_made import full, verdict_of

from legacy_codemod.burn_down.series import Point, Series
from legacy_codemod.model import Edit, FileChange, Finding, Place
from legacy_codemod.reports.html import render
from legacy_codemod.reports.parts.page import Page

HOSTILE = "</script><script>alert(1)</script><!--\n\x1b[31m\u202eevil\u2028 & \udce9.py"


class Tags(HTMLParser):
    """The tags of a page, and what each element that holds no markup holds."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.held: list[str] = []
        self.feed(page.decode("ascii"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.held.append(data)


def held(page: bytes) -> dict[str, object]:
    """The values that the page is drawn from."""
    found = re.search(rb'<script type="application/json" id="review">(.*?)</script>', page, re.DOTALL)
    assert found
    told = json.loads(found[1])
    assert isinstance(told, dict)
    return told


def test_the_page_names_what_the_plan_would_do() -> None:
    told = held(render(full(), Page()))
    assert {key: told[key] for key in ("base", "inventory", "files", "in", "out")} == {
        "base": "c0ffeec0ff",
        "inventory": "legacy-inventory.yaml",
        "files": 2,
        "in": 1,
        "out": 46,
    }
    folded = told["items"][0]  # type: ignore[index]
    assert folded["findings"] == [{"at": "run.sh:4", "reason": "a shell line uses USE_NEW, so it stays"}]
    assert folded["fallbacks"] == [{"at": "app/resolve.py:6", "reason": "ends on app.defaults.DECISION"}]
    (hunk,) = folded["files"][0]["hunks"]
    assert hunk["why"] == [["USE_NEW is true", "branch unreachable", "import unused"]]
    refused = told["items"][2]  # type: ignore[index]
    assert refused["refusals"][0]["at"] == "app/admin.py:12"


def test_the_same_plan_is_the_same_page() -> None:
    assert render(full(), Page()) == render(full(), Page(width=80, colour=True))


def test_only_what_the_page_brings_along_may_run() -> None:
    page = render(full(), Page())
    tags = Tags(page)
    policy = next(attrs["content"] for tag, attrs in tags.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    style, _, script = tags.held
    hashes = [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )
    asking = {"src", "href", "style", "action", "srcset"}
    assert [attrs for _, attrs in tags.tags if any(name in asking or name.startswith("on") for name in attrs)] == [
        {"class": "skip", "href": "#changes"}
    ]
    assert b"http://" not in page
    assert b"https://" not in page


def test_nothing_that_the_plan_names_is_markup_or_reorders_the_text() -> None:
    file = FileChange(HOSTILE, HOSTILE.encode("utf-8", "surrogateescape"), b"")
    verdict = verdict_of(file, edits=(Edit(HOSTILE, 1, 1, (HOSTILE, "<b>")),))
    verdict = replace(verdict, problems=(Finding(Place(HOSTILE, 1), HOSTILE),))
    page, plain = render(verdict, Page()), render(verdict_of(), Page())
    assert [tag for tag, _ in Tags(page).tags] == [tag for tag, _ in Tags(plain).tags]
    assert page.isascii()
    assert b"\x1b" not in page
    told = held(page)
    shown = told["items"][0]["files"][0]  # type: ignore[index]
    assert shown["path"] == HOSTILE  # a decision names it exactly
    texts = [shown["name"], *shown["hunks"][0]["why"][0], *shown["hunks"][0]["lines"], str(told["problems"])]
    assert not re.search("[\x00-\x1f\u202e\u2028\udce9]", "".join(texts))


@pytest.mark.parametrize("after", [b"A=1\nC=3\n", None], ids=["a line goes", "the file goes"])
def test_no_value_of_an_env_file_is_on_the_page(after: bytes | None) -> None:
    before = b"A=s3cret-1\n" + b"".join(b"B%d=s3cret-2\n" % number for number in range(30))
    page = render(verdict_of(FileChange("deploy/.env", before, after)), Page())
    assert b"s3cret" not in page
    assert held(page)["items"][0]["files"][0]["hides"] is True  # type: ignore[index]


def test_lines_beyond_a_hunk_are_there_to_be_asked_for_up_to_its_neighbours() -> None:
    lines = [b"%d\n" % number for number in range(1, 41)]
    after = b"".join(line for number, line in enumerate(lines, start=1) if number not in (10, 20))
    page = render(verdict_of(FileChange("a.txt", b"".join(lines), after)), Page())
    first, second = held(page)["items"][0]["files"][0]["hunks"]  # type: ignore[index]
    assert (first["above"], first["below"]) == ([str(n) for n in range(1, 7)], ["14", "15", "16"])
    assert (second["above"], second["below"]) == (["14", "15", "16"], [str(n) for n in range(24, 36)])


def test_a_file_that_is_no_text_is_named_and_not_shown() -> None:
    told = held(render(verdict_of(FileChange("logo.png", b"\0s3cret", None)), Page()))
    assert told["items"][0]["files"][0] | {"blob": ""} == {  # type: ignore[index]
        "path": "logo.png",
        "name": "logo.png",
        "blob": "",
        "gone": True,
        "test": False,
        "text": False,
        "hides": False,
        "in": 0,
        "out": 1,
        "why": [],
        "hunks": [],
    }


def past(*lines: int, names: tuple[str, ...] = ("USE_NEW",), commits: int = 0, missing: str = "") -> Page:
    """A page with a history of a commit a day."""
    points = tuple(Point(f"{day:040x}", 1_767_225_600 + day * 86_400, lines[day], 1) for day in range(len(lines)))
    return Page(past=Series(names, points, commits or len(lines), missing))


def test_a_history_is_drawn_without_a_style_of_its_own() -> None:
    page = render(full(), past(1, 4, 2, missing="the clone is shallow"))
    tags = Tags(page).tags
    assert [tag for tag, _ in tags].count("style") == 1
    assert not [name for _, attributes in tags for name in attributes if name == "style"]
    (picture,) = (attributes for tag, attributes in tags if tag == "svg")
    told = "2 lines mention 1 legacy name; it was 4 at most, on 2026-01-02"
    assert picture["aria-label"] == f"{told}. 3 commits; the clone is shallow."
    assert f'<h2 id="past">{told}</h2>'.encode() in page
    assert b"<summary>3 commits; the clone is shallow</summary>" in page
    assert page.count(b"<tr><td>") == 3
    assert page == render(full(), past(1, 4, 2, missing="the clone is shallow"))


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (past(7), "the history is one commit"),
        (past(7, missing="the clone is shallow"), "the clone is shallow"),
        (past(commits=4, names=()), "the inventory has no name that could be searched for"),
        (past(missing="the repository has no commit yet"), "the repository has no commit yet"),
        (past(0, 0, 0), "no commit that was looked at mentions one"),
    ],
    ids=["one commit", "a shallow clone", "no names", "no commit", "nothing was ever there"],
)
def test_a_history_that_cannot_be_drawn_says_why(page: Page, why: str) -> None:
    drawn = render(full(), page)
    assert f"How the legacy names came and went is not shown: {why}.</p>".encode() in drawn
    assert b"<svg" not in drawn


def test_where_git_was_not_asked_nothing_is_said_of_the_history() -> None:
    drawn = render(full(), Page())
    assert b"<svg" not in drawn
    assert b"came and went" not in drawn
