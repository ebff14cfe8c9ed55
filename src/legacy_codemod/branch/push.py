"""A branch → on its remote, as the user's own git pushes it: with the settings, credentials and hooks of the user."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from legacy_codemod.branch.checkout import users_environment
from legacy_codemod.errors import CodemodError
from legacy_codemod.sources.git import attempt, complaint
from legacy_codemod.sources.repository import locate

_SCP: Final = re.compile(r"(?:[^@/]+@)?([^:/]+):(?!//)")  # git@github.com:owner/name


@dataclass(frozen=True, slots=True)
class Remote:
    """Where branches are pushed to; ``target`` is the branch that is checked out, ``""`` on a detached HEAD."""

    name: str
    host: str  # "" for a folder
    target: str


def remote(root: Path) -> Remote | None:
    """The remote that the user pushes to: as the settings say, else ``origin``, else the only one there is."""
    top = locate(root).top
    names = attempt(top, "remote").stdout.decode("utf-8", "replace").splitlines()
    names = [name for name in names if not name.startswith("-")]  # which `git push` would take for an option
    target = _said(top, "symbolic-ref", "--quiet", "--short", "HEAD")
    wished = (
        _said(top, "config", "--get", "remote.pushDefault"),
        _said(top, "config", "--get", f"branch.{target}.remote"),
        "origin",
        *(names if len(names) == 1 else ()),
    )
    name = next((each for each in wished if each in names), "")
    return Remote(name, _host(_said(top, "remote", "get-url", "--push", name)), target) if name else None


def push(root: Path, to: Remote, branch: str) -> None:
    """``git push <remote> <branch>``, and nothing more forceful.

    Raises ``CodemodError``: git could not.
    """
    top = locate(root).top
    command = ("git", "push", to.name, branch)
    try:
        done = subprocess.run(
            command, cwd=top, env=users_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError as error:
        raise CodemodError(f"git could not be started: {error.strerror}") from None
    if done.returncode:
        next_step = f"The branch is made. Push it yourself: git push {to.name} {branch}"
        raise CodemodError(f"`git push {to.name} {branch}` failed: {complaint(done.stderr)}", next_step=next_step)


def _said(top: Path, *arguments: str) -> str:
    return attempt(top, *arguments).stdout.decode("utf-8", "replace").rstrip("\n")


def _host(address: str) -> str:
    if "://" in address:
        try:
            return (urlsplit(address).hostname or "").lower()
        except ValueError:
            return ""
    found = _SCP.match(address)
    return found[1].lower() if found else ""
