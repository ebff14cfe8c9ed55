"""``pytest.ini``, ``tox.ini`` and ``setup.cfg`` → the lines under ``env``, ``setenv`` and ``passenv`` with a variable.

Source: https://tox.wiki/en/latest/config.html#set_env and https://github.com/pytest-dev/pytest-env
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks, commented_out

EXAMPLE = "tox.ini"
SHOWN = True  # a program or the settings of a tool

_COMMENTS = ("#", ";")
_FILES = frozenset({"pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg"})
_KEY = re.compile(r"(env|set_?env|pass_?env)\s*[=:]\s*", re.IGNORECASE)
# tox: "py311: NAME = value" for some environments only; pytest-env: "D:NAME=value", where D, R and U are flags
_LEAD = r"\s*(?:[\w{},.!-]+:\s*)*"


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """The three files, in any folder."""
    return path.rpartition("/")[2] in _FILES


def marks(lines: Lines, name: str) -> Marks:
    """The lines that set or pass ``name``, and the key over them where nothing is left of its value."""
    gone = set(commented_out(lines.bodies, name, _COMMENTS))
    rewritten: dict[int, str] = {}
    referred = set(re.findall(r"\{\[[^\]]*\](\w+)\}", "\n".join(lines.bodies)))
    for key, span in _values(lines.bodies):
        starts = dict.fromkeys(span, 0) | {span[0]: _start(lines.bodies[span[0]])}
        left = {n: _without(lines.bodies[n], starts[n], key, name) for n in span}
        changed = {n: body for n, body in left.items() if body != lines.bodies[n]}
        if changed and not any(_says_something(body[starts[n] :]) for n, body in left.items()):
            gone.update(span)
            if _is_inherited(lines.bodies, span[0]) or key in {each.lower().replace("_", "") for each in referred}:
                gone.discard(span[0])
                rewritten |= {span[0]: lines.bodies[span[0]][: starts[span[0]]].rstrip()}
        else:
            gone.update(n for n, body in changed.items() if not body.strip())
            rewritten |= {n: body for n, body in changed.items() if body.strip()}
    return Marks(frozenset(gone), rewritten, comments=_COMMENTS)


def _values(bodies: Sequence[str]) -> Iterator[tuple[str, range]]:
    """Each key of ours in lower case, with its line and the indented ones below it."""
    for index, body in enumerate(bodies):
        if found := _KEY.match(body):
            last = index
            for n in range(index + 1, len(bodies)):
                if bodies[n].strip() and not bodies[n][0].isspace() and not _is_comment(bodies[n]):
                    break
                last = n if bodies[n][:1].isspace() and bodies[n].strip() else last
            yield found.group(1).lower().replace("_", ""), range(index, last + 1)


def _is_inherited(bodies: Sequence[str], index: int) -> bool:
    """Whether the section would take the value of ``[testenv]`` instead, once its own key is gone."""
    section = next((bodies[n] for n in range(index, -1, -1) if bodies[n].startswith("[")), "")
    return section.startswith("[testenv:")


def _start(body: str) -> int:
    found = _KEY.match(body)
    return found.end() if found else 0


def _without(body: str, start: int, key: str, name: str) -> str:
    """The line without the variable; the bare key, or empty, where it held nothing else. ``start``: of the value."""
    head, value = body[:start], body[start:]
    if _is_comment(body):
        return body
    if key == "passenv":
        left = _without_word(value, name)
        return body if left == value else (head + left).rstrip()
    return head.rstrip() if re.match(rf"{_LEAD}{re.escape(name)}\s*=", value) else body


def _without_word(value: str, name: str) -> str:
    """A list of names, parted by white space or commas, without one of them."""
    word = rf"(?<![^\s,]){re.escape(name)}(?![^\s,])"
    if re.fullmatch(rf"{_LEAD}{word}[\s,]*", value):
        return ""
    return re.sub(rf"{word}[\s,]+|[\s,]+{word}(?=\s*$)", "", value)


def _is_comment(text: str) -> bool:
    return text.lstrip().startswith(_COMMENTS)


def _says_something(text: str) -> bool:
    return bool(text.strip()) and not _is_comment(text)
