"""What goes wrong for a user: a place, a next step, and the exit code that the command line gives it."""

from __future__ import annotations

from enum import IntEnum

from legacy_codemod.model import Place


class ExitCode(IntEnum):
    """The contract of the command line."""

    OK = 0
    FOUND = 1  # something would change, was found, or is not yet true
    USAGE = 2  # usage, unreadable inventory, not a git repository
    REFUSED = 3  # gate, refusal or verify failed: nothing was created
    STOPPED = 130  # what a shell reports for a program that Ctrl-C ended


class CodemodError(Exception):
    """An error meant for the user: what, where, and what to do next.

    ``str(error)`` is the whole message on at most three lines; it never holds a value read from an env file.
    """

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(self, what: str, *, place: Place | None = None, next_step: str = "") -> None:
        self.what, self.place, self.next_step = what, place, next_step
        where = f"{place.exact}: " if place else ""
        super().__init__(f"{where}{what}" + (f"\n  {next_step}" if next_step else ""))


class InventoryError(CodemodError):
    """The inventory cannot be read as version 1."""


class WorkspaceError(CodemodError):
    """The root is no git repository, or something in it cannot be read."""


class RefusedError(CodemodError):
    """The gate, a refusal or a verify command stopped the work; nothing was created."""

    exit_code = ExitCode.REFUSED


class StoppedError(CodemodError):
    """Ctrl-C, or a request to end, when something had already been created."""

    exit_code = ExitCode.STOPPED
