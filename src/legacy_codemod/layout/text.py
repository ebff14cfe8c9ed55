"""Bytes of a Python file into text with offsets, and back into the very same bytes."""

from __future__ import annotations

import codecs
import io
import re
import tokenize
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# What Python's own tokenizer takes for the end of a line; `str.splitlines` knows a dozen more.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Text:
    """A decoded file. Lines count from 1, offsets from 0 in characters of ``text``."""

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset of each line's first character."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def newline(self) -> str:
        """The file's first line end, or a line feed."""
        match = _LINE_END.search(self.text)
        return match.group() if match else "\n"

    @property
    def line_count(self) -> int:
        """Lines, where a final newline begins no further line."""
        return len(self.starts) - (self.starts[-1] == len(self.text) and len(self.starts) > 1)

    def line_of(self, offset: int) -> int:
        """The line that holds ``offset``."""
        return bisect_right(self.starts, offset)

    def start(self, line: int) -> int:
        """Offset of the first character of ``line``; the end of the text past the last line."""
        return self.starts[line - 1] if line <= len(self.starts) else len(self.text)

    def line(self, line: int) -> str:
        """The text of ``line`` without its line end."""
        return self.text[self.start(line) : self.start(line + 1)].rstrip("\r\n")

    def indent(self, line: int) -> str:
        """The white space that ``line`` begins with."""
        content = self.line(line)
        return content[: len(content) - len(content.lstrip(" \t\f"))]

    def is_blank(self, line: int) -> bool:
        """Whether ``line`` holds nothing but white space."""
        return not self.line(line).strip()

    def is_comment(self, line: int) -> bool:
        """Whether ``line`` holds a comment and nothing else (or lies in a string that looks so)."""
        return self.line(line).lstrip().startswith("#")

    def offset(self, line: int, utf8_column: int) -> int:
        """The offset of a position as ``ast`` gives it (columns in UTF-8 bytes)."""
        start = self.start(line)
        content = self.text[start : self.start(line + 1)]
        if content.isascii():
            return start + utf8_column
        return start + len(content.encode("utf-8", "surrogatepass")[:utf8_column].decode("utf-8", "surrogatepass"))

    def encode(self) -> bytes:
        """The bytes this text stands for."""
        return self.bom + self.text.encode(self.encoding)


def decode(content: bytes) -> Text:
    """Read ``content`` as Python does: BOM, coding cookie, else UTF-8.

    Raises:
        SyntaxError: the cookie names no encoding, or contradicts the BOM.
        UnicodeDecodeError: the bytes are not in that encoding.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    if encoding == "utf-8-sig":
        return Text(content[len(codecs.BOM_UTF8) :].decode("utf-8"), "utf-8", codecs.BOM_UTF8)
    return Text(content.decode(encoding), encoding)


def printable(text: str) -> str:
    """``text`` on one line of valid UTF-8: newlines and undecodable bytes as escapes."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def one_line(text: str) -> str:
    """The same, with each run of white space as one blank."""
    return printable(" ".join(text.split()))
