"""`reports.sarif`: SARIF 2.1.0 by its schema, and fixes that make exactly what the plan makes."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hand_made import BASE, INVENTORY, full, verdict_of
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from sarif import fixed, official_schema, results

from legacy_codemod.model import (
    Change,
    Edit,
    EnvFlag,
    EnvSubject,
    FileChange,
    Finding,
    Inventory,
    Item,
    Place,
    Plan,
    Verdict,
)
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.sarif import render


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    return official_schema()


def in_turn(path: str, *contents: bytes | None) -> Verdict:
    """Items that change one file one after the other."""
    each = pairwise(contents)
    changes = (
        Change(Item(EnvFlag(f"USE_{at}", "true"), Place(INVENTORY, at)), (FileChange(path, before or b"", after),))
        for at, (before, after) in enumerate(each, start=1)
        if before != after
    )
    return Verdict(Plan(Inventory(INVENTORY), BASE, tuple(changes)))


def with_problem() -> Verdict:
    return Verdict(full().plan, (Finding(Place("app/resolve.py", 2), "does not compile"),))


@pytest.mark.parametrize(
    "verdict",
    [full(), with_problem(), verdict_of(), verdict_of(FileChange("\x1b caf\udce9 ü.py", b"a\n\xff\n", b"\xe9\n"))],
    ids=["something of everything", "a failed proof", "nothing to do", "an odd name and odd bytes"],
)
def test_the_document_is_what_the_standard_says(schema: Draft4Validator, verdict: Verdict) -> None:
    document = render(verdict, Page(prefix="the api/"))
    assert document.isascii()
    assert [error.message for error in schema.iter_errors(json.loads(document))] == []


def test_the_schema_can_tell_wrong_from_right(schema: Draft4Validator) -> None:
    document = json.loads(render(full(), Page()))
    document["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"] = []
    assert not schema.is_valid(document)


def test_an_item_is_a_rule_and_each_result_points_at_its_own() -> None:
    run = json.loads(render(with_problem(), Page()))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["env:USE_NEW", "path:app/router.py", "path:app/models.py", "path:app/gone.py", "tree", "proof"]
    assert [(each["ruleId"], each["level"], rules[each["ruleIndex"]] == each["ruleId"]) for each in run["results"]] == [
        ("env:USE_NEW", "warning", True),
        ("path:app/router.py", "warning", True),
        ("env:USE_NEW", "note", True),
        ("env:USE_NEW", "note", True),
        ("path:app/models.py", "error", True),
        ("tree", "note", True),
        ("proof", "error", True),
    ]


def test_two_items_of_one_name_are_two_rules() -> None:
    items = (Item(EnvFlag("X", "1"), Place(INVENTORY, 1)), Item(EnvSubject("X"), Place(INVENTORY, 2)))
    run = json.loads(render(Verdict(Plan(Inventory(INVENTORY), BASE, tuple(map(Change, items)))), Page()))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]][:2] == ["env:X", "env:X#2"]


def test_a_result_says_where_and_why_and_what_to_do() -> None:
    first = results(render(full(), Page(prefix="api/")))[0]
    assert first["message"]["text"] == "USE_NEW is true → branch unreachable → import unused"
    where = first["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "api/app/resolve.py", "uriBaseId": "%SRCROOT%"}
    assert where["region"] == {"startLine": 1, "endLine": 7}
    (fix,) = first["fixes"]
    assert fix["description"]["text"] == 'flag USE_NEW = "true"'
    assert fix["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {
            "startLine": 1,
            "startColumn": 1,
            "endLine": 4,
            "endColumn": 1,
            "byteOffset": 0,
            "byteLength": 12,
        }
    }


def test_a_refusal_says_what_keeps_the_item_alive() -> None:
    texts = [each["message"]["text"] for each in results(render(full(), Page()))]
    assert "refused: live code still calls it; kept alive by app.admin.page → app.main.app" in texts


def test_a_finding_names_the_line_of_the_base() -> None:
    """As the hunks do: two lines above it go with an item that comes first, and one that stays is indented less."""
    first = FileChange("a.py", b"import os\nif USE_NEW:\n    run()\n    old()\n", b"run()\nold()\n")
    second = FileChange("a.py", b"run()\nold()\n", b"run()\n")
    flag, removed = (Item(EnvFlag(name, "1"), Place(INVENTORY, 3)) for name in ("USE_NEW", "OLD"))
    noted = Change(removed, (second,), findings=(Finding(Place("a.py", 1), "still runs"),))
    said = results(render(Verdict(Plan(Inventory(INVENTORY), BASE, (Change(flag, (first,)), noted))), Page()))
    (told,) = (each for each in said if each["message"]["text"] == "still runs")
    assert told["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_a_file_that_goes_says_so() -> None:
    result = results(render(full(), Page()))[1]
    assert result["message"]["text"].endswith("; the file itself is to be removed")
    assert result["fixes"][0]["description"]["text"].endswith("; the file itself is to be removed")


def test_fixes_of_one_item_say_that_they_belong_together() -> None:
    before = b"".join(b"line %d\n" % number for number in range(40))
    after = before.replace(b"line 3\n", b"").replace(b"line 30\n", b"")
    told = {each["fixes"][0]["description"]["text"] for each in results(render(in_turn("a.py", before, after), Page()))}
    assert told == {'flag USE_1 = "true": one of 2 changes that belong together, so apply all of them'}


CONTENTS = {
    "a line goes": (b"a\nb\nc\n", b"a\nc\n"),
    "the last line goes, without a newline": (b"a\nb", b"a\n"),
    "a newline comes at the end": (b"a\nb", b"a\nb\n"),
    "a line comes at the end": (b"a\n", b"a\nb"),
    "a line comes after one without a newline": (b"a", b"a\nb"),
    "everything goes": (b"a\nb", b""),
    "the file goes": (b"a\nb\n", None),
    "the file was empty": (b"", b"a\n"),
    "an empty file goes": (b"", None),
    "CRLF": (b"a\r\nb\r\nc\r\n", b"a\r\nc\r\n"),
    "letters beyond ASCII": ("ä 漢字 👩\nb\nü".encode(), "ä 漢字 👩\nü".encode()),
    "a form feed and a line separator": ("a\x0cb\u2028c\nd\n".encode(), b"d\n"),
    "no UTF-8": (b"\xe9\nb\n", b"\xe9\n"),
    "a mark at the start": (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfb\n"),
    "zero bytes": (b"\0a\nb\n", b"\0b\n"),
    "one item after the other": (b"a\nb\nc\nd\n", b"a\nB\nc\nd\n", b"a\nd\n", b"a\nnew\nd\n"),
    "one item takes what another brought": (b"a\nb\n", b"a\nx\ny\nb\n", b"a\ny\nb\n"),
    "one item brings back what another took": (b"a\nb\nc\n", b"a\nc\n", b"a\nb\nc\n", b"a\nb\n"),
    "changed and then gone": (b"a\nb\n", b"a\n", None),
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("by_lines", [False, True], ids=["by bytes", "by lines"])
def test_the_fixes_make_what_the_plan_makes(contents: tuple[bytes | None, ...], by_lines: bool) -> None:
    document = render(in_turn("a.py", *contents), Page())
    before = {"a.py": contents[0] or b""}
    assert fixed(document, before, by_lines=by_lines) == {"a.py": contents[-1] or b""}


some_lines = st.lists(st.sampled_from(["a\n", "b\n", "ü = 1\n", "\n", "x\r\n"]), max_size=8).map("".join)
drawn = st.tuples(some_lines, st.sampled_from(["", "end"])).map(lambda parts: "".join(parts).encode())


@given(st.lists(drawn, min_size=2, max_size=5), st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_fixes_of_drawn_plans_make_what_they_make(contents: list[bytes], by_lines: bool) -> None:
    document = render(in_turn("a.py", *contents), Page())
    if contents[0] != contents[-1]:
        assert fixed(document, {"a.py": contents[0]}, by_lines=by_lines) == {"a.py": contents[-1]}


def test_a_hunk_of_several_items_tells_all_their_reasons() -> None:
    plan = in_turn("a.py", b"a\nb\nc\n", b"a\nc\n", b"c\n").plan
    changes = [
        Change(each.item, each.files, (Edit("a.py", line, line, ("settled", f"reason {at}")),))
        for at, (each, line) in enumerate(zip(plan.changes, (2, 1), strict=True), start=1)
    ]
    (only,) = results(render(Verdict(Plan(plan.inventory, BASE, tuple(changes))), Page()))
    assert (only["ruleId"], only["message"]["text"]) == ("env:USE_1", "settled → reason 2, reason 1")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b"API_KEY=s3cret\nUSE_1=true\n", b"API_KEY=s3cret\n", True),
        (b"API_KEY=s3cret\nUSE_1=true", b"API_KEY=s3cret", False),
        (b"API_KEY=s3cret\n", None, True),
    ],
    ids=["a line that goes tells no other", "a line that has to be written again", "a file that goes"],
)
def test_no_fix_tells_a_value(before: bytes, after: bytes | None, told: bool) -> None:
    document = render(in_turn(".env", before, after), Page())
    assert b"s3cret" not in document
    assert b"czNjcmV0" not in document  # nor in base64
    assert (b'"fixes"' in document, b"so its fix is only in the branch" in document) == (told, not told)
    if told:
        assert fixed(document, {".env": before}) == {".env": after or b""}


def test_a_result_is_known_again_when_its_line_moves() -> None:
    marks = [
        results(render(in_turn("a.py", head + b"a\nb\nc\n", head + b"a\nc\n"), Page()))[0]["partialFingerprints"]
        for head in (b"", b"x\n" * 9)
    ]
    assert marks[0] == marks[1]
