"""The entries of an inventory into the pairs of them that meet in one file of the repository."""

from __future__ import annotations

from collections.abc import Iterator

from legacy_codemod.fold.flags import find_symbol
from legacy_codemod.index.world import World
from legacy_codemod.inspection.remark import Remark, error, warning
from legacy_codemod.inventory import snippets
from legacy_codemod.inventory.paths import path_covers, path_matches
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import Inventory, Item, NameSubject, PathSubject


def meetings(inventory: Inventory, world: World) -> Iterator[Remark]:
    """Items that undo, repeat or contradict each other once their names are files."""
    for item in inventory.remove:
        yield from _protected(item, inventory, world)
        yield from _inside_removed(item, inventory, world)
        yield from _falls_back_on_removed(item, inventory, world)
    for item in inventory.wrap:
        for kept in _covering(item, inventory.keep):
            yield error(item.place, f"{shown(_path(item))} is kept too (line {kept.place.line})", _DECIDE)


_DECIDE = "decide: take it out of one of the two lists"


def _path(item: Item) -> str:
    return item.subject.path if isinstance(item.subject, PathSubject) else ""


def _covering(item: Item, others: tuple[Item, ...]) -> Iterator[Item]:
    yield from (other for other in others if _path(other) and path_covers(_path(other), _path(item)))


def _protected(item: Item, inventory: Inventory, world: World) -> Iterator[Remark]:
    """A name that is removed from a kept file, and a path that is removed and holds what is kept or wrapped."""
    for decision, others in (("kept", inventory.keep), ("wrapped", inventory.wrap)):
        for other in others:
            if isinstance(item.subject, NameSubject) and decision == "kept":
                symbol = find_symbol(world, item.subject.name)
                if symbol and _path(other) and path_matches(_path(other), symbol.path):
                    what = f"{shown(item.subject.name)} lies in {shown(symbol.path)}, which is kept"
                    yield error(item.place, f"{what} (line {other.place.line})", _DECIDE)
            if held := _held(item, other, world):
                what = f"{shown(_path(item))} holds {shown(held)}, which is {decision} (line {other.place.line})"
                yield warning(item.place, what, "it stays, and the rest goes")


def _held(item: Item, other: Item, world: World) -> str:
    """A file that both are about: by its path, or by the name that is defined there."""
    if not _path(item):
        return ""
    if isinstance(other.subject, NameSubject):
        symbol = find_symbol(world, other.subject.name)
        return other.subject.name if symbol and path_matches(_path(item), symbol.path) else ""
    both = (p for p in world.tree.paths if path_matches(_path(item), p) and path_matches(_path(other), p))
    return next(both, "") if _path(other) else ""


def _inside_removed(item: Item, inventory: Inventory, world: World) -> Iterator[Remark]:
    """What goes with another item anyway; a name with a fallback is there for the sake of that."""
    for other in inventory.remove:
        if other is item or not _path(other):
            continue
        if _path(item) and path_covers(_path(other), _path(item)):
            yield warning(item.place, f"{shown(_path(item))} goes with {shown(_path(other))} (line {other.place.line})")
        if isinstance(item.subject, NameSubject) and not item.subject.fallback:
            symbol = find_symbol(world, item.subject.name)
            if symbol and path_matches(_path(other), symbol.path):
                what = f"{shown(item.subject.name)} goes with {shown(_path(other))} (line {other.place.line})"
                yield warning(item.place, what, "give it a `fallback` if code that stays calls it, or leave it out")


def _falls_back_on_removed(item: Item, inventory: Inventory, world: World) -> Iterator[Remark]:
    subject = item.subject
    if not isinstance(subject, NameSubject) or not subject.fallback:
        return
    for name in sorted(snippets.dotted_names(subject.fallback)):
        symbol = find_symbol(world, name) if "." in name else None
        for other in inventory.remove:
            if symbol and symbol.name and _path(other) and path_matches(_path(other), symbol.path):
                what = f"the fallback uses {shown(name)}, which goes with {shown(_path(other))}"
                yield error(item.place, f"{what} (line {other.place.line})", "fall back on something that stays")
