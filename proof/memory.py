"""Files in memory into the same files with a flag folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.fold.fold import fold
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag
from legacy_codemod.tree import tree_of


@dataclass(frozen=True)
class Memory:
    """A tree that says of every file that it mentions every word, so that each one is parsed and looked through."""

    files: Mapping[str, bytes]
    base: str = ""

    def paths(self) -> tuple[str, ...]:
        """Every path, in order."""
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.files[path]

    def holders(self, words: Iterable[str]) -> dict[str, list[str]]:
        """All files, for each word."""
        return {word: list(self.paths()) for word in words}


def folded(files: Mapping[str, bytes], flag: EnvFlag) -> tuple[dict[str, bytes], int]:
    """The files after the fold, and how many of them were parsed."""
    world = World(tree_of(Memory(files)))
    compiled = compile_flag(world, flag)
    assert compiled is not None
    draft = fold(Draft(world, world), compiled, lambda _path: False)
    parsed = sum(world.module(path) is not None for path in files)
    return {path: draft.world.tree.read(path) for path in files}, parsed
