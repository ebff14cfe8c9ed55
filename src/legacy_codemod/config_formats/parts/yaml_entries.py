"""YAML → the entries of env maps and lists that set a variable, and the keys that they leave with nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from legacy_codemod.config_formats.parts.lines import Lines, indent, is_comment
from legacy_codemod.config_formats.parts.marks import Marks, commented_out
from legacy_codemod.config_formats.parts.yaml_flow import item_name, without
from legacy_codemod.config_formats.parts.yaml_nodes import Node, nodes

_ANCHOR = re.compile(r"&\S+")
_ANCHORED = re.compile(r"(?:^|[\s\[{,])&([^\s,\[\]{}]+)")
_ALIAS = re.compile(r"(?:^|[\s\[{,])\*([^\s,\[\]{}]+)")
# what these hold is asked for by name, or says which of the names to pass on
_AXES = ("matrix", "parallel", "inputs", "parameters", "inherit")
_NAMES = ("name", "key", "Name", "Key")


@dataclass
class _Going:
    """What goes so far: nodes by identity, and lines that get another body."""

    bodies: Sequence[str]
    holders: Collection[str]
    keep_empty: bool
    nodes: dict[int, Node] = field(default_factory=dict)
    rewritten: dict[int, str] = field(default_factory=dict)

    def has(self, node: Node) -> bool:
        return id(node) in self.nodes


def entries(lines: Lines, name: str, holders: Collection[str], *, keep_empty: bool = False) -> Marks:
    """What sets ``name`` in a map or list under a key of ``holders``; ``x-*`` stands for any key that begins so.

    A key that is left with nothing goes as well, or stays with an empty value where ``keep_empty`` asks for that.
    """
    every = nodes(lines.bodies)
    going = _Going(lines.bodies, holders, keep_empty)
    for node in every:
        if _sets(node, name, holders):
            going.nodes[id(node)] = node
    _cut_flows(every, going, name)
    for node in list(going.nodes.values()):
        _empty(node, going)
    inside = {n for node in every if not node.children for n in range(node.line + 1, node.last + 1)}
    comments = commented_out(lines.bodies, name) - inside  # a script in the file is no config
    removed = {n for node in going.nodes.values() for n in range(node.line, _with_comments(lines.bodies, node) + 1)}
    for node in every:
        first = node.children[0] if node.is_item and node.children else None
        if first and first.line == node.line and going.has(first) and not going.has(node):
            _move_dash(node, going.nodes, going.rewritten, lines.bodies)
    if _leaves_aliases(lines.bodies, removed):
        return Marks(comments)
    return Marks(comments | removed, going.rewritten)


def _sets(node: Node, name: str, holders: Collection[str]) -> bool:
    if node.is_item:
        return _is_held(node, holders) and name in (_item_name(node), _only_key(node))
    return node.key == name and _is_held(node, holders)


def _is_held(node: Node, holders: Collection[str]) -> bool:
    above = node.parent
    if above is None or not _holds(above.key, holders):
        return False
    while above is not None and above.key not in _AXES:
        above = above.parent
    return above is None


def _holds(key: str, holders: Collection[str]) -> bool:
    return key in holders or ("x-*" in holders and key.startswith("x-"))


def _item_name(node: Node) -> str:
    """The variable of ``- NAME=value``, ``- NAME``, ``- name: NAME`` and ``- {name: NAME}``."""
    named = next((child.value for child in node.children if child.key in _NAMES), None)
    text = (_plain(node.value) if named is None else _plain(named)).strip("\"'")
    return text if named is not None else item_name(text) or text.partition("=")[0]


def _only_key(node: Node) -> str:
    """The variable of ``- NAME: value``."""
    return node.children[0].key if len(node.children) == 1 and node.children[0].line == node.line else ""


def _plain(value: str) -> str:
    """A value without what stands before it (an anchor) and after it (a comment)."""
    return re.sub(r"^&\S+\s+", "", value).partition(" #")[0].strip()


def _cut_flows(every: Sequence[Node], going: _Going, name: str) -> None:
    """``env: {A: 1, NAME: 2}`` and ``env: [NAME=2]`` on one line."""
    for node in every:
        if node.children or node.last != node.line or not _holds(node.key, going.holders):
            continue
        left = without(node.value, name)
        if left:
            body = going.bodies[node.line]
            going.rewritten[node.line] = body[: len(body) - len(node.value)] + left
        elif left is not None and (going.keep_empty or _is_merged(node)):
            body = going.bodies[node.line]
            going.rewritten[node.line] = body[: len(body) - len(node.value)] + node.value[0] + node.value.rstrip()[-1]
        elif left is not None:
            going.nodes[id(node)] = node


def _empty(node: Node, going: _Going) -> None:
    """The key above goes as well, when it holds nothing else; an anchor must stay, for what refers to it."""
    above = node.parent
    if above is None or going.has(above) or any(not going.has(child) for child in above.children):
        return
    nothing = " []" if node.is_item else " {}"
    body, comment = _parted(going.bodies[above.line])
    if above.key and above.value.strip() and not above.value.lstrip().startswith("#"):
        if _ANCHOR.fullmatch(above.value.strip()):
            going.rewritten[above.line] = body + nothing + comment
        return
    is_holder = _holds(above.key, going.holders)
    if above.key and (_is_merged(above) or (going.keep_empty if is_holder else _is_named_again(above, going))):
        going.rewritten[above.line] = body + nothing + comment
        return
    going.nodes[id(above)] = above
    _empty(above, going)


def _parted(body: str) -> tuple[str, str]:
    """A line without and with nothing but its comment, the white space before it included."""
    code = re.sub(r"\s+#.*$|\s+$", "", body)
    return code, body[len(code) :]


def _is_merged(node: Node) -> bool:
    """Whether a map that is merged in (``<<``) would give the key another value once it is gone."""
    return node.parent is not None and any(child.key == "<<" for child in node.parent.children)


def _is_named_again(node: Node, going: _Going) -> bool:
    """Whether another line names the key of a job or a service (``extends``, ``needs``), so that it must stay."""
    word = re.compile(rf"(?<![\w.-]){re.escape(node.key)}(?![\w-])")
    own = range(node.line, node.last + 1)
    return any(word.search(body) for n, body in enumerate(going.bodies) if n not in own and not is_comment(body))


def _leaves_aliases(bodies: Sequence[str], removed: Collection[int]) -> bool:
    """Whether a line that stays means a value that would be gone."""
    gone = {anchor for n in removed for anchor in _ANCHORED.findall(bodies[n])}
    kept = [body for n, body in enumerate(bodies) if n not in removed] if gone else []
    return any(alias in gone for body in kept for alias in _ALIAS.findall(body))


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
