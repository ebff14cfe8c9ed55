"""An inventory and two trees into the legacy names that come back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.guard.allowances import allowances, sorted_out
from legacy_codemod.guard.around import world_around
from legacy_codemod.guard.history import is_shallow, retired
from legacy_codemod.guard.mentions import mentions
from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.guard.ratchet import added
from legacy_codemod.guard.scopes import Scope
from legacy_codemod.guard.use import Use, said
from legacy_codemod.guard.uses import there_again, uses
from legacy_codemod.guard.words import Words, words
from legacy_codemod.index.world import World, is_python
from legacy_codemod.inventory import path_matches
from legacy_codemod.model import Finding, Inventory, Item, PathSubject, Place
from legacy_codemod.sources import Sources

_KINDS = (("env",), ("name", "path"), ("expr", "decorator", "sdk"))


@dataclass(frozen=True, slots=True)
class Watch:
    """What is looked for. ``words`` tells files that hold none of it; ``unseen`` are files that are not looked at.

    ``strict`` counts names that only stand there, too.
    """

    inventory: Inventory
    words: Words | None
    unseen: tuple[str, ...] = ()
    strict: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """The items whose names may not come back."""
        return (*self.inventory.flags, *self.inventory.remove)

    def is_kept(self, path: str) -> bool:
        """Whether KEEP covers the file: what it uses stays, as nobody may change it."""
        kept = (item.subject for item in self.inventory.keep)
        return any(isinstance(subject, PathSubject) and path_matches(subject.path, path) for subject in kept)


def judge(watch: Watch, scope: Scope, where: Path) -> Outcome:
    """What ``scope`` brings back, in the repository at ``where``.

    Raises:
        WorkspaceError: a file cannot be read, or a shallow history does not tell whether an item was retired.
    """
    world, paths = _looked_at(watch, scope.after, scope.paths)
    written = [each for path in paths for each in allowances(path, world.tree.read(path))]
    every = sorted([*_every_use(watch, world, paths), *there_again(watch.items, scope.links)], key=_place)
    found, bare, unused = sorted_out(every, written)
    gone = retired(where, {use.item for use in found}, scope.tip) if found and scope.tip else {}
    waiting = [use for use in found if use.item not in gone or watch.is_kept(use.place.path)]
    fresh = added(_earlier(watch, scope) if waiting else (), waiting)
    failing = [use for use in found if use in fresh or use not in waiting]
    if scope.is_of_files and len(failing) < len(found) and is_shallow(where):
        raise _untold(next(use for use in waiting if use not in fresh))
    return Outcome(
        watch.inventory.path,
        tuple(Failure(use, gone.get(use.item)) for use in failing),
        tuple(bare),
        tuple(unused),
        tuple(_unreadable(world, paths)),
        len(found) - len(failing),
    )


_Looked = Mapping[str, tuple[Item, ...]]  # each file, and the items of which it may hold a use


def _looked_at(watch: Watch, sources: Sources, paths: Iterable[str]) -> tuple[World, _Looked]:
    """The world in which those of ``paths`` can be asked that may hold a use: themselves, or in what they import."""
    around = world_around(sources, (path for path in paths if path not in watch.unseen), watch.unseen)
    parts = _parts(watch)
    holding: dict[str, tuple[Item, ...]] = {}
    for path in around.asked:
        reached = [(each, sources.read(each)) for each in around.reached(path)]
        if watch.words is None or any(b"codemod:" in text or _holds(watch.words, each, text) for each, text in reached):
            held = (items for items, sought in parts if _any_holds(sought, reached))
            holding[path] = tuple(item for items in held for item in items)
    return around.world, holding


def _parts(watch: Watch) -> list[tuple[tuple[Item, ...], Words | None]]:
    """The items by what finds their uses, each with the words of which a file must hold one."""
    of_kind = [tuple(item for item in watch.items if said(item)[0] in kinds) for kinds in _KINDS]
    return [(items, words(map(said, items)) if watch.words is not None else None) for items in of_kind if items]


def _any_holds(sought: Words | None, files: Iterable[tuple[str, bytes]]) -> bool:
    return sought is None or any(_holds(sought, path, content) for path, content in files)


def _holds(sought: Words, path: str, content: bytes) -> bool:
    return sought.are_in(content) or sought.are_in(os.fsencode(path))


def _every_use(watch: Watch, world: World, looked: _Looked) -> list[Use]:
    found = [use for path, items in looked.items() for use in uses(world, items, (path,))]
    found.sort(key=lambda use: (use.place, use.name))
    return sorted([*found, *mentions(world, watch.items, looked, found)], key=_place) if watch.strict else found


def _place(use: Use) -> Place:
    return use.place


def _earlier(watch: Watch, scope: Scope) -> list[Use]:
    if scope.before is None:
        return []
    return _every_use(watch, *_looked_at(watch, scope.before, scope.earlier))


def _unreadable(world: World, paths: Iterable[str]) -> Iterator[Finding]:
    for path in paths:
        if is_python(path) and world.module(path) is None:
            yield Finding(Place(path, 1), "holds a legacy name, and Python cannot parse it: it may use what is gone")


def _untold(use: Use) -> WorkspaceError:
    what = f"{use.place}: {use.what}, and the history of this shallow clone does not say whether that was retired"
    step = (
        "Fetch all of it (`fetch-depth: 0`, `git fetch --unshallow`), or check what a change adds: --from REV --to REV"
    )
    return WorkspaceError(what, next_step=step)
