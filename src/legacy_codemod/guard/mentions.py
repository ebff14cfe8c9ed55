"""Files into the lines that name what is gone and do nothing with it: comments, documents, other strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legacy_codemod.config_formats import holds_values, lines_naming
from legacy_codemod.guard.use import MENTION, Use, name_of
from legacy_codemod.index.world import World
from legacy_codemod.model import Item, PathSubject, Place
from legacy_codemod.sources.words import is_binary


def mentions(world: World, items: Iterable[Item], paths: Iterable[str], found: Iterable[Use]) -> Iterator[Use]:
    """Every line of ``paths`` that holds a name of ``items`` and is none of ``found``."""
    items = tuple(items)
    known = {(use.place.path, use.place.line, use.name) for use in found}
    for path in paths:
        content = world.tree.read(path)
        if is_binary(content):
            continue
        hides = holds_values(path, content)
        for item in items:
            for line, column, text in _named(content, _said(item)):
                if (path, line, name_of(item)) not in known:
                    yield Use(Place(path, line, column), item, MENTION, "" if hides else text)


def _said(item: Item) -> str:
    """What a text says when it names the item: of a path all of it, of a dotted name its last part."""
    name = name_of(item)
    return (
        name if isinstance(item.subject, PathSubject) or not re.fullmatch(r"[\w.]+", name) else name.rpartition(".")[2]
    )


def _named(content: bytes, name: str) -> Iterator[tuple[int, int, str]]:
    texts = content.decode("utf-8", "replace").split("\n")
    for line in lines_naming(content, name):
        yield line, texts[line - 1].find(name) + 1, texts[line - 1].strip()
