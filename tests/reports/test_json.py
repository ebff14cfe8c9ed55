"""`reports.json`: one document for programs, with everything that the page says."""

from __future__ import annotations

import json

from hand_made import BASE, full, verdict_of

from legacy_codemod.model import FileChange, Finding, Place, Verdict
from legacy_codemod.reports.json import render
from legacy_codemod.reports.parts.page import Page


def test_the_document_names_its_version_its_base_and_its_inventory() -> None:
    document = json.loads(render(full(), Page()))
    assert (document["version"], document["base"], document["inventory"]) == (1, BASE, "legacy-inventory.yaml")
    assert document["findings"] == [
        {"path": "scripts/old.py", "line": 3, "reason": "cannot be parsed, so it was skipped"}
    ]
    assert document["files"] == [
        {"path": "app/resolve.py", "deleted": False, "lines_in": 1, "lines_out": 6},
        {"path": "app/router.py", "deleted": True, "lines_in": 0, "lines_out": 40},
    ]


def test_an_item_says_what_it_changes_and_why() -> None:
    item = json.loads(render(full(), Page()))["items"][0]
    assert item == {
        "title": 'flag USE_NEW = "true"',
        "place": "legacy-inventory.yaml:3",
        "note": "on since November",
        "replaced_by": "",
        "refused": False,
        "refusals": [],
        "files": [{"path": "app/resolve.py", "deleted": False, "lines_in": 1, "lines_out": 6}],
        "edits": [
            {"path": "app/resolve.py", "start": 1, "end": 1, "why": item["edits"][0]["why"]},
            {"path": "app/resolve.py", "start": 5, "end": 7, "why": ["USE_NEW is true", "branch unreachable"]},
        ],
        "findings": [{"path": "run.sh", "line": 4, "reason": "a shell line uses USE_NEW, so it stays"}],
        "fallbacks": [{"path": "app/resolve.py", "line": 6, "reason": "ends on app.defaults.DECISION"}],
    }


def test_a_refused_item_says_what_keeps_it_alive() -> None:
    item = json.loads(render(full(), Page()))["items"][2]
    assert item["refused"] is True
    assert item["refusals"] == [
        {
            "path": "app/admin.py",
            "line": 12,
            "reason": "live code still calls it",
            "chain": ["app.admin.page", "app.main.app"],
        }
    ]


def test_any_name_and_any_problem_is_plain_ascii() -> None:
    verdict = verdict_of(FileChange("\x1b\x9bcaf\udce9 ü.py", b"a\n", None))
    verdict = Verdict(verdict.plan, (Finding(Place("ü.py", 1), "kaputt"),))
    written = render(verdict, Page())
    assert written.isascii()
    assert set(written) <= {10, *range(32, 127)}
    document = json.loads(written)
    assert document["files"][0]["path"] == "\x1b\x9bcaf\udce9 ü.py"
    assert document["problems"] == [{"path": "ü.py", "line": 1, "reason": "kaputt"}]


def test_no_content_of_a_file_is_in_the_document() -> None:
    verdict = verdict_of(FileChange(".env", b"API_KEY=s3cret\n", b""))
    assert b"s3cret" not in render(verdict, Page())
