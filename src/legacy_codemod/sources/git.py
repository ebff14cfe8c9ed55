"""A git command line → the bytes it prints: no locks, no network, and nothing run that a repository's config names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from legacy_codemod.errors import WorkspaceError

# What the user's shell may say to git. The rest (GIT_DIR, GIT_INDEX_FILE, GIT_TRACE, ...) is set by hooks and by
# scripts for another command than ours.
_KEPT: Final = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES")

_ENVIRONMENT: Final = {
    "LC_ALL": "C",  # messages we can read, and a byte-wise `git grep`
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",  # what is built must be what others get who lack our refs/replace
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # partial clones: git 2.45 and newer
    "GIT_ALLOW_PROTOCOL": "none",  # partial clones: every older git
}

# Stronger than any config file: what would run a program, write beside the index, or change what is printed.
_CONFIG: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.quotePath=false",
    "core.splitIndex=false",
    "core.untrackedCache=false",
    "diff.external=",
    "submodule.recurse=false",
    "grep.fallbackToNoIndex=false",
    "grep.fullName=false",
    "i18n.commitEncoding=UTF-8",
)
ARGUMENTS: Final = ("git", "--no-pager", *(part for setting in _CONFIG for part in ("-c", setting)))


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a git command: the user's, less what would redirect git, and ``extra``."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return ours | _ENVIRONMENT | dict(extra or {})


def attempt(
    where: Path, *arguments: str, given: bytes = b"", extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in ``where`` with ``given`` on its input; the exit code is for the caller to judge.

    Raises ``WorkspaceError``: git is not installed, or ``where`` is no folder.
    """
    command = [part.encode("utf-8", "surrogateescape") for part in (*ARGUMENTS, *arguments)]
    try:
        return subprocess.run(command, cwd=where, env=environment(extra), input=given, capture_output=True, check=False)
    except OSError as error:
        raise cannot_start(where, error) from error


def git(where: Path, *arguments: str, given: bytes = b"", extra: Mapping[str, str] | None = None) -> bytes:
    """What git prints.

    Raises ``WorkspaceError``: git is not installed, or it failed; the message is git's own.
    """
    done = attempt(where, *arguments, given=given, extra=extra)
    if done.returncode:
        raise WorkspaceError(f"`git {arguments[0]}` failed: {complaint(done.stderr)}", next_step=REPAIR)
    return done.stdout


REPAIR: Final = "`git fsck` shows whether the repository is sound."


def complaint(printed: bytes) -> str:
    """The first line that git printed as an error, without its prefix."""
    lines = printed.decode("utf-8", "replace").splitlines()
    chosen = next(
        (line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "no message"
    )
    return chosen.removeprefix("fatal: ").removeprefix("error: ")


def cannot_start(where: Path, error: OSError) -> WorkspaceError:
    """The message for a git that could not be started."""
    if not where.is_dir():
        return WorkspaceError(f"{where} is not a folder", next_step="Name the folder of a git repository with --root.")
    if isinstance(error, FileNotFoundError):
        return WorkspaceError("git was not found", next_step="Install git 2.30 or newer and put it on PATH.")
    return WorkspaceError(f"git could not be started: {error.strerror}", next_step="Check that `git --version` works.")
