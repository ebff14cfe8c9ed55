"""YAML text into nodes that know where they stand: texts, listings and mappings, nothing executed, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.syntax import syntax_error
from legacy_codemod.model import Place

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20  # the parser takes quadratic time for nested brackets, so it is stopped long before that shows
_MOST_EXPANDED = 10_000  # nodes that aliases may add together


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it is written; ``plain`` where no quotes and no block style make it a text for certain."""

    place: Place
    value: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, in the order it was written, each key once."""

    place: Place
    pairs: tuple[tuple[Text, Node], ...]


Node: TypeAlias = Text | Listing | Mapping


@dataclass(slots=True)
class _Stream:
    """What is left of the file, and what was seen of it."""

    path: str
    events: Iterator[yaml.Event]
    problems: list[InventoryError]
    anchors: dict[str, tuple[Node, int] | None] = field(default_factory=dict)  # None while the anchored node is open
    nodes: int = 0
    expanded: int = 0

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path, 1)


def compose(text: str, path: str, problems: list[InventoryError]) -> Node | None:
    """The one document of ``text``, or ``None`` where it holds none. What can be passed over goes into ``problems``.

    Raises:
        InventoryError: not YAML, a second document, or aliases that expand too far.
    """
    stream = _Stream(path, iter(yaml.parse(text, Loader=_LOADER)), problems)
    try:
        return _document(stream)
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text, path) from None


def _document(stream: _Stream) -> Node | None:
    next(stream.events)  # the stream's own start
    if isinstance(next(stream.events), yaml.StreamEndEvent):
        return None
    root = _node(stream, next(stream.events), depth=0)
    next(stream.events)  # the document's end
    if isinstance(after := next(stream.events), yaml.DocumentStartEvent):
        raise InventoryError(
            "a second document begins here", place=stream.place(after), next_step="keep one document in the file"
        )
    return root


def _node(stream: _Stream, event: yaml.Event, depth: int) -> Node:
    place = stream.place(event)
    if isinstance(event, yaml.AliasEvent):
        return _aliased(stream, str(event.anchor), place)
    if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) or depth > _DEEPEST:
        raise InventoryError(
            f"nested deeper than {_DEEPEST} levels", place=place, next_step="an inventory needs three levels"
        )
    if event.tag is not None:
        stream.problems.append(_tagged(event.tag, place))
    before = stream.nodes + stream.expanded
    stream.nodes += 1
    if event.anchor:
        stream.anchors[event.anchor] = None
    node = _inside(stream, event, depth)
    if event.anchor:
        stream.anchors[event.anchor] = (node, stream.nodes + stream.expanded - before)
    return node


def _inside(stream: _Stream, event: yaml.Event, depth: int) -> Node:
    match event:
        case yaml.ScalarEvent():
            return Text(stream.place(event), event.value, plain=event.implicit[0])
        case yaml.SequenceStartEvent():
            return Listing(stream.place(event), tuple(_members(stream, yaml.SequenceEndEvent, depth)))
        case _:
            return Mapping(stream.place(event), tuple(_pairs(stream, depth)))


def _members(stream: _Stream, end: type[yaml.Event], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(stream.events), end):
        yield _node(stream, event, depth + 1)


def _pairs(stream: _Stream, depth: int) -> Iterator[tuple[Text, Node]]:
    seen: dict[str, Place] = {}
    members = _members(stream, yaml.MappingEndEvent, depth)
    for key in members:
        value = next(members)
        if not isinstance(key, Text):
            stream.problems.append(
                InventoryError("a list or mapping is no key", place=key.place, next_step="keys are single words")
            )
        elif key.value in seen:
            stream.problems.append(
                InventoryError(
                    f"{shown(key.value)} is given twice",
                    place=key.place,
                    next_step=f"keep one of them; the first is on line {seen[key.value].line}",
                )
            )
        else:
            seen[key.value] = key.place
            yield key, value


def _aliased(stream: _Stream, anchor: str, place: Place) -> Node:
    """The node that ``*anchor`` stands for, as long as all aliases together stay small."""
    known = stream.anchors.get(anchor)
    if known is None:
        what = "contains itself" if anchor in stream.anchors else "stands for nothing above it"
        raise InventoryError(
            f"the alias `*{anchor}` {what}",
            place=place,
            next_step="write the value out, or put a text that begins with `*` in quotes",
        )
    node, size = known
    stream.expanded += size
    if stream.expanded > _MOST_EXPANDED:
        raise InventoryError(
            f"the alias `*{anchor}` expands the file beyond {_MOST_EXPANDED:,} values",
            place=place,
            next_step="write the values out",
        )
    return node


def _tagged(tag: str, place: Place) -> InventoryError:
    return InventoryError(
        f"the tag {shown(tag.replace('tag:yaml.org,2002:', '!!'))} has no meaning in an inventory",
        place=place,
        next_step="leave it out, or put a text that begins with `!` in quotes",
    )
