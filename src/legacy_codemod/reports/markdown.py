"""A verdict into Markdown for a review: totals, items with the reasons of each, refusals and findings; no code."""

from __future__ import annotations

from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sections import found, items, overview, refused


def render(verdict: Verdict, page: Page) -> bytes:  # noqa: ARG001  a document has no width
    """The page as UTF-8. It holds no content of any file, so no value of one either."""
    lines = [*overview(verdict), "", "## Items", *items(verdict), *refused(verdict), *found(verdict)]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
