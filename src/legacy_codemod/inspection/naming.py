"""The entries of an inventory into those whose path, name, variable or key nobody finds in the repository."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from glob import glob
from pathlib import Path

from legacy_codemod.env_reads.calls import every_read
from legacy_codemod.env_reads.doubts import doubts
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.fold.fold import is_read
from legacy_codemod.index.world import World, is_python
from legacy_codemod.inspection.remark import Remark, error, warning
from legacy_codemod.inventory import snippets
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import (
    EnvFlag,
    EnvSubject,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
)
from legacy_codemod.removal.absent import near_name, near_path

_GONE = "taken out already, or written otherwise"


def absences(inventory: Inventory, world: World, root: Path) -> Iterator[Remark]:
    """What is nowhere. Of what is kept or wrapped that is an error: it protects nothing."""
    for item in inventory.flags:
        yield from _unread_flag(item, world)
    for item in inventory.remove:
        yield from _absent(item, world, protects=False)
        yield from _fallback(item, world)
    for item in (*inventory.keep, *inventory.wrap):
        yield from _absent(item, world, protects=True)
    yield from _logs(inventory, root)


def _absent(item: Item, world: World, *, protects: bool) -> Iterator[Remark]:
    say = error if protects else warning
    match item.subject:
        case PathSubject(path):
            if not any(path_matches(path, known) for known in world.tree.paths):
                yield say(item.place, f"no file is {shown(path)}", _meant(_near_path(world, path)))
        case NameSubject(name):
            if find_symbol(world, name) is None:
                yield say(item.place, f"nothing is called {shown(name)}", _meant(near_name(world, name)))
        case EnvSubject(env):
            yield from _unread_env(item, world, env)


def _near_path(world: World, path: str) -> str:
    """A path that exists and is like it; a folder is written with its slash."""
    folder = f"{path}/"
    if any(known.startswith(folder) for known in world.tree.paths):
        return folder
    near = near_path(world, path)
    return near if near in world.tree.path_set or not near else f"{near}/"


def _meant(near: str) -> str:
    return f"did you mean {shown(near)}?" if near else f"it was {_GONE}"


def _unread_env(item: Item, world: World, env: str) -> Iterator[Remark]:
    """A variable that no code names, and that no spelling without its name may read."""
    mentioned = list(world.tree.mentions([env]))
    if any(is_python(path) for path in mentioned) or doubts(world, env):
        return
    near = next(iter(get_close_matches(env, sorted(_variables(world) - {env}), 1, 0.85)), "")
    where = f"; {shown(mentioned[0])} names it" if mentioned else ""
    yield warning(item.place, f"no code reads {shown(env)}{where}", _meant(near) if near or not mentioned else "")


def _variables(world: World) -> set[str]:
    """The variables whose whole name stands in a read."""
    return {"".join(map(str, read.key.parts)) for read in every_read(world) if None not in read.key.parts}


def _unread_flag(item: Item, world: World) -> Iterator[Remark]:
    match item.subject:
        case EnvFlag(env):
            yield from _unread_env(item, world, env)
        case NameFlag(name) if find_symbol(world, name) is None:
            yield warning(item.place, f"nothing is called {shown(name)}", _meant(near_name(world, name)))
        case _:
            flag = compile_flag(world, item.subject)
            if flag is not None and not is_read(world, flag):
                step = "its code went already, or the code spells it otherwise"
                yield warning(item.place, f"no code reads {shown(flag.label)}", step)


def _fallback(item: Item, world: World) -> Iterator[Remark]:
    """A dotted name of a fallback whose module is of this repository, and that is not in it."""
    subject = item.subject
    if not isinstance(subject, NameSubject) or not subject.fallback:
        return
    names = sorted(snippets.dotted_names(subject.fallback), key=len, reverse=True)
    for name in (n for n in names if not any(longer.startswith(f"{n}.") for longer in names)):
        top = name.partition(".")[0]
        ours = "." in name and (world.find(top) is not None or world.is_package_folder(top))
        if ours and find_symbol(world, name) is None:
            what = f"the fallback names {shown(name)}, and nothing is called so"
            yield error(item.place, what, _meant(near_name(world, name)))


def _logs(inventory: Inventory, root: Path) -> Iterator[Remark]:
    burn_in = inventory.burn_in
    for pattern in burn_in.logs if burn_in else ():
        if not glob(pattern, root_dir=root, recursive=True):  # noqa: PTH207 - as the gate looks for them
            place = (burn_in and burn_in.place) or Place(inventory.path, 1)
            yield warning(place, f"`burn_in`: no file is {shown(pattern)}", "the gate finds no logs")
