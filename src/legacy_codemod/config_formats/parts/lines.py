"""Bytes of a config file → its lines, and back into the very same bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

# Only a line feed ends a line, as for git: `str.splitlines` knows a dozen more, which may stand inside a value.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True)
class Lines:
    """A file as lines with their ends; indexes count from 0. What is no UTF-8 is surrogate-escaped."""

    bom: bytes
    raw: tuple[str, ...]

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(line.rstrip("\r\n") for line in self.raw)

    def end(self, index: int) -> str:
        """How the line ends: a line feed, the same after a carriage return, or nothing on the last line."""
        return self.raw[index][len(self.bodies[index]) :]


def read(content: bytes) -> Lines:
    """The lines of ``content``."""
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return Lines(bom, tuple(_LINE.findall(content[len(bom) :].decode("utf-8", "surrogateescape"))))


def indent(body: str) -> int:
    """Columns of white space that ``body`` begins with."""
    return len(body) - len(body.lstrip(" \t"))


def is_comment(body: str) -> bool:
    """Whether the line is a comment and nothing else."""
    return body.lstrip().startswith("#")
