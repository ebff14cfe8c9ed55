"""Each line of a Phase 0 document as one item, one error, one finding, or as prose."""

from __future__ import annotations

import pytest
from folding import Memory

from legacy_codemod.index.world import World
from legacy_codemod.phase_zero.minutes import Minutes, lines_of, read
from legacy_codemod.tree import tree_of

FILES = {
    "app/__init__.py": b"",
    "app/router.py": b"def legacy_resolve(): ...\nALLOWED_MODELS = ()\nclass Router:\n    def pick(self): ...\n",
    "app/ai/chain.py": b"",
    "app/ai/__init__.py": b"",
    "src/lib/__init__.py": b"",
    "src/lib/pick.py": b"def pick(): ...\n",
    "Makefile": b"",
    "LICENSE_NOTES": b"",
}


def minutes(text: str) -> Minutes:
    return read(World(tree_of(Memory(FILES))), text, "phase0.md")


def said(text: str) -> list[str]:
    """Each item as ``decision what | note | replaced by``."""
    found = minutes(text)
    assert [str(error) for error in found.errors] == []
    return [
        " | ".join(
            filter(None, [f"{d.decision} {d.item.title.removeprefix('remove ')}", d.item.note, d.item.replaced_by])
        )
        for d in found.decided
    ]


LINES = {
    "capitals and an em dash": (
        "REMOVE  app/router.py — custom fallback chain",
        ["remove app/router.py | custom fallback chain"],
    ),
    "an en dash": ("KEEP app/router.py \u2013 billing", ["keep app/router.py | billing"]),
    "a hyphen between spaces": ("KEEP app/router.py - billing", ["keep app/router.py | billing"]),
    "two hyphens": ("KEEP app/router.py -- billing", ["keep app/router.py | billing"]),
    "a colon behind the decision": ("REMOVE: app/router.py (custom chain)", ["remove app/router.py | custom chain"]),
    "a bullet, a check box and a code span": (
        "- [x] WRAP `app/router.py` — resolves",
        ["wrap app/router.py | resolves"],
    ),
    "a starred bullet and a bold decision": ("* **REMOVE** `app/router.py`", ["remove app/router.py"]),
    "a bold decision with its colon inside": ("- **Remove:** `app/router.py`", ["remove app/router.py"]),
    "a numbered line": ("3. KEEP app/router.py", ["keep app/router.py"]),
    "a quoted line": ("> KEEP app/router.py", ["keep app/router.py"]),
    "a line in a fence": ("```text\nREMOVE app/router.py — old\n```", ["remove app/router.py | old"]),
    "the decision behind the path": ("- `app/router.py` — REMOVE — old", ["remove app/router.py | old"]),
    "the decision behind a colon": ("- app/router.py: KEEP (billing)", ["keep app/router.py | billing"]),
    "a gap instead of a dash": ("keep app/router.py  billing", ["keep app/router.py | billing"]),
    "several paths in a row": (
        "REMOVE `app/router.py`, `app/ai/chain.py` and `src/lib/pick.py` — old",
        ["remove app/router.py | old", "remove app/ai/chain.py | old", "remove src/lib/pick.py | old"],
    ),
    "several bare paths": ("REMOVE app/router.py, app/ai/chain.py", ["remove app/router.py", "remove app/ai/chain.py"]),
    "a link": ("- KEEP [app/router.py](../app/router.py) — x", ["keep app/router.py | x"]),
    "a path with the sentence's full stop": ("KEEP app/router.py.", ["keep app/router.py"]),
    "a folder without its slash": ("REMOVE app/ai — old", ["remove app/ai/ | old"]),
    "a glob": ("REMOVE app/**/*_router.py", ["remove app/**/*_router.py"]),
    "a file that has no suffix": ("KEEP `Makefile`", ["keep Makefile"]),
    "a file that looks like a variable": ("KEEP `LICENSE_NOTES`", ["keep LICENSE_NOTES"]),
    "a dotted name": ("REMOVE app.router.legacy_resolve", ["remove app.router.legacy_resolve"]),
    "a call of a dotted name": ("REMOVE `app.router.legacy_resolve()`", ["remove app.router.legacy_resolve"]),
    "a name in a file": ("REMOVE `app/router.py::legacy_resolve`", ["remove app.router.legacy_resolve"]),
    "a method in a file": ("REMOVE `app/router.py:Router.pick`", ["remove app.router.Router.pick"]),
    "a name in a file below src": ("REMOVE `src/lib/pick.py::pick`", ["remove lib.pick.pick"]),
    "a variable": ("REMOVE DEFAULT_MODEL — old", ["remove env DEFAULT_MODEL | old"]),
    "a variable as a shell writes it": ("REMOVE `$DEFAULT`", ["remove env DEFAULT"]),
    "a variable with its value, which is dropped": ("REMOVE `API_TOKEN=s3cret`", ["remove env API_TOKEN"]),
    "a comment is no line": ("<!-- REMOVE app/router.py -->", []),
    "prose that begins with a decision": ("Keep the tests green.", []),
    "prose about a path": ("Keep app/router.py in mind while you read this.", []),
    "a legend of the decisions": ("| decision | meaning |\n|---|---|\n| REMOVE | goes |", []),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_a_line_becomes(text: str, expected: list[str]) -> None:
    assert said(text) == expected


PARTS = {
    "a section of one decision": (
        "## REMOVE\n- `app/router.py` — old\n- app/ai/ (chain)\n\n## Keep\n- DEFAULT_MODEL\n",
        ["remove app/router.py | old", "remove app/ai/ | chain", "keep env DEFAULT_MODEL"],
    ),
    "a section below a section": ("# KEEP\n## Billing\n- app/router.py\n", ["keep app/router.py"]),
    "a heading with all three decides nothing": ("## REMOVE, KEEP or WRAP\n- app/router.py\n", []),
    "a table in any order of columns": (
        "| Notes | Path | Phase | Decision | Replaced by |\n|:--|---|--:|---|---|\n"
        "| old | `app/router.py` | 3 | **REMOVE** | routes |",
        ["remove app/router.py | old | routes (phase 3)"],
    ),
    "a table without outer bars": ("file | action\n---|---\napp/router.py | keep", ["keep app/router.py"]),
    "a bar in a code span": (
        "| item | decision | note |\n|---|---|---|\n| app/router.py | KEEP | `a | b` |",
        ["keep app/router.py | `a | b`"],
    ),
    "a table of a section": ("## WRAP\n| file | note |\n|---|---|\n| app/router.py | - |", ["wrap app/router.py"]),
    "several paths in a cell": (
        "| file | decision |\n|---|---|\n| `app/router.py`<br>`app/ai/chain.py` | REMOVE |",
        ["remove app/router.py", "remove app/ai/chain.py"],
    ),
    "a name without a module under a heading of variables": (
        "## Environment\n| name | decision |\n|---|---|\n| `ALLOWED_MODELS` | REMOVE |",
        ["remove env ALLOWED_MODELS"],
    ),
    "what replaces a kept item is part of its note": (
        "| file | decision | note | replaced by |\n|---|---|---|---|\n| app/router.py | WRAP | calls | resolve |",
        ["wrap app/router.py | calls; resolve"],
    ),
    "the same twice is once": ("KEEP app/router.py\nKEEP app/router.py\n", ["keep app/router.py"]),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_a_part_becomes(text: str, expected: list[str]) -> None:
    assert said(text) == expected


ERRORS = {
    "a decision with a slip of the pen": (
        "REMOV  app/router.py — old",
        ["phase0.md:1:1: `REMOV` is no decision\n  did you mean REMOVE?"],
    ),
    "a word that means about the same": (
        "text\n- DELETE `app/router.py`",
        ["phase0.md:2:3: `DELETE` is no decision\n  did you mean REMOVE?"],
    ),
    "a slip in a cell": (
        "| file | decision |\n|---|---|\n| app/router.py | KEPP |",
        ["phase0.md:3:19: `KEPP` is no decision\n  did you mean KEEP?"],
    ),
    "an unknown word in a cell": (
        "| file | decision |\n|---|---|\n| app/router.py | blue |",
        ["phase0.md:3:19: `blue` is no decision\n  write REMOVE, KEEP or WRAP"],
    ),
    "a path outside the root": (
        "REMOVE ../other/x.py",
        ["phase0.md:1:8: `../other/x.py` leaves the root\n  name what lies inside the repository"],
    ),
    "a backslash": (
        r"REMOVE `app\router.py`",
        ["phase0.md:1:9: `app\\router.py` holds a backslash\n  write slashes: `app/router.py`"],
    ),
    "two decisions about one thing": (
        "REMOVE app/router.py\nKEEP app/router.py",
        ["phase0.md:2:6: KEEP here, and REMOVE on line 1\n  decide: change one of the two"],
    ),
    "a wrapper that is no file": (
        "WRAP DEFAULT_MODEL",
        ["phase0.md:1:6: `DEFAULT_MODEL` is no file, and WRAP is about files\n  name the file that it stands in"],
    ),
    "an error behind a separator that is no line end": (
        "text\u2028text\nREMOV app/router.py",
        ["phase0.md:2:1: `REMOV` is no decision\n  did you mean REMOVE?"],
    ),
    "a decision under the heading of another": (
        "## KEEP\n- REMOVE app/router.py",
        ["phase0.md:2:3: REMOVE stands under a heading of KEEP\n  move the line, or change one of the two"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_stand_is_an_error_at_its_place(text: str, expected: list[str]) -> None:
    assert [str(error) for error in minutes(text).errors] == expected


FINDINGS = {
    "lines of a file": (
        "REMOVE `app/router.py:10-20`",
        "1:9: `app/router.py:10-20` is some lines of `app/router.py`: "
        "name the function, class or constant there, or the whole file",
    ),
    "a name without its module": (
        "REMOVE `ALLOWED_MODELS`",
        "1:9: `ALLOWED_MODELS` names no module; did you mean `app.router.ALLOWED_MODELS`?",
    ),
    "a word that is nothing here": ("REMOVE `thing`", "1:9: `thing` is no file, name or variable of this repository"),
    "a row that is not decided": (
        "| file | decision |\n|---|---|\n| app/router.py | TBD |",
        "3:19: `TBD` is no single decision about `app/router.py`: left out",
    ),
    "a row with two decisions": (
        "| file | decision |\n|---|---|\n| app/router.py | KEEP or WRAP? |",
        "3:19: `KEEP or WRAP?` is no single decision about `app/router.py`: left out",
    ),
    "a line that is struck through": (
        "- ~~REMOVE app/router.py~~",
        "1:3: `~~REMOVE app/router.py~~` is struck through: left out",
    ),
    "a decision in lower case before prose": (
        "keep app/router.py in mind",
        "1:1: `keep app/router.py in mind` may be prose: left out",
    ),
    "a column with a slip": (
        "| file | decison |\n|---|---|\n| app/router.py | KEEP |",
        "1:10: the column `decison` is not read; did you mean `decision`?",
    ),
}


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS)
def test_what_is_not_certain_is_left_out_and_told(text: str, expected: str) -> None:
    found = minutes(text)
    assert found.errors == []
    assert found.decided == []
    assert list(lines_of(found)) == [f"phase0.md:{expected}"]
