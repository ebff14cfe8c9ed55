"""A config file and the name of an environment variable → the file without the lines that set it.

Each format is one module of this folder, found by its file name; a new one needs ``EXAMPLE``, ``fits`` and ``marks``,
and no list.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from legacy_codemod.config_formats.parts.cutting import Cut, cut_out
from legacy_codemod.config_formats.parts.languages import is_its_own, reading, surely
from legacy_codemod.config_formats.parts.lines import Lines, read
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.silent import is_shell, spoken
from legacy_codemod.config_formats.parts.uses import mentioning

__all__ = [
    "Cut",
    "cut",
    "cut_as",
    "example_path",
    "formats",
    "holds_values",
    "lines_naming",
    "lines_using",
    "live_lines",
    "spoken",
]


class Format(Protocol):
    """What a module of this folder offers.

    One whose files are programs or the settings of tools says ``SHOWN = True``; reports hide the values in all others.
    """

    EXAMPLE: str  # where a repository would have a file like the example of the catalogue

    def fits(self, path: str, lines: Lines) -> bool:
        """Whether the file is written in this format."""

    def marks(self, lines: Lines, name: str) -> Marks:
        """The lines that set ``name``, commented-out ones included."""


def cut(path: str, content: bytes, name: str) -> Cut | None:
    """``content`` without the lines that set ``name``; ``None`` where ``path`` is in no format of ours.

    Lines that are not cut keep their bytes. The lines that set ``name`` are cut also where others use it:
    ``Cut.uses`` says so, and the caller decides.
    """
    found = _format_of(path, content)
    return None if found is None else cut_as(found, content, name)


def cut_as(form: str, content: bytes, name: str) -> Cut:
    """The same for a file in the format ``form``, one of ``formats()``, whatever its name."""
    lines = read(content)
    return cut_out(lines, _format(form).marks(lines, name), name)


def example_path(form: str) -> str:
    """Where a repository would have a file like the example of ``form``."""
    return _format(form).EXAMPLE


def holds_values(path: str, content: bytes) -> bool:
    """Whether a file is written to hold values, so that reports hide them; programs and settings of tools are not."""
    found = _format_of(path, content)
    return found is not None and not getattr(_format(found), "SHOWN", False)


def lines_using(path: str, content: bytes, name: str) -> tuple[int, ...]:
    """Lines, from 1, of a file in no format of ours that read the variable: ``$NAME``, ``process.env.NAME``."""
    return reading(path, read(content).bodies, name)


def lines_naming(content: bytes, name: str) -> tuple[int, ...]:
    """Lines, from 1, that hold ``name`` as a whole word."""
    return mentioning(read(content).bodies, name)


def live_lines(path: str, content: bytes, names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each of ``names``: lines, from 1, of a file in whatever format that certainly set or read it; no comments."""
    lines, found = read(content), _format_of(path, content)
    text = spoken(path, "\n".join(lines.bodies))
    return {name: _live(path, (lines, text), name, found) for name in names}


def _live(path: str, file: tuple[Lines, str], name: str, found: str | None) -> tuple[int, ...]:
    lines, text = file
    live = set(surely(path, text, name, is_config=found is not None))
    if found is not None and not (is_shell(path, text) and is_its_own(text, name)):
        marks = _format(found).marks(lines, name)
        said = set(mentioning(lines.bodies, name))
        setting = {index + 1 for index in {*marks.gone, *marks.rewritten} if index + 1 in said}
        live |= {n + 1 for n in marks.uses} | setting
        live -= {n for n in live if lines.bodies[n - 1].lstrip().startswith(marks.comments)}
    return tuple(sorted(live))


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats there are, in order; packages in this folder are parts of formats, not formats."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if not module.ispkg))


def _format_of(path: str, content: bytes) -> str | None:
    """The format of a file. One of Python is in none, be it called ``Procfile.py``: for that, none is loaded."""
    if path.endswith(".py"):
        return None
    lines = read(content)
    return next((each for each in formats() if _format(each).fits(path, lines)), None)


@cache
def _format(name: str) -> Format:
    return cast(Format, import_module(f"{__name__}.{name}"))
