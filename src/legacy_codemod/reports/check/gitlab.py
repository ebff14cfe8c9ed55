"""What the guard found into a Code Quality report, by which GitLab marks the lines of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.parts.guarded import Remark, Rule, remarks
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page

_SEVERITIES = {Rule.BARE: "minor", Rule.UNUSED: "minor"}


def render(outcome: Outcome, page: Page) -> bytes:
    """A JSON array, in ASCII; it is empty where there is nothing to say. It holds no content of any file."""
    issues = [_issue(remark, page.prefix) for remark in remarks(outcome)]
    return json.dumps(issues, indent=2).encode("ascii") + b"\n"


def _issue(remark: Remark, prefix: str) -> dict[str, object]:
    severity = "major" if remark.failure is not None else _SEVERITIES.get(Rule(remark.rule), "major")
    # no lone surrogates: GitLab takes a report with one in it for no JSON
    path = (prefix + remark.place.path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return {
        "description": one_line(remark.what),
        "check_name": one_line(remark.rule),
        "fingerprint": remark.mark,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": remark.place.line}},
    }
