"""Lines of a YAML file → its keys and list items with the lines that they span; what a scalar holds is not looked at.

A reader of lines, not of YAML: the file may hold templates, and every byte that stays must stay as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from legacy_codemod.config_formats.parts.lines import indent, is_comment

_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s#:&*!|>%@`"'\[\]{},-][^:#]*?|-[^\s:#][^:#]*?)\s*:(?=\s|$)\s*""")
_DASH = re.compile(r"-(?:\s+|$)")
_BLOCK = re.compile(r"(?:[&!]\S+\s+)*[|>][-+0-9]*\s*(?:#.*)?$")

OPAQUE = "?"  # the key of a line that is not understood; its parent is not empty


@dataclass(eq=False)
class Node:
    """A key of a map, or an item of a list (``key`` is empty); ``value`` is what follows on its line."""

    line: int
    column: int
    key: str
    value: str
    parent: Node | None
    last: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def is_item(self) -> bool:
        """Whether this is an item of a list."""
        return not self.key


def nodes(bodies: Sequence[str]) -> list[Node]:
    """Every node in the order of the file."""
    found: list[Node] = []
    stack: list[Node] = []
    index = 0
    while index < len(bodies):
        body = bodies[index]
        if body.startswith(("---", "...")):
            stack.clear()
        elif body.lstrip().startswith("{{"):
            # the indentation of a template's line says nothing: it may write entries for any open key
            for node in stack:
                node.children.append(Node(index, node.column + 1, OPAQUE, body, node, index))
        elif body.strip() and not is_comment(body):
            fresh = _on_line(body, index, stack)
            found += fresh
            last = _last_line(bodies, index, fresh[-1]) if fresh else index
            for node in stack:
                node.last = last
            index = last
        index += 1
    return found


def _on_line(body: str, index: int, stack: list[Node]) -> list[Node]:
    """The nodes that begin on a line: any number of dashes, then a key or a value."""
    fresh: list[Node] = []
    column = indent(body)
    while dash := _DASH.match(body, column):
        fresh.append(_push(Node(index, column, "", body[dash.end() :], None), stack))
        column = dash.end()
    if key := _KEY.match(body, column):
        fresh.append(_push(Node(index, column, key.group(1).strip("\"'"), body[key.end() :], None), stack))
    elif not fresh:
        fresh.append(_push(Node(index, column, OPAQUE, body, None), stack))
    return fresh


def _push(node: Node, stack: list[Node]) -> Node:
    while stack and not _holds(stack[-1], node):
        stack.pop()
    node.parent = stack[-1] if stack else None
    if node.parent:
        node.parent.children.append(node)
    stack.append(node)
    return node


def _holds(above: Node, node: Node) -> bool:
    # "env:" and the dashes of its list may stand in one column
    return above.column < node.column or (above.column == node.column and node.is_item and not above.is_item)


def _last_line(bodies: Sequence[str], first: int, node: Node) -> int:
    """Where the value of a node ends, unless nodes of its own follow."""
    if _BLOCK.match(node.value):
        return _while_deeper(bodies, first, node.column)
    if node.value[:1] in ('"', "'") and not re.search(rf"(?<!\\){node.value[0]}", node.value[1:]):
        return _closing(bodies, first, node.value[0])
    if node.value[:1] in ("{", "["):
        return _balanced(bodies, first, node.value)
    return first


def _while_deeper(bodies: Sequence[str], first: int, column: int) -> int:
    last = first
    for index in range(first + 1, len(bodies)):
        if bodies[index].strip():
            if indent(bodies[index]) <= column:
                break
            last = index
    return last


def _closing(bodies: Sequence[str], first: int, quote: str) -> int:
    return next((n for n in range(first + 1, len(bodies)) if re.search(rf"(?<!\\){quote}", bodies[n])), first)


def _balanced(bodies: Sequence[str], first: int, value: str) -> int:
    depth = _depth(value)
    index = first
    while depth > 0 and index + 1 < len(bodies):
        index += 1
        depth += _depth(bodies[index])
    return index if depth <= 0 else first


def _depth(text: str) -> int:
    plain = re.sub(r""""[^"]*"|'[^']*'|\s#.*""", "", text)
    return sum(plain.count(c) for c in "{[") - sum(plain.count(c) for c in "}]")
