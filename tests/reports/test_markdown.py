"""`reports.markdown`: a page for a review, in which nothing of other people's text acts."""

from __future__ import annotations

import pytest
from hand_made import full, verdict_of

from legacy_codemod.model import FileChange, Finding, Place, Verdict
from legacy_codemod.reports.markdown import render
from legacy_codemod.reports.parts.markdown_text import code, prose
from legacy_codemod.reports.parts.page import Page

PAGE = """\
**4 items · 2 files · 1 line in · 46 lines out · 1 refused · 2 found**

From `legacy-inventory.yaml` on commit `c0ffeec0ffee`.

## Items

### 1. `flag USE_NEW = "true"`

on since November

- `app/resolve.py` +1 -6
  - USE_NEW is true → branch unreachable → import unused

Falls back:

- `app/resolve.py:6` ends on app.defaults.DECISION

Left alone:

- `run.sh:4` a shell line uses USE_NEW, so it stays

### 2. `remove app/router.py`

custom chain, replaced by routes (phase 3)

- `app/router.py` removed
  - the inventory removes app/router.py

### Nothing to do

- `remove app/gone.py`

## Refused

Nothing of these items changes.

- `remove app/models.py`
  - `app/admin.py:12` live code still calls it (kept alive by app.admin.page → app.main.app)

## Found in the tree

- `scripts/old.py:3` cannot be parsed, so it was skipped
"""


def test_the_page() -> None:
    assert render(full(), Page()).decode() == PAGE


def test_problems_are_said() -> None:
    verdict = Verdict(full().plan, (Finding(Place("a.py", 1), "does not compile"),))
    assert render(verdict, Page()).decode().endswith("## Problems\n\n- `a.py:1` does not compile\n")


SPANS = {
    "a.py": "`a.py`",
    "a`b``c.py": "```a`b``c.py```",
    "`": "`` ` ``",
    "": "` `",
    "<script>.py": "`<script>.py`",
    "a\nb\x1b[31m.py": "`a\\x0ab\\x1b[31m.py`",
    "caf\udce9.py": "`caf\\xe9.py`",
}
WORDS = {
    "USE_NEW is true": "USE_NEW is true",
    "<img src=x onerror=alert(1)>": "&lt;img src=x onerror=alert(1)&gt;",
    "[a](javascript:b) *c* __init__ `d` ~~e~~": "\\[a\\](javascript:b) \\*c\\* \\__init_\\_ \\`d\\` \\~\\~e\\~\\~",
    "# heading": "\\# heading",
    "- item": "\\- item",
    "1. one": "1\\. one",
    "ask @ada, see #12 or o/n#3": "ask `@ada`, see `#12` or `o/n#3`",
    "at https://example.org/x": "at `https://example.org/x`",
    "a\nb": "a\\\\x0ab",
}


@pytest.mark.parametrize(("text", "span"), SPANS.items(), ids=ascii)
def test_code_is_shown_as_it_is(text: str, span: str) -> None:
    assert code(text) == span


@pytest.mark.parametrize(("text", "words"), WORDS.items(), ids=ascii)
def test_words_do_nothing(text: str, words: str) -> None:
    assert prose(text) == words


def test_names_of_any_kind_are_one_line_of_valid_text() -> None:
    verdict = verdict_of(FileChange("a\n## b\udce9<b>.py", b"a\n", None))
    assert "\n- `a\\x0a## b\\xe9<b>.py` removed\n" in render(verdict, Page()).decode("utf-8")
