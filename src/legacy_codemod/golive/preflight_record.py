"""The checks before the cutover → a dated Markdown record that holds no key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from legacy_codemod.golive.checks import Check
from legacy_codemod.golive.preflight import ROWS


def record(checks: Sequence[Check], now: datetime, commit: str) -> bytes:
    """The record."""
    good = sum(check.passed for check in checks)
    verdict = "ready for the cutover" if good == len(checks) else "not ready for the cutover"
    lines = [
        f"# Before the cutover: {now:%Y-%m-%d %H:%M} UTC",
        "",
        f"{good} of {len(checks)} rows pass: **{verdict}**." + (f" Commit {commit}." if commit else ""),
        "",
        "| row | what must be true | outcome | what was seen |",
        "|---|---|---|---|",
        *(f"| {check.name} | {ROWS[check.name]} | {check.outcome.value} | {_cell(check.said)} |" for check in checks),
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _cell(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    for sign in "\\|<`*_[":
        plain = plain.replace(sign, f"\\{sign}")
    return plain
