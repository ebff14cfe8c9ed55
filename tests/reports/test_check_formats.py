"""`reports.check`: what holds for every format of the guard."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from outcomes import EVERY, INVENTORY, ODD, READ, at, full, moved

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.model import Place
from legacy_codemod.reports.check import formats, renderer
from legacy_codemod.reports.parts.guarded import remarks
from legacy_codemod.reports.parts.page import Page


def test_a_format_is_a_file() -> None:
    assert formats() == EVERY


def test_asking_for_the_names_of_the_formats_loads_none() -> None:
    ask = "import sys; from legacy_codemod.reports.check import formats; formats(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert not {"rich", "yaml", "json", "legacy_codemod.guard.guard"} & set(done.stdout.split())


@pytest.mark.parametrize("form", EVERY)
@pytest.mark.parametrize("outcome", [full(), at(ODD), Outcome(INVENTORY)], ids=["everything", "an odd name", "nothing"])
def test_a_page_is_utf8_that_no_terminal_obeys(form: str, outcome: Outcome) -> None:
    page = renderer(form).render(outcome, Page(prefix="serv\x1bices/"))
    assert page == b"" or page.endswith(b"\n")
    assert not [sign for sign in page.decode("utf-8") if not sign.isprintable() and sign != "\n"]


@pytest.mark.parametrize("form", EVERY)
def test_everything_that_was_found_is_said(form: str) -> None:
    page = renderer(form).render(full(), Page()).decode()
    for path in ("app/a.py", ".env.example", "app/router.py", "README.md", "app/b.py", "app/c.py"):
        assert path in page
    assert "instead: NEW_KEY" in page or '"instead": "NEW_KEY"' in page
    assert "retired on 2026-11-25 by ab12cd3" in page


@pytest.mark.parametrize(("form", "said"), [("github", b""), ("gitlab", b"[]\n"), ("text", b"")])
def test_nothing_is_said_where_there_is_nothing_to_say(form: str, said: bytes) -> None:
    assert renderer(form).render(Outcome(INVENTORY), Page()) == said


def test_text_for_a_terminal_is_broken_below_itself() -> None:
    page = renderer("text").render(full(), Page(50)).decode()
    assert "    to let this line through, write on it:\n      codemod: allow[" in page
    assert "app/c.py:1: holds a legacy name, and Python cannot\n    parse it\n" in page


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_no_string_of_a_document_for_a_service_has_half_a_character(form: str) -> None:
    document = json.loads(renderer(form).render(at(ODD), Page(prefix="caf\udce9/")))
    assert not [text for text in strings(document) if any("\ud800" <= sign <= "\udfff" for sign in text)]


# --- fingerprints --------------------------------------------------------------------------------


def marks(*failures: tuple[str, int]) -> list[str]:
    outcome = Outcome(INVENTORY, tuple(moved(READ, Place(path, line, 4)) for path, line in failures))
    return [remark.mark for remark in remarks(outcome)]


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    assert marks(("a.py", 7)) == marks(("a.py", 70))


def test_equal_lines_of_a_file_have_fingerprints_of_their_own_which_stay_too() -> None:
    assert len(set(marks(("a.py", 7), ("a.py", 8)))) == 2
    assert marks(("a.py", 7), ("a.py", 8)) == marks(("a.py", 1), ("a.py", 90))


def test_files_and_items_have_fingerprints_of_their_own() -> None:
    assert len({remark.mark for remark in remarks(full())}) == 8
    assert len(set(marks(("a.py", 7), ("b.py", 7)))) == 2
