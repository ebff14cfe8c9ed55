"""Items of an inventory into the commits of `codemod apply` that took them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.layout.text import one_line
from legacy_codemod.model import Item
from legacy_codemod.sources.git import attempt

_TRAILER = "Retired"
_REVERTS = "This reverts commit "  # as `git revert` says it


@dataclass(frozen=True, slots=True)
class Retired:
    """The commit that took an item out: its short hash and its day, ``2026-11-25``."""

    commit: str
    day: str


def trailer(item: Item) -> str:
    """The line by which the message of a commit says that it took ``item`` out."""
    return f"{_TRAILER}: {one_line(item.title)}"


def retired(where: Path, items: Iterable[Item], tip: str) -> dict[Item, Retired]:
    """The newest commit below ``tip`` for each of ``items`` that has one.

    A squashed merge counts too: the line stands in its message wherever the commits' own messages went. One that a
    later commit reverts has taken nothing out; a revert that is reverted has put nothing back.
    """
    lines = {trailer(item): item for item in items}
    if not lines:
        return {}
    wanted = (f"--grep=^[ *]*{_TRAILER}: ", f"--grep=^{_REVERTS}[0-9a-f]")
    done = attempt(where, "log", "--no-color", "-z", "--format=%H%n%h%n%cs%n%B", *wanted, tip, "--")
    found: dict[Item, Retired] = {}
    reverted: set[str] = set()
    records = done.stdout.decode("utf-8", "replace").split("\0") if not done.returncode else []
    for record in filter(None, records):  # newest first
        whole, commit, day, *message = record.split("\n")
        if whole in reverted:
            continue
        for line in message:
            if line.startswith(_REVERTS):
                reverted.add(line.removeprefix(_REVERTS).strip(" .\r"))
            item = lines.get(line.strip(" *"))
            if item is not None:
                found.setdefault(item, Retired(commit, day))
    return found


def is_shallow(where: Path) -> bool:
    """Whether the history ends before its beginning, so that nothing is known of what lies there."""
    return attempt(where, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
