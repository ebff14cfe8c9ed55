"""A command line of the inventory → its exit code and the last lines it printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod import commands

_LONGEST_LINE: Final = 500  # characters


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one command may take, in seconds, and how many of its last lines are kept."""

    seconds: float = 3600
    lines: int = 40


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What became of one command; ``output`` is the end of what it printed on both streams."""

    command: str
    exit_code: int  # negative: ended by that signal
    output: str
    seconds: float
    timed_out: bool = False

    @property
    def passed(self) -> bool:
        """Whether it ended in time with exit code 0."""
        return self.exit_code == 0 and not self.timed_out


def run(command: str, folder: Path, environment: Mapping[str, str], limits: Limits) -> CommandResult:
    """Run ``command`` through the shell in ``folder``; what it started ends with it, past its time, or on Ctrl-C."""
    ended = commands.run(commands.Command(command, folder, environment), limits.seconds)
    output = _last_lines(ended.printed, limits.lines)
    return CommandResult(command, ended.exit_code, output, ended.seconds, ended.timed_out)


def _last_lines(printed: bytes, count: int) -> str:
    lines = printed.decode("utf-8", "replace").splitlines()
    return "\n".join(line[:_LONGEST_LINE] for line in lines[-count:])
