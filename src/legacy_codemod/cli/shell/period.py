"""An inventory, logs and a git tag that were named → the burn-in to look at, and the day it begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from legacy_codemod.errors import CodemodError
from legacy_codemod.golive.burn_in import matching
from legacy_codemod.inventory import read
from legacy_codemod.model import BurnIn
from legacy_codemod.sources.git import attempt


@dataclass(frozen=True, slots=True)
class Evidenced:
    """What was named on the command line as evidence: logs, or a command that counts."""

    logs: tuple[str, ...] = ()
    command: str = ""


def period(inventory: Path, root: Path, named: Evidenced, since: date | None) -> BurnIn | None:
    """The inventory's burn-in, with what was ``named`` in place of its own; with a day, that is enough without one.

    Raises:
        CodemodError: the inventory cannot be read.
    """
    instead = bool(named.logs or named.command)
    given = BurnIn() if instead and since and not inventory.exists() else read(inventory, root).burn_in
    return replace(given or BurnIn(), logs=named.logs, command=named.command) if instead else given


def files(burn_in: BurnIn | None, root: Path) -> tuple[str, ...]:
    """The log files of ``burn_in``, relative to ``root``; raises as ``found`` does."""
    return found(burn_in.logs if burn_in else (), root)


def found(globs: tuple[str, ...], root: Path) -> tuple[str, ...]:
    """The log files that ``globs`` match, relative to ``root``.

    Raises:
        CodemodError: there are none.
    """
    paths = [path for pattern in globs for path in matching(pattern, root)]
    if not paths:
        raise CodemodError(f"no log was found below {root}", next_step="Name some: files, globs in quotes, or -.")
    return tuple(dict.fromkeys(paths))


def tagged(root: Path, tag: str) -> date:
    """The day of the commit that ``tag`` names, as its committer's clock had it.

    Raises:
        CodemodError: there is no such tag.
    """
    done = attempt(root, "log", "-1", "--format=%cd", "--date=format:%Y-%m-%d", f"refs/tags/{tag}^{{commit}}", "--")
    if done.returncode:
        raise CodemodError(f"{root} has no git tag {tag!r}", next_step="`git tag --list` shows those there are.")
    return date.fromisoformat(done.stdout.decode().strip())
