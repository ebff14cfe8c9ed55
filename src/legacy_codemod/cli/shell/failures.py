"""An exception into one message on stderr and an exit code; a traceback is never shown unless it is asked for."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback

from legacy_codemod.errors import CodemodError, ExitCode
from legacy_codemod.reports.parts.names import one_line


def tell(error: BaseException) -> int:
    """Say what went wrong and return the exit code that belongs to it."""
    if os.environ.get("CODEMOD_DEBUG") == "1":
        traceback.print_exception(error)
    message, code = _told(error)
    warn(f"codemod: {message}")
    return code


def warn(message: str) -> None:
    """``message`` on stderr, line by line, with nothing in it that a terminal would obey."""
    if sys.stderr is None:  # there never was anyone to read it
        return
    try:
        sys.stderr.write("".join(f"{one_line(line)}\n" for line in message.split("\n")))
        sys.stderr.flush()
    except OSError:  # whoever read it has gone
        with contextlib.suppress(OSError, ValueError):
            # some Pythons flush stderr once more when they end, and end with 120 where that fails
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _told(error: BaseException) -> tuple[str, int]:
    match error:
        case CodemodError():
            return str(error), error.exit_code
        case KeyboardInterrupt():
            return "stopped; nothing was created", ExitCode.STOPPED
        case OSError():
            named = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
            return f"{named}{error.strerror or error}", ExitCode.USAGE
        case MemoryError():
            return "there is not enough memory for this", ExitCode.USAGE
    if hasattr(error, "format_message"):  # a usage error: typer brings its own click, or uses the one installed
        return _usage(error), ExitCode.USAGE
    return (
        f"this is a bug in codemod: {type(error).__name__}: {error}\n"
        "  Please report it with what CODEMOD_DEBUG=1 adds to the same command.",
        ExitCode.USAGE,
    )


def _usage(error: BaseException) -> str:
    what = getattr(error, "format_message")()  # noqa: B009  no class is named, see above
    asked = getattr(error, "ctx", None)
    path = asked.command_path if asked else "codemod"
    return f"{what}\n  `{path} --help` lists what there is."
