"""Lines → those on which a variable is a name in a block that is an environment, by indentation and in any format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# env: · "environment": { · extraEnvVars: · environment-pass = [ · interface ProcessEnv {
_HEADER = re.compile(
    r"(?:^|[\s.\"'])(?:\w*[a-z]E|(?:\w+_)?e)nv(?:s|iron(?:ment)?)?(?:[_-]?(?:[Vv]ars?|[Vv]ariables|pass))?"
    r"[\"']?\s*(?:[:=]\s*)?(?:[{\[(]|[|>]-?)?\s*$"
    r"|\bmkShell\w*\s+(?:rec\s+)?\{\s*$"
)
_OPENS = re.compile(r"\S.*[:={(\[]\s*$|^\s*[\w\"'. -]+$")
_AT_A_NAME = r"^\s*(?:-\s+)?(?:readonly\s+)?[\"']?{word}[\"']?\s*(?:[:=,?]|$)"
_IN_ONE_LINE = (
    r"(?:\w*[a-z]E|(?<![a-z])e)nv(?:s|iron(?:ment)?)?(?:[_-]?(?:[Vv]ars?|[Vv]ariables|pass))?[\"']?\s*[:=]\s*[{{\[]"
    r"[^}}\]\n]*(?<![\w-])[\"']?{word}[\"']?\s*[:=,}}\]]"
    r"|\{{\s*[\"']?name[\"']?\s*[:=]\s*[\"']?{word}[\"']?\s*,\s*[\"']?value"
)


def in_environments(bodies: Sequence[str], name: str) -> Iterator[int]:
    """Lines, from 1."""
    word = re.escape(name)
    at_a_name, in_one_line = re.compile(_AT_A_NAME.format(word=word)), re.compile(_IN_ONE_LINE.format(word=word))
    for number, body in enumerate(bodies, 1):
        if name in body and (in_one_line.search(body) or (at_a_name.match(body) and _is_inside(bodies, number - 1))):
            yield number


def _is_inside(bodies: Sequence[str], index: int) -> bool:
    """Whether the line that opens the block around ``bodies[index]`` calls it an environment."""
    indent = _indent(bodies[index])
    for above in reversed(bodies[:index]):
        if above.strip() and (_indent(above) < indent or (_is_list_of(above, bodies[index]))):
            return _HEADER.search(above) is not None
    return False


def _is_list_of(above: str, body: str) -> bool:
    """YAML lets a list stand no deeper than the key that it belongs to."""
    return _indent(above) == _indent(body) and body.lstrip().startswith("- ") and not above.lstrip().startswith("-")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
