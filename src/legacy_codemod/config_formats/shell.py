"""A shell script, ``.envrc`` included → the statements that do nothing but set a variable.

Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_01
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.shell_lines import WORD, assigned, statements

EXAMPLE = "deploy/start.sh"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r".*\.(?:sh|bash|zsh|ksh)|\.envrc(?:\..+)?|\.(?:bash|zsh)(?:rc|env)|\.(?:bash_)?profile")
_SHEBANG = re.compile(r"#!.*\b(?:ba|da|k|z)?sh\b")
_BUILTIN = re.compile(r"\s*(?:(?:export|readonly|unset|(?:declare|typeset)\s+-\w+)\s+)?")
_REST = re.compile(r"\s*(?:;\s*)?(?:(?:(?<=[\s;])|^)#.*)?")
_OPENS = re.compile(r"(?:(?:^|[\s;])(?:then|do|else)|[{(])\s*(?:#.*)?$")
_CLOSES = re.compile(r"\s*(?:fi|done|else|elif|[})])(?![\w-])")


def fits(path: str, lines: Lines) -> bool:
    """``*.sh``, ``.envrc``, and a file without a suffix whose first line names a shell."""
    file = path.rpartition("/")[2]
    return bool(_FILE.fullmatch(file)) or ("." not in file and bool(_SHEBANG.match("".join(lines.bodies[:1]))))


def marks(lines: Lines, name: str) -> Marks:
    """Lines such as ``export NAME=…``; one that is all that a branch, a loop or a function holds stays."""
    bodies = lines.bodies
    whole = statements(bodies)
    gone = commented_out(bodies, name) & {span[0] for span in whole}
    rewritten: dict[int, str] = {}
    for span in whole:
        left = _without("\n".join(bodies[n] for n in span), name)
        if left and len(span) == 1:
            rewritten[span[0]] = left
        elif left == "" and not _is_all(bodies, span, gone):
            gone |= set(span)
    return Marks(gone, rewritten)


def _without(statement: str, name: str) -> str | None:
    """The statement without ``name``; empty where nothing stays, ``None`` where it is none of ours."""
    builtin = _BUILTIN.match(statement)
    start = builtin.end() if builtin else 0
    words = list(_words(statement, start))
    end = words[-1].end() if words else start
    has_builtin = bool(statement[:start].strip())
    if not _REST.fullmatch(statement, end) or not all(
        _is_assignment(word.group(), has_builtin=has_builtin) for word in words
    ):
        return None
    mine = [n for n, word in enumerate(words) if assigned(word.group()) == name]
    if len(mine) == len(words):
        return "" if mine else None
    for n in reversed(mine):
        first, last = (words[n].start(), words[n + 1].start()) if n == 0 else (words[n - 1].end(), words[n].end())
        statement = statement[:first] + statement[last:]
    return statement if mine else None


def _words(statement: str, start: int) -> Iterator[re.Match[str]]:
    while word := WORD.match(statement, start):
        yield word
        start = word.end() + len(statement[word.end() :]) - len(statement[word.end() :].lstrip(" \t"))


def _is_assignment(word: str, *, has_builtin: bool) -> bool:
    # "export NAME" names a variable, "NAME" alone is a command
    return bool(assigned(word)) and (has_builtin or "=" in word)


def _is_all(bodies: Sequence[str], span: range, gone: Collection[int]) -> bool:
    """Whether nothing else stands between what opens a block above and what closes it below."""
    passed = {n for n, body in enumerate(bodies) if n in gone or not body.strip() or is_comment(body)}
    above = next((bodies[n] for n in range(span[0] - 1, -1, -1) if n not in passed), "")
    below = next((bodies[n] for n in range(span[-1] + 1, len(bodies)) if n not in passed), "")
    return bool(_OPENS.search(above) and _CLOSES.match(below))
