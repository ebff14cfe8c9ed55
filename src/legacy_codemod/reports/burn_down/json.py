"""A series into one JSON document for programs."""

from __future__ import annotations

import json

from legacy_codemod.burn_down.series import Series
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.told_series import moment

VERSION = 1  # of this document; a key may be added under the same number, none changes its meaning


def render(series: Series, page: Page) -> bytes:  # noqa: ARG001  a document has no width
    """The document as ASCII JSON, indented, with a newline at its end; times are UTC."""
    document = {
        "version": VERSION,
        "names": list(series.names),
        "commits": series.commits,
        "missing": series.missing,
        "points": [
            {"commit": each.commit, "time": moment(each).isoformat(), "lines": each.lines, "files": each.files}
            for each in series.points
        ],
    }
    return json.dumps(document, indent=2).encode("ascii") + b"\n"
