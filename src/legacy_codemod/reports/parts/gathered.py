"""Findings into what a list of them says: those of one file for one reason share a line, and none is left out."""

from __future__ import annotations

from collections.abc import Iterable

from legacy_codemod.model import Finding


def gathered(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Places and their reason, in order of the first of each: ``app/run.py:3, 9, 14``."""
    lines: dict[tuple[str, str], dict[int, None]] = {}
    for each in findings:
        lines.setdefault((each.place.path, each.reason), {})[each.place.line] = None
    return [(f"{path}:{', '.join(map(str, sorted(of)))}", reason) for (path, reason), of in lines.items()]
