"""`reports.check.gitlab`: a Code Quality report, with the keys that GitLab asks for."""

from __future__ import annotations

import json
import re

from outcomes import ODD, at, full

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.check.gitlab import render
from legacy_codemod.reports.parts.page import Page


def issues(outcome: Outcome, prefix: str = "") -> list[dict[str, object]]:
    return json.loads(render(outcome, Page(prefix=prefix)))


def test_each_thing_is_one_issue() -> None:
    told = [
        (each["check_name"], each["severity"], each["location"]["path"], each["location"]["lines"]["begin"])
        for each in issues(full())
    ]
    assert told == [
        ("env:USE_X", "major", "app/a.py", 7),
        ("sdk:django-waffle:new, 100%: router", "major", "app/a.py", 9),
        ("env:OLD_KEY", "major", ".env.example", 2),
        ("path:app/router.py", "major", "app/router.py", 1),
        ("env:USE_X", "major", "README.md", 4),
        ("unreadable-file", "major", "app/c.py", 1),
        ("allowance-without-reason", "minor", "app/a.py", 7),
        ("unused-allowance", "minor", "app/b.py", 1),
    ]


def test_an_issue_has_what_gitlab_asks_for_and_nothing_else() -> None:
    (issue,) = issues(at("app/a.py"))
    fingerprint = issue.pop("fingerprint")
    assert issue == {
        "description": "reads the variable USE_X; to be retired (legacy-inventory.yaml:3): no new uses",
        "check_name": "env:USE_X",
        "severity": "major",
        "location": {"path": "app/a.py", "lines": {"begin": 7}},
    }
    assert re.fullmatch("[0-9a-f]{64}", str(fingerprint))


def test_a_path_counts_from_the_top_of_the_repository_and_may_be_odd() -> None:
    (issue,) = issues(at(ODD), "services/")
    assert issue["location"] == {"path": "services/a b/50%,:\n\r\x1b[31m caf\\xe9 ü.py", "lines": {"begin": 7}}
