"""A tree into its Python modules, read as they are asked for, and dotted names into files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TypeVar

from legacy_codemod.index import module as modules
from legacy_codemod.index.module import Module
from legacy_codemod.tree import Tree

Found = TypeVar("Found")

_AT_HAND = 200  # files: to look through more of them takes longer than to have git look
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True, eq=False)
class World:
    """The repository at one step: the world that every question about use is asked of."""

    tree: Tree
    modules: dict[str, Module | None] = field(default_factory=dict)
    earlier: World | None = None  # files that did not change since are not read again
    targets: dict[object, object] = field(default_factory=dict)  # what expressions name, as far as it was asked

    def module(self, path: str) -> Module | None:
        """The parsed file, or ``None`` where it is gone or cannot be parsed."""
        if path not in self.modules:
            self.modules[path] = self._carried(path) or self._parsed(path)
        return self.modules[path]

    def once(self, key: object, find: Callable[[], Found]) -> Found:
        """What ``find`` finds in this world, which never changes: whoever asks with the same ``key`` finds it there."""
        if key not in self.targets:
            self.targets[key] = find()
        return self.targets[key]  # type: ignore[return-value]

    @cached_property
    def at_hand(self) -> tuple[Module, ...]:
        """Some of the files that were read already when this is asked for, as they are now."""
        known: dict[str, None] = {}
        world: World | None = self
        while world is not None:
            known.update(dict.fromkeys(world.modules))
            world = world.earlier
        modules = (module for path in known if (module := self.module(path)) is not None)
        return tuple(islice(modules, _AT_HAND))

    def _carried(self, path: str) -> Module | None:
        """What an earlier world read of the same bytes: nodes of unchanged files stay the same objects."""
        if self.earlier is None or self.tree.changed.get(path, path) is not self.earlier.tree.changed.get(path, path):
            return None
        return self.earlier.module(path)

    def _parsed(self, path: str) -> Module | None:
        if path not in self.tree.path_set:
            return None
        try:
            return modules.parse(path, self.tree.read(path))
        except UNREADABLE:
            return None

    def mentioning(self, words: Iterable[str]) -> list[tuple[str, frozenset[str]]]:
        """Python files that hold one of ``words``, with the words, in order of their paths."""
        return [(path, held) for path, held in self.tree.mentions(words).items() if is_python(path)]

    def find(self, dotted: str, importer: str = "") -> str | None:
        """The file of the module ``dotted`` as ``importer`` would import it; ``None`` where it is not of this tree."""
        parts = dotted.split(".")
        if parts[0] in sys.stdlib_module_names:
            return None
        fitting = []
        for path in self.tree.listing.modules.get(parts[-1], ()):
            own = _module_parts(path)
            if own[-len(parts) :] == parts and self._is_root(own[: -len(parts)], len(parts), importer):
                fitting.append((len(own), path))
        return min(fitting)[1] if fitting else None

    def is_package_folder(self, dotted: str) -> bool:
        """Whether ``dotted`` is a folder of Python files without an ``__init__``: a namespace package."""
        folder = dotted.replace(".", "/")
        return folder in self.tree.listing.folders or f"src/{folder}" in self.tree.listing.folders

    def _is_root(self, prefix: list[str], length: int, importer: str) -> bool:
        folder = "/".join(prefix)
        if folder and f"{folder}/__init__.py" in self.tree.path_set:
            return False
        return length > 1 or folder in ("", "src", "lib", "python") or f"{importer}/".startswith(f"{folder}/")

    def relative(self, importer: str, level: int, dotted: str) -> str | None:
        """The file of ``from ..dotted import``, seen from ``importer``."""
        folder = importer.split("/")[:-level]
        parts = [*folder, *([p for p in dotted.split(".") if p])]
        for candidate in ("/".join(parts) + ".py", "/".join([*parts, "__init__.py"])):
            if candidate in self.tree.path_set:
                return candidate
        return None

    def submodule(self, package: str, name: str) -> str | None:
        """The file of ``package.name``, where ``package`` is the path of an ``__init__.py``."""
        folder = package.removesuffix("__init__.py")
        for candidate in (f"{folder}{name}.py", f"{folder}{name}/__init__.py"):
            if candidate in self.tree.path_set:
                return candidate
        return None

    def after(self, tree: Tree, known: Mapping[str, Module | None]) -> World:
        """The world of a later tree, which keeps what did not change; ``known`` was read of it already."""
        return World(tree, dict(known), self)


def is_python(path: str) -> bool:
    """Whether ``path`` is Python source."""
    return path.endswith((".py", ".pyi"))


def _module_parts(path: str) -> list[str]:
    parts = path.removesuffix(".py").split("/")
    return parts[:-1] if parts[-1] == "__init__" else parts


def dotted_name(world: World, path: str) -> str:
    """How the file is imported: from its topmost folder that is a package, or from a source root.

    A folder that is called like a module of the standard library is no part of it, since that module is found first.
    """
    parts = _module_parts(path)
    keep = len(parts) - 1
    while keep > 0 and "/".join([*parts[:keep], "__init__.py"]) in world.tree.path_set:
        keep -= 1
    root = parts[:keep]
    while root and (root[0] in ("src", "lib", "python") or root[0] in sys.stdlib_module_names):
        root = root[1:]
    return ".".join([*root, *parts[keep:]])
