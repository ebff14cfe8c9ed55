"""A Taskfile → the entries of ``env`` maps, the file's or a task's, that set a variable.

Source: https://taskfile.dev/docs/guide#environment-variables
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries
from legacy_codemod.config_formats.parts.yaml_nodes import Node, nodes

EXAMPLE = "Taskfile.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?[Tt]askfile(?:[._-][^/]*)?\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``Taskfile.yml``, ``taskfile.yaml``, ``Taskfile.dist.yml``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``env``, unless a command gives the value: it may do more than that.

    A template that asks for ``.NAME``, and a task that requires the variable, are uses of it.
    """
    runs = any(node.key == name and _runs(node) for node in nodes(lines.bodies))
    found = Marks() if runs else entries(lines, name, ("env",))
    left = [found.rewritten.get(n, body) for n, body in enumerate(lines.bodies)]
    return replace(found, uses=frozenset(_uses(left, name)))


def _runs(node: Node) -> bool:
    return bool(re.match(r"\{\s*sh\s*:", node.value)) or any(child.key == "sh" for child in node.children)


def _uses(bodies: Sequence[str], name: str) -> Iterator[int]:
    asked = re.compile(rf"\{{\{{.*(?<!\w)\.{re.escape(name)}(?!\w)")
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    yield from (n for n, body in enumerate(bodies) if asked.search(body))
    for node in nodes(bodies):
        if node.key == "requires":
            yield from (n for n in range(node.line, node.last + 1) if word.search(bodies[n]))
