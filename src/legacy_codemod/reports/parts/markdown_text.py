"""Text of other people into Markdown that shows it and obeys nothing of it: no tag, link, mention or emphasis."""

from __future__ import annotations

import re

from legacy_codemod.reports.parts.names import one_line

_ACTS = re.compile(r"([\\`*\[\]<>&|~$]|^[#+-]|^\d+[.)]|(?<!\w)_|_(?!\w))")
# A mention, and an issue, request or commit by number: a forge acts on these wherever they stand, but in code.
_CALLS = re.compile(r"(?<![\w`])(@[\w./-]+|[\w./-]*[#!]\d+|[\w.-]+@[\w.-]+|https?://\S+|www\.\S+)")


def code(text: str) -> str:
    """``text`` as a span of code, in as many backticks as it takes."""
    line = one_line(text)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return f"{fence}{inner}{fence}" if line.strip() else "` `"


def prose(text: str) -> str:
    """``text`` as words on one line."""
    pieces = _CALLS.split(one_line(text))
    return "".join(code(piece) if at % 2 else _ACTS.sub(_escaped, piece) for at, piece in enumerate(pieces))


def _escaped(found: re.Match[str]) -> str:
    text = found[0]
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return named.get(text) or (f"{text[:-1]}\\{text[-1]}" if text[0].isdigit() else f"\\{text}")
