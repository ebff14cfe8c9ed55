"""A justfile → the assignments of a variable.

Source: https://just.systems/man/en/setting-variables.html
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out

EXAMPLE = "justfile"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"\.?[Jj]ustfile|JUSTFILE|.*\.just")
_VALUE = r"(?:\"(?:\\.|[^\"\\])*\"|'[^']*'|[^\"'`#])*"


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``justfile``, ``.justfile`` and ``*.just``."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """Lines such as ``export NAME := "x"``; any other line of the same file that takes the value is a use.

    A value in backticks runs something, so its line stays.
    """
    word = re.escape(name)
    own = re.compile(rf"(?:export\s+)?{word}\s*:=\s*{_VALUE}(?:#.*)?")
    bare = re.compile(rf"(?<![\w\"'$]){word}(?![\w\"'])")
    # a recipe's body is indented: only {{ NAME }} and $NAME read it there
    gone = {n for n, body in enumerate(lines.bodies) if own.fullmatch(body)}
    gone |= {n for n in commented_out(lines.bodies, name) if not lines.bodies[n][:1].isspace()}
    uses = {
        n
        for n, body in enumerate(lines.bodies)
        if n not in gone and not body[:1].isspace() and not is_comment(body) and bare.search(body)
    }
    inside = re.compile(rf"\{{\{{[^}}]*(?<![\w\"']){word}(?![\w\"'])")
    uses |= {n for n, body in enumerate(lines.bodies) if inside.search(body)}
    return Marks(frozenset(gone), {}, frozenset(uses))
