"""A shell script, ``.envrc`` included → the statements that do nothing but set a variable.

Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_01
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from legacy_codemod.config_formats.parts.lines import Lines, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.shell_lines import WORD, assigned, statements

SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r".*\.(?:sh|bash|zsh|ksh)|\.envrc(?:\..+)?|\.(?:bash|zsh)(?:rc|env)|\.(?:bash_)?profile")
_SHEBANG = re.compile(r"#!.*\b(?:ba|da|k|z)?sh\b")
_BUILTIN = re.compile(r"\s*(?:(?:export|readonly|unset|(?:declare|typeset)\s+-\w+)\s+)?")
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


def _without(body: str, name: str) -> str | None:
    """The statement without ``name``; empty where nothing stays, ``None`` where it is none of ours."""
    builtin = _BUILTIN.match(body)
    start = builtin.end() if builtin else 0
    words = list(WORD.finditer(body, start))
    rest = WORD.sub("", body[start:]).strip()
    is_plain = bool(body[:start].strip()) or all("=" in word.group() for word in words)
    if is_comment(body) or not is_plain or (rest and not re.match(r";?\s*(?:#.*)?$", rest)):
        return _with_comment(body, start, name)
    mine = [word for word in words if assigned(word.group()) == name]
    if not mine or not all(assigned(word.group()) for word in words):
        return None
    if len(mine) == len(words):
        return ""
    for word in reversed(mine):
        following = len(body[word.end() :]) - len(body[word.end() :].lstrip())
        is_first = word.start() == start
        body = body[: word.start()] + body[word.end() + following :] if is_first else _joined(body, word)
    return body


def _joined(body: str, word: re.Match[str]) -> str:
    return body[: word.start()].rstrip() + body[word.end() :]


def _with_comment(body: str, start: int, name: str) -> str | None:
    """The same for a line with a comment behind the statement, which goes with it."""
    code, mark, _ = body.partition(" #")
    return _without(code, name) if mark and not is_comment(body) and start <= len(code) else None


def _is_all(bodies: Sequence[str], span: range, gone: Collection[int]) -> bool:
    """Whether nothing else stands between what opens a block above and what closes it below."""
    passed = {n for n, body in enumerate(bodies) if n in gone or not body.strip() or is_comment(body)}
    above = next((bodies[n] for n in range(span[0] - 1, -1, -1) if n not in passed), "")
    below = next((bodies[n] for n in range(span[-1] + 1, len(bodies)) if n not in passed), "")
    return bool(_OPENS.search(above) and _CLOSES.match(below))
