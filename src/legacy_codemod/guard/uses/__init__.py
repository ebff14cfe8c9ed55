"""Files and the items of an inventory into every use of a legacy name in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from legacy_codemod.guard.use import Use
from legacy_codemod.guard.uses.found import Found
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.inventory import path_matches
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    SdkFlag,
)

if TYPE_CHECKING:
    from legacy_codemod.guard.uses.notebooks import Notebook


def uses(world: World, items: Iterable[Item], paths: Iterable[str]) -> list[Use]:
    """Every use of ``items`` in the files ``paths``, in order of place; a place that is one twice is said once."""
    items = tuple(items)
    found: dict[tuple[str, int, str], Use] = {}
    for path in sorted(paths):
        for use in _in_file(world, items, path):
            found.setdefault((path, use.place.line, use.name), use)
    return sorted(found.values(), key=lambda use: (use.place, use.name))


def there_again(items: Iterable[Item], paths: Iterable[str]) -> Iterator[Use]:
    """The paths that an item removes, whatever is there now."""
    for path, item in product(paths, items):
        if isinstance(item.subject, PathSubject) and path_matches(item.subject.path, path):
            yield Use(Place(path, 1, 1), item, f"is there again: {item.subject.path} was removed")


def _in_file(world: World, items: tuple[Item, ...], path: str) -> Iterator[Use]:
    yield from there_again(items, [path])
    module = world.module(path) if is_python(path) else None
    notebook = _notebook(path, world.tree.read(path)) if path.endswith(".ipynb") else None
    if module is not None:
        yield from _in_python(world, items, module)
    elif notebook is not None:
        for use in _in_python(world, items, notebook.module):
            yield replace(use, place=Place(path, notebook.lines[use.place.line - 1]))
    elif not is_python(path):
        from legacy_codemod.guard.uses import texts

        for item, line, column, what, text in texts.uses(path, world.tree.read(path), items):
            yield Use(Place(path, line, column), item, what, text)


def _notebook(path: str, content: bytes) -> Notebook | None:
    from legacy_codemod.guard.uses import notebooks

    return notebooks.read(path, content)


def _in_python(world: World, items: tuple[Item, ...], module: Module) -> Iterator[Use]:
    """Each part is loaded where an item needs it: a hook that asks about a variable needs no rooms of the fold."""
    subjects = [item.subject for item in items]
    if any(isinstance(each, (EnvFlag, EnvSubject)) for each in subjects):
        from legacy_codemod.guard.uses import env

        yield from (_use(module, found) for found in env.uses(world, items, module))
    if any(isinstance(each, (NameFlag, NameSubject, PathSubject)) for each in subjects):
        from legacy_codemod.guard.uses import names

        yield from (_use(module, found) for found in names.uses(world, items, module))
    if any(isinstance(each, (ExprFlag, DecoratorFlag, SdkFlag)) for each in subjects):
        from legacy_codemod.guard.uses import flags

        yield from (_use(module, found) for found in flags.uses(world, items, module))


def _use(module: Module, found: Found) -> Use:
    text = module.text
    start, _ = module.span(found.node)
    line = text.line_of(start)
    return Use(Place(module.path, line, start - text.start(line) + 1), found.item, found.what, text.line(line).strip())
