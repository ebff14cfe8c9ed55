"""What a user has before a command: folders and repositories, made by functions that take the folder."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from running import environment

Situation = Callable[[Path], None]

INVENTORY = 'version: 1\nflags:\n  - env: USE_NEW\n    value: "true"\n'
CODE = """\
import os


def answer():
    if os.environ.get("USE_NEW") == "true":
        return "new"
    return "old"
"""


def files(**contents: str | bytes) -> Situation:
    """Files beside each other: ``app_py`` is ``app.py``, ``inventory`` is ``legacy-inventory.yaml``."""

    def set_up(work: Path) -> None:
        for name, content in contents.items():
            called = "legacy-inventory.yaml" if name == "inventory" else ".".join(name.rsplit("_", 1))
            (work / called).write_bytes(content if isinstance(content, bytes) else content.encode())

    return set_up


def git(*arguments: str) -> Situation:
    """A git command in the folder, blind to the settings of whoever runs the tests."""

    def set_up(work: Path) -> None:
        command = ["git", *arguments]
        subprocess.run(command, cwd=work, env=environment(work.parent), capture_output=True, check=True)

    return set_up


def both(*situations: Situation) -> Situation:
    """One situation after the other."""

    def set_up(work: Path) -> None:
        for situation in situations:
            situation(work)

    return set_up


def repository(**contents: str | bytes) -> Situation:
    """A repository with one commit of these files, and an inventory where they have none."""
    start = files(**{"inventory": INVENTORY, "app_py": CODE} | contents)
    return both(git("init", "-q"), start, git("add", "-A"), git("commit", "-qm", "start"))


def without_inventory(work: Path) -> None:
    """A repository whose inventory is not there."""
    repository()(work)
    (work / "legacy-inventory.yaml").unlink()


def folder(name: str) -> Situation:
    """An empty folder."""
    return lambda work: (work / name).mkdir()


def nothing(_: Path) -> None:
    """An empty folder, in no repository."""


def refs(work: Path) -> bytes:
    """Every ref of the repository: nothing that fails may leave one."""
    command = ["git", "for-each-ref"]
    return subprocess.run(command, cwd=work, env=environment(work.parent), capture_output=True, check=False).stdout
