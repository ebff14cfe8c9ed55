"""The page for reviewers in a browser: it draws, answers the keys, and says what `--decisions` then takes."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from reviews import HOSTILE, full, grown, many

from legacy_codemod.burn_down.series import Series
from legacy_codemod.model import Decision, Verdict

Open = Callable[..., Any]
THEMES = ("light", "dark")


def current(page: Any) -> str:
    """What the keys have come to."""
    return str(page.evaluate("document.querySelector('.current')?.getAttribute('aria-label') ?? current?.textContent"))


def until(page: Any, script: str) -> None:
    """Wait for it; Playwright's own way needs the page to allow ``eval``, and it does not."""
    for _ in range(600):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {script}")


def saved(page: Any) -> Any:
    """The decisions file as the page shows it."""
    return json.loads(page.locator("#decisions").input_value())


def test_what_the_plan_says_is_there_to_read(opened: Open) -> None:
    page = opened()
    assert page.locator("article").count() == 4
    figures = page.locator(".figures div").all_inner_texts()
    assert [" ".join(each.split()) for each in figures] == [
        "items 4", "files 5", "lines in 2", "lines out 507", "refused 1", "found 2",
    ]  # fmt: skip
    assert page.locator(".chain").nth(1).locator("li").all_inner_texts() == [
        "USE_NEW is true", "branch unreachable", "legacy unused", "import unused",
    ]  # fmt: skip
    text = page.locator("main").inner_text()
    for told in (
        "app/admin.py:12 live code still calls it",
        "app.admin.page → app.main.app",
        "run.sh:4",
        "scripts/old",
    ):
        assert told in text
    assert "s3cret" not in page.content()


def test_no_name_and_no_line_is_markup(opened: Open) -> None:
    page = opened()
    page.evaluate("for (const hunk of hunks()) draw(hunk)")
    assert page.locator("img, main script, main b").count() == 0
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()
    assert page.locator("main").inner_text().isprintable() is False  # newlines between lines, and nothing worse:
    assert not set("\x1b\u202e\udce9") & set(page.locator("main").inner_text())


def test_keys_go_from_hunk_to_hunk_and_from_item_to_item(opened: Open) -> None:
    page = opened()
    page.keyboard.press("j")
    first = current(page)
    page.keyboard.press("j")
    assert (first, current(page)) == ("app/resolve.py @@ -7,7 +7,7 @@", "app/resolve.py @@ -38,8 +38,6 @@")
    page.keyboard.press("k")
    assert current(page) == first
    page.keyboard.press("]")
    assert current(page) == "2 remove app/router.py"
    page.keyboard.press("j")
    assert current(page).startswith("app/router.py")
    page.keyboard.press("[")
    assert current(page) == "2 remove app/router.py"
    page.keyboard.press("[")
    assert current(page) == '1 flag USE_NEW = "true"'
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_unticking_changes_what_the_command_takes(opened: Open) -> None:
    page = opened()
    assert page.locator("#tray").is_hidden()
    page.keyboard.press("j")
    page.keyboard.press("u")
    assert shlex.split(page.locator("#command").inner_text()) == ["codemod", "apply", "--decisions", "decisions.json"]
    (kept,) = saved(page)["keep"]
    assert (kept["item"], kept["place"]) == ('flag USE_NEW = "true"', "legacy-inventory.yaml:3")
    assert (kept["file"], kept["lines"]) == ("app/resolve.py", [[7, 13], [38, 45]])
    assert "leaves the whole file as it is" in page.locator(".file .kept:visible").inner_text()
    page.keyboard.press("j")
    assert page.locator(".hunk.current input").is_checked() is False  # the file goes as a whole
    page.keyboard.press("u")
    assert page.locator("#tray").is_hidden()
    page.keyboard.press("]")
    page.keyboard.press("u")
    assert saved(page) == {
        "version": 1,
        "keep": [{"item": "remove app/router.py", "place": "legacy-inventory.yaml:7"}],
    }
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "decisions.json"
    assert json.loads(download.value.path().read_text()) == saved(page)


def test_a_test_that_stays_says_that_its_item_does(opened: Open) -> None:
    page = opened()
    page.locator("[data-file='0-2'][type=checkbox]").first.uncheck()
    assert "nothing of this item is done" in page.locator("article > .kept:visible").inner_text()


def test_a_decision_names_any_file_exactly(opened: Open) -> None:
    page = opened()
    page.locator("[data-file='0-3'][type=checkbox]").first.uncheck()
    assert saved(page)["keep"][0]["file"] == HOSTILE
    assert page.locator("#decisions").input_value().isascii()


@pytest.mark.parametrize(
    ("query", "hunks", "articles"),
    [
        ("router", 1, 1),
        ("import UNUSED resolve", 1, 1),
        ("live code", 0, 1),
        ("line_9 = 'other'", 1, 1),
        ("nowhere", 0, 0),
    ],
    ids=["a file", "words of a reason and a file", "a refusal", "a name in the code", "nothing"],
)
def test_search_leaves_what_has_every_word(opened: Open, query: str, hunks: int, articles: int) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type(query)
    until(page, "document.getElementById('found').textContent !== ''")
    assert page.locator(".hunk:visible").count() == hunks
    assert page.locator("article:visible").count() == articles
    page.keyboard.press("Escape")
    until(page, "document.getElementById('found').textContent === ''")
    assert page.locator("article:visible").count() == 4


