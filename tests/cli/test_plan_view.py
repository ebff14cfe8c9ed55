"""`codemod plan --item`, `-q`, `-v`: how much of the plan is shown; it is made whole all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import CODE, INVENTORY, repository

Codemod = Callable[..., Said]
LONG = "".join(f"line_{number} = {number}\n" for number in range(30))
REMOVED = "remove:\n  - path: gone.py\n  - name: app.kept\n"
APP = CODE + "\n\ndef kept():\n    return 1\n\n\nprint(kept() + 1)\n"


@pytest.fixture
def three(work: Path) -> Path:
    """A repository whose inventory has a flag, a file to remove, and a name whose removal is refused."""
    repository(inventory=INVENTORY + REMOVED, app_py=APP, gone_py=LONG)(work)
    return work


SECTIONS = ('\n1  flag USE_NEW = "true" ─', "\n2  remove gone.py ─", "\n3  remove app.kept ─")


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        ([], [1, 2, 3]),
        (["--item", "USE_NEW"], [1]),
        (["--item", 'flag USE_NEW = "true"'], [1]),
        (["--item", "gone.py"], [2]),
        (["--item", "app.kept"], [3]),
        (["--item", "2"], [2]),
        (["--item", "3", "--item", "USE_NEW"], [1, 3]),
        (["--quiet"], []),
    ],
    ids=[
        "all of them",
        "by variable",
        "by title",
        "by path",
        "by name",
        "by its number in the summary",
        "two of them, in the order of the plan",
        "the summary only",
    ],
)
@pytest.mark.usefixtures("three")
def test_the_items_that_are_shown(codemod: Codemod, arguments: list[str], numbers: list[int]) -> None:
    said = codemod("plan", *arguments)
    assert [number for number, title in enumerate(SECTIONS, start=1) if title in said.out] == numbers
    assert (said.code, said.err) == (3, "")  # of the whole plan, whatever is shown of it
    assert said.out.startswith("3 items · 2 files · ")


@pytest.mark.usefixtures("three")
def test_the_summary_has_the_rows_of_the_chosen_items_and_counts_the_others(codemod: Codemod) -> None:
    said = codemod("plan", "--quiet", "--item", "2")
    assert said.out.splitlines()[3:] == ["2  remove gone.py  1 file  -30", "2 more items not shown"]


@pytest.mark.parametrize(("option", "lines"), [("--no-pager", 12), ("-v", 30)], ids=["its beginning", "with -v whole"])
@pytest.mark.usefixtures("three")
def test_how_much_of_a_removed_file_is_shown(codemod: Codemod, option: str, lines: int) -> None:
    assert codemod("plan", option).out.count("- line_") == lines


def test_a_long_list_of_findings_is_told_whole(codemod: Codemod, work: Path) -> None:
    repository(run_sh="".join(f"echo $USE_NEW {number}\n" for number in range(25)))(work)
    lines = ", ".join(map(str, range(1, 26)))
    assert f"    run.sh:{lines}  still reads USE_NEW, so its config lines stay\n" in codemod("plan").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--item", "USE_NW"], "no item is called USE_NW\n  Did you mean `USE_NEW`?"),
        (["--item", "4"], "no item is called 4\n  Name an item as the inventory does, or by its number, 1 to 3."),
        (["-q", "-v"], "-q and -v cannot be had together\n  Leave one of them out."),
        (
            ["--item", "1", "--format", "patch"],
            "--item, -q and -v are for --format text, not for patch\n"
            "  Leave it out: the other formats always hold the whole plan.",
        ),
    ],
    ids=["a name misspelt", "a number too high", "quiet and verbose", "of a patch, which would not apply in parts"],
)
@pytest.mark.usefixtures("three")
def test_what_cannot_be_shown_is_said(codemod: Codemod, arguments: list[str], told: str) -> None:
    said = codemod("plan", *arguments)
    assert (said.code, said.out, said.err) == (2, "", f"codemod: {told}\n")
