"""A command that counts log records elsewhere → its counts, or why they cannot be had."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.commands import Command, run

_LONGEST: Final = 600  # seconds


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records a command counted; ``problem`` says why it did not."""

    legacy: int = 0
    total: int = 0
    problem: str = ""


def count(command: str, root: Path) -> Counts:
    """Run ``command`` through the shell in ``root`` and read the ``{"legacy": 0, "total": 12345}`` that it prints.

    What it prints besides is not shown: it may hold credentials.
    """
    done = run(Command(command, root, os.environ, with_errors=False), _LONGEST)
    if done.timed_out:
        return Counts(problem=f"took longer than {_LONGEST} seconds")
    if done.exit_code:
        return Counts(problem=f"ended with exit code {done.exit_code}")
    return _read(b"" if done.is_cut else done.printed)


def _read(printed: bytes) -> Counts:
    try:
        said = json.loads(printed)
        legacy, total = said["legacy"], said["total"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return Counts(problem='did not print {"legacy": 0, "total": 12345}')
    if not (_is_count(legacy) and _is_count(total) and legacy <= total):
        return Counts(
            problem="printed counts that are no whole numbers, or more legacy records than there are in total"
        )
    return Counts(legacy, total)


def _is_count(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number >= 0
