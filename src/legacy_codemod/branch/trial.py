"""A commit and the inventory's ``verify`` commands → what each of them says, in a throw-away checkout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from legacy_codemod.branch.checkout import command_environment, throw_away, tracked
from legacy_codemod.branch.redaction import redact, secrets
from legacy_codemod.branch.shell import CommandResult, Limits, run
from legacy_codemod.sources.repository import Repository, locate


@dataclass(frozen=True, slots=True)
class Trial:
    """A checkout to run commands in: its folder for the root, their environment, and what they must not show."""

    folder: Path
    environment: dict[str, str]
    hidden: tuple[str, ...]

    def run(self, command: str, limits: Limits) -> CommandResult:
        """What ``command`` says; values of env files are hidden in its output."""
        said = run(command, self.folder, self.environment, limits)
        return replace(said, output=redact(said.output, self.hidden))


@contextmanager
def trial(repository: Repository, commit: str) -> Iterator[Trial]:
    """A throw-away checkout of ``commit``; raises ``WorkspaceError`` where it cannot be made."""
    with throw_away(repository, commit) as top:
        folder = top / repository.prefix
        folder.mkdir(parents=True, exist_ok=True)  # the plan may have emptied it
        # Values of the user's own .env may be in the environment that the commands inherit.
        hidden = secrets([*tracked(top), *repository.root.glob("*env*")])
        yield Trial(folder, command_environment(folder), hidden)


def run_commands(
    root: Path, commit: str, commands: tuple[str, ...], limits: Limits | None = None
) -> tuple[CommandResult, ...]:
    """Run ``commands`` one after the other on ``commit``, in the folder that stands for ``root``.

    The first one that fails is the last one run. The commit need not be on any branch. Neither the user's files nor
    the user's repository are written.

    Raises ``WorkspaceError``: the commit cannot be checked out.
    """
    if not commands:
        return ()
    results: list[CommandResult] = []
    with trial(locate(root), commit) as prepared:
        for command in commands:
            results.append(prepared.run(command, limits or Limits()))
            if not results[-1].passed:
                break
    return tuple(results)
