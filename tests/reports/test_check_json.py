"""`reports.check.json`: one document for programs, with the keys that ``docs/guard.md`` lists."""

from __future__ import annotations

import json
import re
from pathlib import Path

from outcomes import INVENTORY, ODD, at, full

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.check.json import render
from legacy_codemod.reports.parts.page import Page

GUIDE = Path(__file__).parents[2] / "docs/guard.md"


def test_nothing_found_is_a_document_too() -> None:
    assert json.loads(render(Outcome(INVENTORY, remaining=2), Page(prefix="api/"))) == {
        "version": 1,
        "inventory": INVENTORY,
        "prefix": "api/",
        "exit_code": 0,
        "failures": [],
        "unreadable": [],
        "without_reason": [],
        "unused": [],
        "remaining": 2,
    }


def test_everything_found_is_in_the_document() -> None:
    document = json.loads(render(full(), Page()))
    assert (document["exit_code"], document["remaining"], len(document["failures"])) == (2, 3, 5)
    assert document["failures"][2] == {
        "path": ".env.example",
        "line": 2,
        "column": 1,
        "kind": "env",
        "name": "OLD_KEY",
        "item": "remove env OLD_KEY",
        "declared": "legacy-inventory.yaml:9",
        "what": "sets or uses the variable OLD_KEY",
        "mention": False,
        "text": "",
        "since": "retired on 2026-11-25 by ab12cd3",
        "retired": {"commit": "ab12cd3", "day": "2026-11-25"},
        "instead": "NEW_KEY",
        "note": "one key for all",
        "allowance": "codemod: allow[OLD_KEY] reason",
    }
    assert (document["failures"][0]["retired"], document["failures"][4]["mention"]) == (None, True)
    assert document["unreadable"] == [
        {"path": "app/c.py", "line": 1, "reason": "holds a legacy name, and Python cannot parse it"}
    ]
    assert document["without_reason"] == [{"path": "app/a.py", "line": 7, "name": "USE_X", "reason": ""}]
    assert document["unused"] == [{"path": "app/b.py", "line": 1, "name": "OLD_KEY", "reason": "until May"}]


def test_any_name_is_plain_ascii_and_comes_back_whole() -> None:
    written = render(at(ODD), Page())
    assert set(written) <= {10, *range(32, 127)}
    assert json.loads(written)["failures"][0]["path"] == ODD


def test_the_guide_has_every_key() -> None:
    document = json.loads(render(full(), Page()))
    keys = {*document, *document["failures"][0], *document["unused"][0], *document["unreadable"][0], "commit", "day"}
    section = GUIDE.read_text(encoding="utf-8").partition("### `json`")[2].partition("\n## ")[0]
    assert keys - set(re.findall(r"`(\w+)`", section)) == set()
