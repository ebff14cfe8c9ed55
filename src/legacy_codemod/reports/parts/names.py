"""Paths and text into bytes for git and into text for a terminal, with nothing in them that either would obey."""

from __future__ import annotations

import re

_ESCAPES = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
# C0 and C1 controls, DEL, lone surrogates, and the marks that reorder or hide text on a screen
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def raw(path: str) -> bytes:
    """The bytes of a path: undecodable ones were surrogate-escaped when it was read."""
    return path.encode("utf-8", "surrogateescape")


def quoted(prefix: str, path: str) -> bytes:
    """``a/`` or ``b/`` and the path, in C quotes where git would quote it (``core.quotePath`` on, as by default)."""
    name = raw(prefix + path)
    if all(32 <= byte < 127 and byte not in _ESCAPES for byte in name):
        return name
    return b'"' + "".join(_escaped(byte) for byte in name).encode() + b'"'


def shown(text: str) -> str:
    r"""``text`` with every character that a terminal would act on written out as ``\x1b``; tabs are kept."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] == "\t" else _written_out(found[0]), text)


def one_line(text: str) -> str:
    """Like ``shown``, without tabs: for paths, titles and reasons."""
    return shown(text).replace("\t", "\\t")


def _escaped(byte: int) -> str:
    if byte in _ESCAPES:
        return _ESCAPES[byte]
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"


def _written_out(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # surrogate-escaped: show the byte that it stands for
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
