"""A file into the same lines without what does nothing there: comments, and texts that a shell takes as they stand."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_SHELLS = frozenset({".sh", ".bash", ".zsh", ".ksh", ".bats"})
_SHEBANG = re.compile(r"#!.*\b(?:ba|z|k|da)?sh\b")
_SLASHED = re.compile(
    r"\.(?:[cm]?[jt]sx?|vue|svelte|astro|go|java|kts?|scala|groovy|gradle|rs|php|cs|fs|[ch]|cc|[ch]pp|m|swift|dart|zig)",
    re.IGNORECASE,
)
_TEMPLATES = frozenset(
    {".html", ".htm", ".jinja", ".jinja2", ".j2", ".tmpl", ".tpl", ".hbs", ".erb", ".mustache", ".xml"}
)
# a string before a comment, so that a `//` or `#` in it is none
_STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"
_IN_SLASHED = re.compile(rf"({_STRING})|(?<![:\w])//[^\n]*|/\*.*?\*/", re.DOTALL)
_IN_TEMPLATES = re.compile(
    r"()(?:\{#.*?#\}|\{%-?\s*comment\b.*?endcomment\s*-?%\}|\{\{!--.*?--\}\}|\{\{![^{}]*\}\}|<%#.*?%>|\{/\*.*?\*/\})",
    re.DOTALL,
)
_IN_HASHED = re.compile(rf"({_STRING})|(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
# `sh -c '…'` and their like hand the text to another shell, which reads what is in it
_HANDED_ON = re.compile(r"\b(?:(?:ba|z|k|da)?sh\s+(?:-\w+\s+)*-\w*c|ssh|envsubst|eval|trap|watch|su)\b")
_HERE = re.compile(r"<<-?\s*(['\"\\])(\w+)")


def spoken(path: str, text: str) -> str:
    """``text`` with blanks for what does nothing; the lines stay where they are."""
    suffix = PurePosixPath(path).suffix.lower()
    if is_shell(path, text):
        return _of_shell(text)
    if _SLASHED.fullmatch(suffix):
        return _IN_SLASHED.sub(_blank, text)
    if suffix in _TEMPLATES:
        return _IN_TEMPLATES.sub(_blank, text)
    return text if suffix in (".json", ".ipynb") else _IN_HASHED.sub(_blank, text)


def is_shell(path: str, text: str) -> bool:
    """Whether the file is a script of a shell, by its name or by its first line."""
    return PurePosixPath(path).suffix.lower() in _SHELLS or _SHEBANG.match(text) is not None


def _blank(found: re.Match[str]) -> str:
    return found[0] if found[1] else re.sub(r"[^\n]", " ", found[0])


def _of_shell(text: str) -> str:
    lines, ends = [], ""
    for line in text.split("\n"):
        if ends:
            ends = "" if line.strip() == ends else ends
            lines.append("")
            continue
        lines.append(_of_line(line))
        here = _HERE.search(line)
        ends = here[2] if here else ""
    return "\n".join(lines)


def _of_line(line: str) -> str:
    """A line without its comment and without what stands in single quotes; a text over several lines is not known."""
    kept = []
    for part in re.finditer(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|(?<!\S)#.*|\\.|.", line):
        quoted = part[0].startswith("'") and len(part[0]) > 1 and not _HANDED_ON.search(line)
        kept.append(" " * len(part[0]) if part[0].startswith("#") or quoted else part[0])
    return "".join(kept)
