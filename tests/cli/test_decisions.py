"""`--decisions`: what a reviewer saved is honoured by `plan` and `apply`, and refused once the plan is another one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import CODE, INVENTORY, git, refs, repository

Codemod = Callable[..., Said]
ITEM = {"item": 'flag USE_NEW = "true"', "place": "legacy-inventory.yaml:3"}
OTHER = 'import os\n\nNAME = "new" if os.environ.get("USE_NEW") == "true" else "old"\n'


def blob(content: str) -> str:
    """What git calls it."""
    command = ["git", "hash-object", "--stdin"]
    return subprocess.run(command, input=content.encode(), capture_output=True, check=True).stdout.decode().strip()


def save(work: Path, *keep: object, version: object = 1) -> str:
    (work / "kept.json").write_text(json.dumps({"version": version, "keep": [*keep]}))
    return "--decisions=kept.json"


FILE = {**ITEM, "file": "app.py", "blob": blob(CODE), "lines": [[5, 7]]}


def test_a_kept_file_stays_and_the_branch_has_the_rest(codemod: Codemod, work: Path) -> None:
    repository(other_py=OTHER)(work)
    asked = save(work, FILE)
    shown = codemod("plan", asked)
    assert shown.code == 0
    assert "app.py:5  kept by decision: this item changes nothing in this file" in shown.out
    done = codemod("apply", asked, "--skip-burn-in=none", "--branch=retired")
    assert (done.code, done.err) == (0, "")
    assert "kept    by 1 decision; `codemod plan --decisions FILE` tells what stays because of it\n" in done.out
    assert "a second run with the same decisions is empty\n" in done.out
    git("diff", "--exit-code", "HEAD", "retired", "--", "app.py")(work)
    with pytest.raises(subprocess.CalledProcessError):
        git("diff", "--exit-code", "HEAD", "retired", "--", "other.py")(work)


def test_a_second_run_with_the_same_decisions_on_the_branch_is_empty(codemod: Codemod, work: Path) -> None:
    repository(other_py=OTHER)(work)
    asked = save(work, FILE)
    codemod("apply", asked, "--skip-burn-in=none", "--branch=retired")
    git("switch", "-q", "retired")(work)
    assert (codemod("plan", asked, "--format=patch").out, codemod("plan", asked, "--check").code) == ("", 0)


def test_a_kept_file_that_another_item_changed_is_to_be_reviewed_again(codemod: Codemod, work: Path) -> None:
    more = INVENTORY + '  - env: USE_MORE\n    value: "true"\n'
    code = CODE + '\n\ndef more():\n    return os.environ.get("USE_MORE") == "true"\n'
    repository(inventory=more, app_py=code)(work)
    asked = save(work, {**FILE, "blob": blob(code)})
    done = codemod("apply", asked, "--skip-burn-in=none", "--branch=retired")
    assert (done.code, "a second run with the same decisions is empty\n" in done.out) == (0, True)
    git("switch", "-q", "retired")(work)
    again = codemod("plan", asked)
    assert again.code == 2
    assert "app.py is not what it was when it was reviewed\n  Review the plan again" in again.err


def test_an_item_that_is_left_out_leaves_nothing_to_do(codemod: Codemod, work: Path) -> None:
    repository()(work)
    asked = save(work, ITEM)
    assert codemod("plan", asked, "--format=patch").out == ""
    done = codemod("apply", asked, "--skip-burn-in=none")
    assert (done.code, refs(work).count(b"\n")) == (0, 1)


@pytest.mark.parametrize(
    ("keep", "message"),
    [
        (
            {**ITEM, "item": "flag GONE"},
            "kept.json: the plan has changed: flag GONE (legacy-inventory.yaml:3): the",
        ),
        (
            {**ITEM, "place": "legacy-inventory.yaml:9"},
            'kept.json: the plan has changed: flag USE_NEW = "true" (legacy-inventory.yaml:9): it stands at '
            "legacy-inventory.yaml:3 now",
        ),
        ({**FILE, "file": "gone.py"}, "kept.json: the plan has changed: gone.py is not there any more"),
        (
            {**FILE, "blob": blob("other")},
            "kept.json: the plan has changed: app.py is not what it was when it was reviewed\n  Review the plan again",
        ),
        ({**ITEM, "file": "app.py"}, "kept.json: entry 1 of `keep` must hold item and place, and for a file also"),
        ({**ITEM, "extra": "x"}, "kept.json: entry 1 of `keep` must hold item and place"),
        ({**ITEM, "place": 3}, "kept.json: entry 1 of `keep` must hold texts"),
        ({**FILE, "lines": [[5]]}, "kept.json: `lines` of entry 1 of `keep` must be pairs"),
        ({**FILE, "lines": [[True, 7]]}, "kept.json: `lines` of entry 1 of `keep` must be pairs"),
        ("app.py", "kept.json: entry 1 of `keep` must hold item and place"),
    ],
    ids=[
        "an item that the inventory does not have",
        "an item that stands elsewhere now",
        "a file that is gone",
        "a file that holds something else",
        "a file without its hash",
        "a key that is not known",
        "a place that is no text",
        "a span of one line",
        "a span that is no number",
        "an entry that is no object",
    ],
)
def test_decisions_about_another_plan_are_refused(codemod: Codemod, work: Path, keep: object, message: str) -> None:
    repository()(work)
    for verb in ("plan", "apply"):
        told = codemod(verb, save(work, keep))
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith(f"codemod: {message}")
    assert refs(work).count(b"\n") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "kept.json: it is not JSON: Expecting value in line 1"),
        (b"\xff\xfe", "kept.json: it is not JSON"),
        (b"[" * 200_000, "kept.json: it is not JSON"),
        (b"[]", "kept.json: it does not hold `version` and a list `keep`, and nothing else"),
        (b'{"version": 1}', "kept.json: it does not hold `version` and a list `keep`, and nothing else"),
        (b'{"version": 2, "keep": []}', "kept.json: it is of version 2, and this codemod reads version 1"),
        (None, "kept.json: there is no such file"),
    ],
    ids=["empty", "no UTF-8", "too deep", "a list", "nothing kept", "a later version", "missing"],
)
def test_what_is_no_decisions_file_is_refused(
    codemod: Codemod, work: Path, content: bytes | None, message: str
) -> None:
    repository()(work)
    if content is not None:
        (work / "kept.json").write_bytes(content)
    told = codemod("plan", "--decisions=kept.json")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"codemod: {message}")


def test_a_decisions_file_in_the_tree_uses_nothing(codemod: Codemod, work: Path) -> None:
    repository(kept_json='{"version": 1, "keep": []}', notes_md="")(work)
    plain, kept = codemod("plan", "--format=json"), codemod("plan", "--format=json", "--decisions=kept.json")
    assert json.loads(plain.out) == json.loads(kept.out)
