"""A file, or what a name stands for, into its dotted name."""

from __future__ import annotations

from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World, dotted_name


def home_of(world: World, path: str) -> str:
    """The dotted name of a module; a file of types is about the module beside it."""
    return dotted_name(world, path.removesuffix("i") if path.endswith(".pyi") else path)


def dotted_of(world: World, found: Target) -> str:
    """The dotted name of what ``found`` is, empty where that is not known."""
    if isinstance(found, Symbol):
        home = home_of(world, found.path)
        return f"{home}.{found.name}" if found.name else home
    return found or ""
