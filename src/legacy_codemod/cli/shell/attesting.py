"""``--attest ROW=NAME`` and questions on a terminal → who attests what nobody can try."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from legacy_codemod.cli.shell.output import on_terminal
from legacy_codemod.errors import CodemodError
from legacy_codemod.golive.preflight import ROWS
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.sources.git import attempt


def attested(given: Sequence[str]) -> dict[str, str]:
    """The names by row.

    Raises:
        CodemodError: there is no such row, or no name.
    """
    pairs = [(text, *text.partition("=")) for text in given]
    for text, row, _, name in pairs:
        if row not in ROWS:
            near = get_close_matches(row, ROWS, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"There are {', '.join(ROWS)}."
            raise CodemodError(f"the checklist has no row {row!r}", next_step=hint)
        if not name.strip():
            raise CodemodError(f"{text!r} names nobody", next_step=f"Write --attest {row}=NAME.")
    return {row: name.strip() for _, row, _, name in pairs}


def ask(row: str, what: str) -> str:
    """Who attests ``row``; nobody where no one can be asked."""
    if not (on_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        return ""
    sys.stdout.write(one_line(f"? {row}: {what}. Your name, if you attest it: "))
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def commit(root: Path) -> str:
    """The commit that is checked out, in short; nothing where there is none."""
    done = attempt(root, "rev-parse", "--short", "HEAD")
    return done.stdout.decode().strip() if done.returncode == 0 else ""
