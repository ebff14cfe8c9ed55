"""YAML → the entries of env maps and lists that set a variable, and the keys that they leave with nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from legacy_codemod.config_formats.parts.lines import Lines, indent, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.yaml_nodes import Node, nodes

_ANCHOR = re.compile(r"&\S+")


def entries(lines: Lines, name: str, holders: Collection[str]) -> Marks:
    """What sets ``name`` in a map or list under a key of ``holders``; ``x-*`` stands for any key that begins so."""
    every = nodes(lines.bodies)
    gone = {id(node): node for node in every if _sets(node, name, holders) and not _is_shared(node)}
    rewritten: dict[int, str] = {}
    for node in list(gone.values()):
        _empty(node, gone, rewritten, lines.bodies)
    inside = {n for node in every if not node.children for n in range(node.line + 1, node.last + 1)}
    removed = set(commented_out(lines.bodies, name)) - inside  # a script in the file is no config
    for node in gone.values():
        removed.update(range(node.line, _with_comments(lines.bodies, node) + 1))
    for node in every:
        first = node.children[0] if node.is_item and node.children else None
        if first and first.line == node.line and id(first) in gone and id(node) not in gone:
            _move_dash(node, gone, rewritten, lines.bodies)
    return Marks(frozenset(removed), rewritten)


def _sets(node: Node, name: str, holders: Collection[str]) -> bool:
    if node.is_item:
        return _is_held(node, holders) and _item_name(node) == name
    return node.key == name and _is_held(node, holders)


def _is_held(node: Node, holders: Collection[str]) -> bool:
    key = node.parent.key if node.parent else ""
    return key in holders or ("x-*" in holders and key.startswith("x-"))


def _item_name(node: Node) -> str:
    """The variable of ``- NAME=value``, ``- NAME`` and ``- name: NAME``."""
    named = next((child.value for child in node.children if child.key == "name"), None)
    text = (node.value if named is None else named).partition(" #")[0].strip().strip("\"'")
    return text if named is not None else text.partition("=")[0]


def _is_shared(node: Node) -> bool:
    return bool(_ANCHOR.match(node.value)) and not node.is_item


def _empty(node: Node, gone: dict[int, Node], rewritten: dict[int, str], bodies: Sequence[str]) -> None:
    """The key above goes as well, when it holds nothing else; an anchor must stay, for what refers to it."""
    above = node.parent
    if above is None or id(above) in gone or any(id(child) not in gone for child in above.children):
        return
    if above.key and above.value.strip() and not above.value.lstrip().startswith("#"):
        if _ANCHOR.fullmatch(above.value.strip()):
            rewritten[above.line] = bodies[above.line].rstrip() + (" []" if node.is_item else " {}")
        return
    gone[id(above)] = above
    _empty(above, gone, rewritten, bodies)


def _with_comments(bodies: Sequence[str], node: Node) -> int:
    """The last line of a node, with the comments that stand in it after its last entry."""
    last = node.last
    while node.children and last + 1 < len(bodies) and _is_inside(bodies[last + 1], node.column):
        last += 1
    return last


def _is_inside(body: str, column: int) -> bool:
    return is_comment(body) and indent(body) > column


def _move_dash(item: Node, gone: Mapping[int, Node], rewritten: dict[int, str], bodies: Sequence[str]) -> None:
    """``- env:`` goes, ``  run: x`` stays: the dash moves down."""
    first = next((child for child in item.children if id(child) not in gone), None)
    if first is not None:
        body = rewritten.get(first.line, bodies[first.line])
        rewritten[first.line] = bodies[item.line][: first.column] + body[first.column :]