def test_side_by_side_pairs_the_lines_and_a_narrow_page_stays_unified(opened: Open) -> None:
    page = opened()
    page.keyboard.press("s")
    row = page.locator(".diff.split tr:has(td.out)").first
    assert row.locator("td.code").all_inner_texts() == ["line_9 = 9", "line_9 = 'other'"]
    page.set_viewport_size({"width": 400, "height": 900})
    until(page, "!document.querySelector('.diff.split') && document.querySelector('.diff')")
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_context_and_the_rest_of_a_removed_file_are_behind_a_button(opened: Open) -> None:
    page = opened()
    page.keyboard.press("j")
    more = page.locator(".hunk").first.locator("button.more").first
    rows = page.locator(".hunk").first.locator("tr:visible")
    assert (more.inner_text(), rows.count()) == ("Show 6 lines above", 8)
    more.click()
    assert (more.inner_text(), rows.count()) == ("Hide 6 lines above", 14)
    page.keyboard.press("]")
    page.keyboard.press("j")
    page.locator("article").nth(1).get_by_text("Show 488 more lines").click()
    assert page.locator("article").nth(1).locator("tr").count() == 500


# What axe cannot place by itself: what is not drawn before someone scrolls to it, and what lies behind an open dialog.
PLACED = """
for (const hunk of hunks()) draw(hunk);
for (const file of document.querySelectorAll(".file")) file.style.contentVisibility = "visible";
document.querySelector(".past details").open = true;
"""
OPEN = """(name) => {
  document.querySelector("dialog[open]")?.close();
  for (const part of document.querySelectorAll("body > :not(dialog)")) part.style.visibility = name ? "hidden" : "";
  if (name) byId(name).showModal();
  scrollTo(0, 0);
}"""


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("width", [400, 1600])
def test_axe_finds_nothing_to_object_to_and_no_contrast_that_it_cannot_tell(
    opened: Open, scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(scheme=scheme, width=width)
    page.evaluate(PLACED)
    page.keyboard.press("j")
    for unticked in (False, True):
        if unticked:
            page.keyboard.press("u")
        for dialog in ("", "help", "file"):
            page.evaluate(OPEN, dialog)
            told = axe.Axe().run(page, options={"resultTypes": ["violations", "incomplete"]}).response
            undecided = [each for each in told["incomplete"] if each["id"] == "color-contrast"]
            found = [*told["violations"], *undecided]
            assert [(each["id"], node["html"]) for each in found for node in each["nodes"]] == []
        page.evaluate(OPEN, "")


@pytest.mark.parametrize(("width", "days"), [(1600, 5), (400, 3)])
def test_the_labels_of_the_history_stand_where_they_belong(opened: Open, width: int, days: int) -> None:
    page = opened(width=width)
    said = "7 lines mention 2 legacy names; it was 21 at most, on 2026-02-20"
    assert page.locator("#past").inner_text() == said
    assert page.get_by_role("img").get_attribute("aria-label") == f"{said}. 9 of 400 commits, evenly spaced."
    assert page.locator(".days span").locator("visible=true").count() == days
    rules = [each.bounding_box()["y"] for each in page.locator(".burn-down .rule").all()]
    labels = [each.bounding_box() for each in reversed(page.locator(".steps span").all())]
    assert [label["y"] + label["height"] / 2 for label in labels] == pytest.approx(rules, abs=2)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_history_is_drawn_in_the_colours_of_the_theme(opened: Open) -> None:
    page = opened()
    seen = set()
    for _ in THEMES:
        page.locator("#theme").click()
        seen.add(page.evaluate("getComputedStyle(document.querySelector('.burn-down .line')).stroke"))
    assert len(seen) == 2


def test_the_numbers_behind_the_history_can_be_read(opened: Open) -> None:
    page = opened()
    assert page.get_by_role("cell", name="2026-02-20").count() == 0
    page.locator(".past summary").click()
    rows = page.locator(".past tbody tr").all_inner_texts()
    assert len(rows) == 9
    assert rows[5].split() == ["2026-02-20", "0000000000", "21", "5"]


def test_a_history_that_cannot_be_shown_says_why(opened: Open) -> None:
    page = opened(past=Series(("USE_NEW",), grown().points[-1:], 1, "the clone is shallow"))
    assert (
        page.locator("p.past").inner_text() == "How the legacy names came and went is not shown: the clone is shallow."
    )
    assert page.locator("svg").count() == 0


@pytest.mark.parametrize("scheme", THEMES)
def test_the_theme_can_be_turned(opened: Open, scheme: str) -> None:
    page = opened(scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    seen = [page.evaluate(ground)]
    for _ in range(2):
        page.locator("#theme").click()
        seen.append(page.evaluate(ground))
    assert seen[0] == seen[1 + THEMES.index(scheme)]
    assert seen[1] != seen[2]


def test_paper_gets_every_hunk(opened: Open) -> None:
    page = opened(many(4, 5, 10))
    assert page.locator(".hunk.waiting").count() > 100
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".hunk.waiting").count() == 0
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("svg.burn-down").is_visible()
    assert page.locator(".bar input, .list, input[type=checkbox]").locator("visible=true").count() == 0


def test_five_thousand_hunks_open_scroll_and_search(opened: Open) -> None:
    page = opened(many(25, 20, 10))
    assert page.locator(".hunk").count() == 5000
    assert page.locator(".hunk:not(.waiting)").count() < 100
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    until(page, "!document.querySelectorAll('.hunk')[4999].classList.contains('waiting')")
    page.keyboard.press("/")
    page.keyboard.type("part_24/file_19 new_9")
    until(page, "document.getElementById('found').textContent === '1 of 5,000'")
    assert page.locator(".hunk:not([hidden])").count() == 1


def test_what_was_kept_before_stays_in_the_file(opened: Open) -> None:
    plan = replace(full().plan, decisions=(Decision("remove env X", "legacy-inventory.yaml:20"),))
    page = opened(Verdict(plan))
    assert saved(page)["keep"] == [{"item": "remove env X", "place": "legacy-inventory.yaml:20"}]
    assert page.locator("#left-out").inner_text() == "1 kept before"
