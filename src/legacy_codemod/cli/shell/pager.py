"""A page that is longer than the terminal into the user's pager, with git's manners.

https://git-scm.com/docs/git-var#Documentation/git-var.txt-GITPAGER
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from legacy_codemod.cli.shell.output import on_terminal, show
from legacy_codemod.sources.git import attempt

DEFAULT = "less"
_SETTINGS = {"LESS": "FRX", "LV": "-c"}  # git's own: leave at once what fits, show colours, leave the page where it is
_NOT_STARTED = (126, 127)  # what a shell ends with where it cannot run a command


def show_paged(content: bytes) -> None:
    """``content`` on stdout; by a pager where stdout is a terminal that it is too long for.

    A pager that is missing, or that the reader leaves early, is no error.
    """
    command = pager() if on_terminal() and _is_long(content) else ""
    if not command or not _paged(content, command):
        show(content)


def pager() -> str:
    """The command, for the shell; empty where nothing is to stand between.

    The first that is set of CODEMOD_PAGER, GIT_PAGER, core.pager and PAGER counts, also where it is set to nothing.
    """
    environment, terminal = os.environ.get, os.environ.get("TERM")
    asked: tuple[Callable[[], str | None], ...] = (
        lambda: environment("CODEMOD_PAGER"),
        lambda: environment("GIT_PAGER"),
        _configured,
        lambda: environment("PAGER"),
        lambda: "" if terminal == "dumb" else DEFAULT,
    )
    command = next(found for ask in asked if (found := ask()) is not None).strip()
    return "" if command == "cat" or _is_missing(command) else command


def _configured() -> str | None:
    """``core.pager`` of the user or the machine: a repository's own settings start no program here."""
    done = attempt(Path(), "config", "--show-scope", "--null", "--get-all", "core.pager")
    fields = done.stdout.decode("utf-8", "replace").split("\0")
    users = [value for scope, value in zip(fields[::2], fields[1::2], strict=False) if scope in {"system", "global"}]
    return users[-1] if users else None


def _is_missing(command: str) -> bool:
    with suppress(ValueError):  # the shell will say what is wrong with its quotes
        words = shlex.split(command)
        return not words or ("=" not in words[0] and shutil.which(words[0]) is None)
    return False


def _is_long(content: bytes) -> bool:
    return content.count(b"\n") >= shutil.get_terminal_size().lines


def _paged(content: bytes, command: str) -> bool:
    """Whether the pager was there."""
    try:
        started = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=_SETTINGS | os.environ)
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's: it ends a search there
    try:
        assert started.stdin is not None
        with suppress(BrokenPipeError), started.stdin as writing:
            writing.write(content)
        return started.wait() not in _NOT_STARTED
    finally:
        signal.signal(signal.SIGINT, before)
