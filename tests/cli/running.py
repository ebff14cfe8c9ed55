"""What a command that was run said, and the environment of a user who has set nothing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a command drew on a terminal, and its exit code."""

    code: int
    drawn: bytes


def environment(home: Path) -> dict[str, str]:
    """The environment of a user who has set nothing, with ``home`` as home folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CODEMOD_", "PYTHON"))}
    plain = {"HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "COLUMNS": "80"}
    return kept | plain | IDENTITY | {"PYTHONPATH": str(SOURCE), "GIT_CEILING_DIRECTORIES": str(home)}


def in_terminal(work: Path, *arguments: str, **extra: str) -> Drawn:
    """Run ``codemod`` with stdout and stderr on one terminal; its size is what COLUMNS and LINES say."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "legacy_codemod", *arguments]
    own = environment(work.parent) | {"TERM": "xterm-256color"} | extra
    started = subprocess.Popen(command, cwd=work, env=own, stdin=subprocess.DEVNULL, stdout=inner, stderr=inner)
    os.close(inner)
    drawn = b""
    while piece := _read(outer):
        drawn += piece
    code = started.wait()
    os.close(outer)
    return Drawn(code, drawn)


def _read(terminal: int) -> bytes:
    """The next bytes; on Linux the end of a terminal is an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
