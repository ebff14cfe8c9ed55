"""Bytes to stdout or, whole or not at all, to a file; and the page that stdout is."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TextIO

from legacy_codemod.errors import CodemodError
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page


def page() -> Page:
    """Stdout as a page: a terminal has an edge, and colours unless ``NO_COLOR`` is set; a pipe has neither."""
    return _page_on(sys.stdout)


def error_page() -> Page:
    """Stderr as a page, likewise."""
    return _page_on(sys.stderr)


def _page_on(stream: TextIO | None) -> Page:
    if stream is None or not stream.isatty():
        return Page()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(shutil.get_terminal_size().columns, colour)


def on_terminal() -> bool:
    """Whether someone is looking at stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(text: str = "") -> None:
    """One line on stdout, with nothing in it that a terminal would obey."""
    show(f"{one_line(text)}\n".encode("utf-8", "backslashreplace"))


def show(content: bytes) -> None:
    """``content`` on stdout. Where the reader has gone (``| head``), what is left is dropped without a word."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        # python flushes stdout once more when it ends: let that go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def save(content: bytes, file: Path) -> None:
    """``content`` as ``file``: readers see the old file or the whole new one, also when this is killed.

    Raises:
        CodemodError: the folder is missing, or nothing can be written there.
    """
    try:
        if file.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if file.exists() and not file.is_file():  # /dev/stdout, a pipe: there is nothing to replace
            file.write_bytes(content)
            return
        _replace(content, file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CodemodError(f"cannot write {file}: {reason}", next_step="Name another file with -o.") from None


def _replace(content: bytes, file: Path) -> None:
    target = file.resolve()  # a symlink stays one
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as draft:
            draft.write(content)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
