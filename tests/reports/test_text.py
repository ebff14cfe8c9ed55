"""`reports.text`: the page for people, in a terminal and in a pipe."""

from __future__ import annotations

import re

import pytest
from hand_made import full, verdict_of
from rich.cells import cell_len

from legacy_codemod.model import Change, EnvFlag, FileChange, Finding, Inventory, Item, Place, Plan, Refusal, Verdict
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.text import render

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\u202e"


def page(verdict: Verdict, paper: Page) -> str:
    """The page as text."""
    return render(verdict, paper).decode()


def test_the_summary_stands_first() -> None:
    lines = page(full(), Page()).splitlines()
    assert lines[0] == "4 items · 2 files · 1 line in · 46 lines out · 1 refused · 2 found"
    assert lines[1] == "legacy-inventory.yaml on commit c0ffeec0ff"
    assert lines[3:7] == [
        '1  flag USE_NEW = "true"         1 file  +1 -6',
        "2  remove app/router.py          1 file    -40",
        "3  remove app/models.py         refused",
        "4  remove app/gone.py     nothing to do",
    ]


@pytest.mark.parametrize(
    "expected",
    [
        "  on since November\n",
        "  app/resolve.py  +1 -6\n  USE_NEW is true → branch unreachable → import unused\n  1   - import os\n",
        "  4 1   def resolve(user):\n  5   -     if os.environ.get('USE_NEW') == 'true':\n",
        "    2 +     return new(user)\n",
        "  falls back\n    app/resolve.py:6  ends on app.defaults.DECISION\n",
        "  left alone\n    run.sh:4  a shell line uses USE_NEW, so it stays\n",
        "  custom chain, replaced by routes (phase 3)\n\n  app/router.py  removed  -40\n",
        "  12 - line_11 = 11\n    … and 28 more lines, all of it\n",
        "  refused, nothing of this item changes\n    app/admin.py:12  live code still calls it\n"
        "      kept alive by app.admin.page → app.main.app\n",
        "  nothing to do: no read of it was found\n",
        "  found in the tree\n    scripts/old.py:3  cannot be parsed, so it was skipped\n",
    ],
    ids=[
        "the note of an item",
        "the reason above its hunk",
        "lines with both numbers",
        "a line that came in",
        "what falls back, and where to",
        "what was left alone, and why",
        "what replaces a removed file",
        "the rest of a long file as a count",
        "a refusal with its place and chain",
        "an item with nothing to do",
        "what was found in the tree",
    ],
)
def test_the_page_says(expected: str) -> None:
    assert expected in page(full(), Page())


def test_problems_of_the_proof_are_said() -> None:
    verdict = Verdict(full().plan, (Finding(Place("app/resolve.py", 2), "the name legacy is not defined"),))
    assert "  problems: the proof failed, so nothing may be applied\n    app/resolve.py:2  the" in page(verdict, Page())


@pytest.mark.parametrize("paper", [Page(), Page(width=80)], ids=["a pipe", "a terminal without colours"])
def test_a_page_without_colours_has_no_escape(paper: Page) -> None:
    assert "\x1b" not in page(full(), paper)


def test_a_terminal_gets_syntax_colours() -> None:
    coloured = page(full(), Page(width=80, colour=True))
    assert "\x1b[31m" in coloured
    assert "\x1b[1mdef\x1b[0m" in coloured
    # what a terminal shows is the plain page, but for spaces that nobody sees
    bare = [line.rstrip() for line in ANSI.sub("", coloured).splitlines()]
    assert bare == [line.rstrip() for line in page(full(), Page(width=80)).splitlines()]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = b"value = '" + "wörter und 漢字 ".encode() * 30 + b"'\n"
    file = FileChange("app/a.py", long + b"a = 1\n", b"a = 1\n" + long)
    for verdict in (verdict_of(file), full()):
        assert max(cell_len(line) for line in page(verdict, Page(width=width)).splitlines()) <= width


def test_code_that_is_too_long_goes_on_below_itself() -> None:
    drawn = page(verdict_of(FileChange("a.py", b"x" * 60 + b"\n", b"")), Page(width=40))
    assert f"  1 - {'x' * 34}\n    ⋮ {'x' * 26}\n" in drawn


def test_a_pipe_never_wraps_code() -> None:
    long = b"value = '" + b"x" * 500 + b"'\n"
    assert long.decode() in page(verdict_of(FileChange("a.py", long, b"")), Page())


def test_nothing_in_a_repository_reaches_the_terminal_as_a_command() -> None:
    place = Place(f"app/{HOSTILE}.py", 1)
    item = Item(EnvFlag(HOSTILE, HOSTILE), place, note=HOSTILE, replaced_by=HOSTILE)
    file = FileChange(f"app/{HOSTILE}\udce9.py", f"# {HOSTILE}\n".encode(), f"b{HOSTILE}\n".encode())
    found = (Finding(place, HOSTILE),)
    change = Change(item, (file,), findings=found, refusals=(Refusal(place, HOSTILE, (HOSTILE,)),), fallbacks=found)
    drawn = page(Verdict(Plan(Inventory(HOSTILE), "", (change,), found), found), Page(width=200, colour=True))
    assert not set(ANSI.sub("", drawn)) & set("\x1b\x07\x9b\r\u202e")
    assert "\\x1b]0;owned\\x07" in drawn
    assert "\\xe9.py" in drawn


@pytest.mark.parametrize(
    ("path", "line", "shown"),
    [
        (".env", "API_KEY=s3cret", "- API_KEY=…"),
        ("deploy/prod.env", "export API_KEY='s3cret'", "- export API_KEY=…"),
        (".env.production", "  s3cret-of-a-second-line", "- …"),
        (".env", "# API_KEY=s3cret", "- # API_KEY=…"),
        (".env", "EMPTY=", "- EMPTY="),
        (".env.example", "API_KEY=your-key", "- API_KEY=…"),
        ("compose.yml", "      API_KEY: s3cret", "-       API_KEY: …"),
        ("compose.yml", "      - API_KEY=s3cret", "-       - API_KEY=…"),
        ("values.yaml", "  - name: API_KEY", "-   - name: API_KEY"),
        ("values.yaml", "  key: s3cret", "-   key: …"),
        ("values.yaml", "  - {name: API_KEY, value: s3cret}", "-   - {name: …"),
        ("values.yaml", "    s3cret of a block", "- …"),
        ("app.json", '  "API_KEY": "s3cret",', '-   "API_KEY": …'),
        ("app.json", '  {"name": "API_KEY", "value": "s3cret"},', "- …"),
        ("a.tf", "  variables = {", "-   variables = {"),
        ("a.tfvars", '  name = "API_KEY", value = "s3cret"', "-   name = …"),
        (".github/workflows/ci.yml", "  USE_X: true", "-   USE_X: true"),
        ("app/env.py", "API_KEY = 'x'", "- API_KEY = 'x'"),
    ],
    ids=[
        "an env file",
        "an env file by its suffix",
        "a line that goes on",
        "a value that is commented out",
        "an empty value",
        "an example of an env file, which people fill in",
        "an entry of a map",
        "an item of a list",
        "a name",
        "a value under the word for a name",
        "a map in braces",
        "a line of a text",
        "a member",
        "an object on one line",
        "what opens a map",
        "a name that is not alone",
        "a program's own file",
        "a module is no env file",
    ],
)
def test_values_of_env_files_are_not_shown(path: str, line: str, shown: str) -> None:
    drawn = page(verdict_of(FileChange(path, f"{line}\nB=1\n".encode(), b"B=1\n")), Page())
    assert f" {shown}\n" in drawn
