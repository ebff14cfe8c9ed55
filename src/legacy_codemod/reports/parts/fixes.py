"""What becomes of a file's lines into the fixes of SARIF: a region to take out, and what stands there instead."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from legacy_codemod.model import FileChange
from legacy_codemod.reports.parts.hunks import split
from legacy_codemod.reports.parts.replacements import Replacement
from legacy_codemod.reports.parts.secrets import holds_secrets
from legacy_codemod.reports.parts.standard import Object
from legacy_codemod.sources.words import is_binary

_BOM = b"\xef\xbb\xbf"  # whether it is a column of its own is not said, so such a file is counted in bytes


@dataclass(frozen=True, slots=True)
class Ruled:
    """A file before, with its lines measured."""

    lines: Sequence[bytes]
    offsets: Sequence[int]  # of each line's first byte, and of the end
    is_text: bool

    def replacement(self, one: Replacement) -> Object:
        """``artifactChange.replacements[]``."""
        start = self.offsets[one.start]
        region: dict[str, object] = {"byteOffset": start, "byteLength": self.offsets[one.end] - start}
        content = {"binary": b64encode(one.text).decode("ascii")}
        if self.is_text:
            region = self._columns(one) | region
            content = {"text": one.text.decode("utf-8")} | content
        return {"deletedRegion": region, **({"insertedContent": content} if one.text else {})}

    def _columns(self, one: Replacement) -> dict[str, object]:
        ends_open = one.end == len(self.lines) and one.end > 0 and not self.lines[-1].endswith(b"\n")
        end, column = one.end + 1, 1
        if ends_open:  # there is no line after the last one to end on
            end, column = one.end, len(self.lines[-1].decode("utf-8")) + 1
        start, first = (end, column) if one.start == one.end else (one.start + 1, 1)
        return {"startLine": start, "startColumn": first, "endLine": end, "endColumn": column}


def ruled(file: FileChange) -> Ruled:
    """``file`` before its change."""
    lines = split(file.before)
    return Ruled(lines, [0, *accumulate(map(len, lines))], _is_text(file.before) and _is_text(file.after or b""))


def is_told(file: FileChange, each: Iterable[Replacement]) -> bool:
    """Whether fixes can be told: a file that holds values is only told what goes."""
    return not holds_secrets(file.path, file.before) or not any(one.text for one in each)


def _is_text(content: bytes) -> bool:
    if is_binary(content) or content.startswith(_BOM):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
