"""Files that are written to hold values into what may be shown of them: names, and never a value."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from legacy_codemod.config_formats import holds_values

_ENV_FILE = re.compile(r"(.*\.)env(\.(?!py$).+)?|\.envrc")
_KEY = re.compile(r"""([\s#;/]*(?:-\s+)*(?:export\s+)?["']?[^\s"'=:]+["']?\s*(?:=|:(?=\s|$)))(\s*)(.*)""", re.DOTALL)
_TELLS = re.compile(r"[^\s{}\[\](),|>]")
# "- name: API_KEY" holds no value, and neither does what a manifest is
_NAMES = re.compile(
    r"""["'\s-]*(?:(?:name|key)["']?\s*[:=]\s*["']?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+["']?|kind:\s*\w+|apiVersion:\s*[\w./]+),?"""
)


def holds_secrets(path: str, content: bytes) -> bool:
    """Whether a file is written to hold values: ``.env``, ``.envrc``, ``.env.example``, a compose file, a manifest."""
    return bool(_ENV_FILE.fullmatch(PurePosixPath(path).name)) or holds_values(path, content)


def without_value(line: str) -> str:
    """A line of such a file, with what may be a secret replaced by ``…``: a name is shown, its value never."""
    if not re.search(r"\w", line) or _NAMES.fullmatch(line) or re.fullmatch(r"\s*\[[\w:.-]+\]\s*", line):
        return line
    if found := _KEY.fullmatch(line):
        key, space, value = found.groups()
        return f"{key}{space}{'…' if _TELLS.search(value) else value}"
    is_comment = line.lstrip().startswith(("#", ";", "//"))
    return line if is_comment and "=" not in line and ": " not in line else "…"
