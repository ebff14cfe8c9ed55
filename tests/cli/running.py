"""What a command that was run said, and the environment of a user who has set nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
IDENTITY = {f"GIT_{role}_{field}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


def environment(home: Path) -> dict[str, str]:
    """The environment of a user who has set nothing, with ``home`` as home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CODEMOD_", "PYTHON"))}
    plain = {"HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "COLUMNS": "80"}
    return kept | plain | IDENTITY | {"PYTHONPATH": str(SOURCE), "GIT_CEILING_DIRECTORIES": str(home)}
