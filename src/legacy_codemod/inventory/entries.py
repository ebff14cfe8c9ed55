"""A mapping of the inventory into one item: of which kind it is, and all that is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import TypeVar

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.nodes import Mapping, Node, Text
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.scalars import text, wrong
from legacy_codemod.model import Item, Subject

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping, and the list that collects what is wrong in the file, so that the first in file order can win."""

    node: Mapping
    problems: list[InventoryError]
    known: tuple[str, ...]

    @property
    def keys(self) -> dict[str, Text]:
        """The keys where they stand."""
        return {key.value: key for key, _ in self.node.pairs}

    def optional(self, key: str, parse: Callable[[Node], T], default: T) -> T:
        """What ``parse`` makes of the value of ``key``; ``default`` where it is absent or wrong."""
        for written, value in self.node.pairs:
            if written.value == key:
                try:
                    return parse(value)
                except InventoryError as error:
                    self.problems.append(error)
        return default

    def lacks(self, what: str, next_step: str) -> None:
        """It is a problem that something is absent, unless an unknown key explains it better."""
        if not self.strangers():
            self.problems.append(wrong(self.node, what, next_step))

    def strangers(self) -> list[tuple[Text, InventoryError]]:
        """The keys that are not ``known``, each with an error that names the nearest that is."""
        return [(key, _unknown_key(key, self.known)) for name, key in self.keys.items() if name not in self.known]

    def required(self, key: str, parse: Callable[[Node], T], default: T) -> T:
        """As ``optional``, and it is a problem when ``key`` is absent."""
        if key not in self.keys:
            self.lacks(f"`{key}` is missing", f"add `{key}:`")
        return self.optional(key, parse, default)


@dataclass(frozen=True, slots=True)
class Kind:
    """What an entry may be: the keys beside the one that names it, and how it is read."""

    keys: tuple[str, ...]
    build: Callable[[Entry], Subject]


@dataclass(frozen=True, slots=True)
class Section:
    """One list of the inventory: the kinds of its entries by the key that tells them apart, and the keys of all."""

    noun: str
    kinds: Table[str, Kind]
    free: tuple[str, ...]
    example: str

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Every key that some entry of the section may have."""
        return tuple(
            dict.fromkeys([*self.kinds, *(key for kind in self.kinds.values() for key in kind.keys), *self.free])
        )


def read_item(node: Node, section: Section, problems: list[InventoryError]) -> Item | None:
    """The item that ``node`` describes, or ``None`` when it went into ``problems``."""
    before = len(problems)
    if not isinstance(node, Mapping):
        problems.append(
            wrong(node, f"an entry of `{section.noun}` is a mapping", f"write for example `{section.example}`")
        )
        return None
    kind = _kind(Entry(node, problems, section.all_keys), section)
    if kind is None:
        return None
    entry = Entry(node, problems, (kind, *section.kinds[kind].keys, *section.free))
    problems.extend(_of_another_kind(key, section, kind) or error for key, error in entry.strangers())
    item = Item(
        section.kinds[kind].build(entry),
        node.place,
        entry.optional("note", text, ""),
        entry.optional("replaced_by", text, ""),
    )
    return item if len(problems) == before else None


def _kind(entry: Entry, section: Section) -> str | None:
    """The key that says what the entry is."""
    kinds = [key for key in entry.keys if key in section.kinds]
    if len(kinds) == 1:
        return kinds[0]
    if kinds:
        what = f"`{kinds[1]}` beside `{kinds[0]}`: an entry has one of them"
        entry.problems.append(wrong(entry.keys[kinds[1]], what, "make two entries of them"))
        return None
    names = ", ".join(f"`{name}`" for name in section.kinds)
    entry.problems.extend(error for _, error in entry.strangers())
    entry.lacks(f"this entry of `{section.noun}` has no {names}", f"write for example `{section.example}`")
    return None


def _of_another_kind(key: Text, section: Section, kind: str) -> InventoryError | None:
    owners = [f"`{owner}`" for owner, other in section.kinds.items() if key.value in other.keys]
    if not owners:
        return None
    return wrong(key, f"`{key.value}` does not go with `{kind}`", f"it goes with {' or '.join(owners)}")


def _unknown_key(key: Text, known: tuple[str, ...]) -> InventoryError:
    near = difflib.get_close_matches(key.value.lower(), known, n=1)
    step = f"did you mean `{near[0]}`?" if near else "known here: " + ", ".join(f"`{name}`" for name in known)
    return wrong(key, f"unknown key {shown(key.value)}", step)
