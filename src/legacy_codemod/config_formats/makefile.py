"""A Makefile → the lines that set or export a variable.

Source: https://www.gnu.org/software/make/manual/html_node/Setting.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out

EXAMPLE = "Makefile"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:GNU)?[Mm]akefile(?:[._-].+)?|.*\.(?:mk|mak|make)")
_DEFINE = re.compile(r" *(?:override +)?define\b")
# "test: export NAME = 1" sets it for one target
_LEAD = r" *(?:[^\s:#=]+(?: [^\s:#=]+)*:\s*)?(?:(?:override|private|export|unexport)\s+)*"
_EFFECTS = re.compile(r"!=|\$[({](?:shell|eval|call|file|error|warning|info)\b|`")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``Makefile``, ``GNUmakefile`` and ``*.mk``."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """Assignments with their continuations, and ``export NAME``. Recipes stay, and values that run something."""
    bodies = lines.bodies
    comments = commented_out(bodies, name)
    gone: set[int] = set()
    rewritten: dict[int, str] = {}
    for span in _statements(bodies):
        left = _without("\n".join(bodies[n] for n in span), name)
        if left == "" or span[0] in comments:
            gone.update(span)
        elif left is not None:
            rewritten[span[0]] = left
    return Marks(frozenset(gone), rewritten)


def _statements(bodies: Sequence[str]) -> Iterator[range]:
    """The lines of each statement with those it goes on over; no recipes, and no ``define``."""
    index, is_defining = 0, False
    while index < len(bodies):
        last = index
        while bodies[last].endswith("\\") and last + 1 < len(bodies):
            last += 1
        is_defining = is_defining or bool(_DEFINE.match(bodies[index]))
        if not is_defining and not bodies[index].startswith("\t"):
            yield range(index, last + 1)
        is_defining = is_defining and not re.match(r"\s*endef\b", bodies[index])
        index = last + 1


def _without(text: str, name: str) -> str | None:
    """The statement without ``name``; empty where nothing stays, ``None`` where it does not set it."""
    word = re.escape(name)
    first, _, rest = text.partition("\n")
    if re.fullmatch(rf"{_LEAD}{word}\s*(?:\?|:{{1,3}}|\+)?=.*| *(?:un)?export\s+{word}\s*(?:#.*)?", first):
        return None if _EFFECTS.search(text) else ""
    exported = re.fullmatch(r"( *(?:un)?export)((?:\s+[A-Za-z_]\w*)+)\s*", first)
    if rest or not exported or name not in exported.group(2).split():
        return None
    return exported.group(1) + re.sub(rf"\s+{word}(?!\w)", "", exported.group(2))
