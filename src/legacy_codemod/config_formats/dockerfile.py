"""A Dockerfile → the ``ENV`` and ``ARG`` lines, or the parts of them, that set a variable.

Source: https://docs.docker.com/reference/dockerfile/#env
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.config_formats.parts.lines import Lines, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out

EXAMPLE = "Dockerfile"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*\.)?(?:Dockerfile|Containerfile)(?:[.-].+)?|.*\.dockerfile", re.IGNORECASE)
_ESCAPE = re.compile(r"#\s*escape\s*=\s*(`|\\)", re.IGNORECASE)
_KEYWORD = re.compile(r"\s*(ENV|ARG)\s+", re.IGNORECASE)
_HEREDOC = re.compile(r"<<-?\s*[\"']?(\w+)[\"']?")
_WORD = re.compile(r"""(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+""")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an instruction: its text without the continuation, where its words begin, and the words."""

    index: int
    text: str
    start: int
    words: tuple[re.Match[str], ...]


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``Dockerfile``, ``Dockerfile.dev``, ``api.Dockerfile``, ``Containerfile``."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """The instructions that set nothing but ``name``, and those that are rewritten without it."""
    bodies = lines.bodies
    escape = next((found.group(1) for body in bodies[:3] if (found := _ESCAPE.match(body))), "\\")
    gone = set(commented_out(bodies, name))
    rewritten: dict[int, str] = {}
    for span in _instructions(bodies, escape):
        keyword = _KEYWORD.match(bodies[span[0]])
        if keyword:
            left = _without(bodies, span, name, escape)
            gone |= {index for index in span if index not in left}
            rewritten |= {index: body for index, body in left.items() if body != bodies[index]}
    return Marks(frozenset(gone), rewritten)


def _instructions(bodies: Sequence[str], escape: str) -> Iterator[range]:
    """The lines of each instruction, with its continuations and the comments between them."""
    index = 0
    while index < len(bodies):
        first = index
        if bodies[index].strip() and not is_comment(bodies[index]):
            while index + 1 < len(bodies) and (is_comment(bodies[index]) or bodies[index].rstrip().endswith(escape)):
                index += 1
            yield range(first, index + 1)
            index = _after_heredoc(bodies, index)
        index += 1


def _after_heredoc(bodies: Sequence[str], index: int) -> int:
    for word in _HEREDOC.findall(bodies[index]):
        index = next((n for n in range(index + 1, len(bodies)) if bodies[n].strip() == word), index)
    return index


def _without(bodies: Sequence[str], span: range, name: str, escape: str) -> dict[int, str]:
    """The bodies that the instruction keeps, by index."""
    lines = [_words(bodies[n], n, escape) for n in span if n == span[0] or not is_comment(bodies[n])]
    if any(_is_quoted_over_lines(line) for line in lines) or any(
        w.group() == "#" for line in lines for w in line.words
    ):
        return {n: bodies[n] for n in span}
    if _is_old_form(lines):
        return {} if lines[0].words[0].group() == name else {n: bodies[n] for n in span}
    mine = {line.index: [w for w in line.words if w.group().partition("=")[0] == name] for line in lines}
    if not any(mine.values()):
        return {n: bodies[n] for n in span}
    stay = [line for line in lines if not line.words or len(mine[line.index]) < len(line.words)]
    if not any(line.words for line in stay):
        return {}
    left = {n: bodies[n] for n in span if is_comment(bodies[n])}
    left |= {line.index: _shortened(bodies[line.index], line, mine[line.index]) for line in stay}
    return _closed(left, stay, (lines[0].index, bodies[lines[0].index][: lines[0].start]), escape)


def _words(body: str, index: int, escape: str) -> _Line:
    keyword = _KEYWORD.match(body)
    start = keyword.end() if keyword else len(body) - len(body.lstrip())
    text = body.rstrip().removesuffix(escape)
    return _Line(index, text, start, tuple(_WORD.finditer(text, start)))


def _is_quoted_over_lines(line: _Line) -> bool:
    return bool(re.search("[\"']", _WORD.sub("", line.text)))


def _is_old_form(lines: Sequence[_Line]) -> bool:
    """``ENV NAME value with words``: one variable, and no ``=`` in the first word."""
    first = lines[0].words[0] if lines[0].words else None
    return first is not None and "=" not in first.group() and first.string.lstrip()[:3].upper() == "ENV"


def _shortened(body: str, line: _Line, words: Sequence[re.Match[str]]) -> str:
    for word in reversed(words):
        following = re.match(r"\s*", body[word.end() :])
        if word.start() == line.start and following:
            body = body[: word.start()] + body[word.end() + following.end() :]
        else:
            body = body[: word.start()].rstrip() + body[word.end() :]
    return body


def _closed(left: dict[int, str], stay: Sequence[_Line], opening: tuple[int, str], escape: str) -> dict[int, str]:
    """The keyword on the first line that stays, and no continuation after the last."""
    first, last = stay[0].index, stay[-1].index
    if first != opening[0]:
        left[first] = opening[1] + left[first].lstrip()
        left = {index: body for index, body in left.items() if index >= first}
    trailing = [index for index in left if index > last]
    if left[last].rstrip().endswith(escape):
        left[last] = left[last].rstrip().removesuffix(escape).rstrip()
    return {index: body for index, body in left.items() if index not in trailing}
