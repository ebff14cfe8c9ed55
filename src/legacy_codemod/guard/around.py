"""A tree of which only some files are looked at: those that are asked about, and those that they import."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legacy_codemod.index.from_imports import import_base, module_target
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World, is_python
from legacy_codemod.sources import Sources
from legacy_codemod.sources.holders import read_each
from legacy_codemod.sources.words import encode
from legacy_codemod.tree import tree_of

_STEPS = 2  # a base class or a client in an imported file, and what that one imports
_MOST = 300  # files; a change that reaches more is read without the rest


class Part:
    """Some files of ``sources``: any can be read, but only ``scope`` is searched. See ``Sources``."""

    def __init__(self, sources: Sources, scope: Iterable[str]) -> None:
        self._sources, self._scope = sources, sorted(scope)

    @property
    def base(self) -> str:
        """The commit's full hash, if it is one."""
        return self._sources.base

    def paths(self) -> tuple[str, ...]:
        """Every file there is, looked at or not; one that is looked at need not be tracked."""
        return tuple(sorted({*self._sources.paths(), *self._scope}))

    def read(self, path: str) -> bytes:
        """The content of ``path``, or a WorkspaceError."""
        return self._sources.read(path)

    def holders(self, words: Iterable[str]) -> Mapping[str, list[str]]:
        """For each of ``words`` that a file of the scope holds: those files, sorted."""
        return read_each(self._scope, self._sources.read, encode(words))


@dataclass(frozen=True, slots=True)
class Around:
    """The world in which ``asked`` are looked at, and what each of them imports of the repository."""

    world: World
    asked: tuple[str, ...]
    imported: Mapping[str, frozenset[str]]

    def reached(self, path: str) -> frozenset[str]:
        """The file, what it imports, and what that imports in turn, as far as anybody looked."""
        found = frozenset({path})
        for _ in range(_STEPS):
            found |= {each for known in found for each in self.imported.get(known, ())}
        return found


def world_around(sources: Sources, paths: Iterable[str], unseen: Iterable[str]) -> Around:
    """The world around ``paths``, without the files ``unseen``."""
    asked = tuple(paths)
    reading = World(tree_of(Part(sources, ()), *unseen))
    scope, edge = set(asked), {path for path in asked if is_python(path)}
    imported: dict[str, frozenset[str]] = {}
    for _ in range(_STEPS):
        imported |= {path: frozenset(_imported(reading, path)) for path in sorted(edge)}
        edge = set(sorted({found for path in edge for found in imported[path]} - scope)[: max(_MOST - len(scope), 0)])
        scope |= edge
    return Around(World(tree_of(Part(sources, scope), *unseen), reading.modules), asked, imported)


def _imported(world: World, path: str) -> Iterable[str]:
    module = world.module(path)
    for statement in module.imports if module else ():
        for found in _targets(world, module, statement) if module else ():
            if isinstance(found, Symbol):
                yield found.path


def _targets(world: World, module: Module, statement: ast.Import | ast.ImportFrom) -> Iterable[Target]:
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            yield module_target(world, alias.name, module.path)
        return
    yield import_base(world, module, statement)
    for alias in statement.names:
        yield import_target(world, module, alias)
