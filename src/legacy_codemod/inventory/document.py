"""The root node of an inventory into an ``Inventory`` and everything that is wrong with its single entries."""

from __future__ import annotations

from collections.abc import Callable

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.entries import Entry, read_item
from legacy_codemod.inventory.names import log_glob
from legacy_codemod.inventory.nodes import Listing, Mapping, Node, Text
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.scalars import day, days, filled_text, named, scalar, wrong
from legacy_codemod.inventory.subjects import SECTIONS
from legacy_codemod.model import BurnIn, Inventory, Item

_TOP_KEYS = ("version", *SECTIONS, "burn_in", "verify", "format")
_BURN_IN_KEYS = ("flag_on_since", "min_days", "logs", "command")


def read_document(root: Node, problems: list[InventoryError]) -> Inventory:
    """The inventory; an entry that went into ``problems`` is left out of it."""
    path = root.place.path
    if not isinstance(root, Mapping):
        problems.append(wrong(root, "an inventory is a mapping", "begin the file with `version: 1`"))
        return Inventory(path)
    document = Entry(root, problems, _TOP_KEYS)
    problems.extend(error for _, error in document.strangers())
    if "version" not in document.keys:
        document.lacks("`version` is missing", "begin the file with `version: 1`")
    document.optional("version", _version, 1)
    return Inventory(
        path,
        flags=_items(document, "flags"),
        remove=_items(document, "remove"),
        keep=_items(document, "keep"),
        wrap=_items(document, "wrap"),
        burn_in=document.optional("burn_in", lambda node: _burn_in(node, problems), None),
        verify=_texts(document, "verify", filled_text),
        format=_texts(document, "format", filled_text),
    )


def _version(node: Node) -> int:
    if not isinstance(node, Text) or type(scalar(node)) is not int or scalar(node) != 1:
        raise wrong(node, f"{named(node)} is no version that can be read here", "write `version: 1`")
    return 1


def _items(document: Entry, section: str) -> tuple[Item, ...]:
    items = [read_item(node, SECTIONS[section], document.problems) for node in _members(document, section)]
    return tuple(item for item in items if item is not None)


def _texts(entry: Entry, key: str, parse: Callable[[Node], str]) -> tuple[str, ...]:
    """The texts listed under ``key``; what is wrong with each goes into the problems of ``entry``."""
    texts = []
    for node in _members(entry, key):
        try:
            texts.append(parse(node))
        except InventoryError as error:
            entry.problems.append(error)
    return tuple(texts)


def _members(entry: Entry, key: str) -> tuple[Node, ...]:
    nothing: tuple[Node, ...] = ()
    return entry.optional(key, _listing, nothing)


def _listing(node: Node) -> tuple[Node, ...]:
    """The members of a list; a key with nothing behind it is an empty list."""
    match node:
        case Listing(items=items):
            return items
        case Text(plain=True) if scalar(node) is None:
            return ()
        case Text(value=value):
            raise wrong(
                node,
                f"{shown(value)} stands where a list belongs",
                f"write it on a line of its own: {shown('- ' + value)}",
            )
    raise wrong(node, "a mapping stands where a list belongs", "put `- ` before its first key and indent the others")


def _burn_in(node: Node, problems: list[InventoryError]) -> BurnIn | None:
    if isinstance(node, Text) and node.plain and scalar(node) is None:
        return None
    if not isinstance(node, Mapping):
        raise wrong(node, "`burn_in` is a mapping", "write `flag_on_since: 2026-11-01` below it, indented")
    entry = Entry(node, problems, _BURN_IN_KEYS)
    problems.extend(error for _, error in entry.strangers())
    sources = [key for name, key in entry.keys.items() if name in ("logs", "command")]
    if len(sources) == 2:
        what = f"`{sources[1].value}` beside `{sources[0].value}`"
        problems.append(wrong(sources[1], what, "keep one of them: both say where the records are counted"))
    return BurnIn(
        entry.optional("flag_on_since", day, None),
        entry.optional("min_days", days, BurnIn().min_days),
        _texts(entry, "logs", log_glob),
        entry.optional("command", filled_text, ""),
        sources[0].place if sources else node.place,
    )
