"""`reports.parts.hunks`: which hunks there are, and which edits explain each."""

from __future__ import annotations

import pytest

from legacy_codemod.model import Edit
from legacy_codemod.reports.parts.hunks import counts, hunks, split
from legacy_codemod.reports.parts.words import chains, count, shares

OLD = b"".join(b"line %d\n" % number for number in range(1, 41))


def without(*numbers: int) -> bytes:
    """``OLD`` less some of its lines."""
    return b"".join(line for number, line in enumerate(split(OLD), start=1) if number not in numbers)


def edit(start: int, end: int, *why: str) -> Edit:
    """An edit of ``a.py``."""
    return Edit("a.py", start, end, why or (f"{start}-{end}",))


@pytest.mark.parametrize(
    ("after", "headers"),
    [
        (OLD, []),
        (without(10), ["@@ -7,7 +7,6 @@"]),
        (without(1), ["@@ -1,4 +1,3 @@"]),
        (without(40), ["@@ -37,4 +37,3 @@"]),
        (without(10, 17), ["@@ -7,14 +7,12 @@"]),
        (without(10, 18), ["@@ -7,7 +7,6 @@", "@@ -15,7 +14,6 @@"]),
        (b"", ["@@ -1,40 +0,0 @@"]),
        (OLD + b"more\n", ["@@ -38,3 +38,4 @@"]),
    ],
    ids=[
        "no change makes no hunk",
        "three lines around a change are shown",
        "nothing is above the first line",
        "nothing is below the last line",
        "six unchanged lines keep two changes in one hunk",
        "seven unchanged lines part them",
        "an emptied file counts from line 0",
        "a line added at the end",
    ],
)
def test_changes_near_each_other_share_a_hunk(after: bytes, headers: list[str]) -> None:
    assert [hunk.header for hunk in hunks(OLD, after)] == headers


@pytest.mark.parametrize(
    ("edits", "owned"),
    [
        ([edit(10, 10), edit(30, 30)], [["10-10"], ["30-30"]]),
        ([edit(9, 31)], [["9-31"], ["9-31"]]),
        ([edit(10, 10, "flag", "unused"), edit(10, 10, "flag")], [["flag", "flag"], []]),
        ([edit(12, 12)], [["12-12"], []]),
        ([edit(22, 24)], [[], ["22-24"]]),
        ([], [[], []]),
    ],
    ids=[
        "an edit explains the hunk that changes its lines",
        "an edit over two hunks explains both",
        "two edits of one line both explain it",
        "an edit of a line that only stands around the change joins that hunk",
        "an edit between two hunks joins the nearer one",
        "a hunk without an edit has no reason",
    ],
)
def test_a_hunk_is_joined_to_the_edits_that_explain_it(edits: list[Edit], owned: list[list[str]]) -> None:
    assert [[each.why[0] for each in hunk.edits] for hunk in hunks(OLD, without(10, 30), edits)] == owned


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b"a\nb\n", b"a\n", (0, 1)),
        (b"a\nb\n", b"a\nc\n", (1, 1)),
        (b"a\nb", None, (0, 2)),
        (b"", b"a", (1, 0)),
        (b"    a\n    b\n", b"a\nb\n", (2, 2)),
    ],
    ids=["a line out", "a line replaced", "a file removed", "a line in", "a block that loses its indentation"],
)
def test_lines_are_counted(before: bytes, after: bytes | None, expected: tuple[int, int]) -> None:
    assert counts(before, after) == expected


@pytest.mark.parametrize(
    ("whys", "shown"),
    [
        ([("a", "b")], ["a → b"]),
        ([("a", "b"), ("a", "b")], ["a → b"]),
        ([("a",), ("a", "b")], ["a → b"]),
        ([("a", "b"), ("a", "c")], ["a → b, c"]),
        ([("a", "b"), ("x", "c")], ["a → b", "x → c"]),
        ([()], []),
    ],
    ids=[
        "one chain",
        "the same chain twice is shown once",
        "a chain that another goes on with is not shown",
        "chains that part at the end share a line",
        "other chains have their own line",
        "an empty chain is not shown",
    ],
)
def test_chains_of_reasons_are_told_once(whys: list[tuple[str, ...]], shown: list[str]) -> None:
    assert chains(whys) == shown


def test_words_agree_with_their_numbers() -> None:
    assert [count(0, "file"), count(1, "file"), count(1200, "line")] == ["0 files", "1 file", "1,200 lines"]
    assert [shares(3, 14), shares(0, 14), shares(3, 0), shares(0, 0)] == ["+3 -14", "-14", "+3", ""]
