"""Paths into whether they are settings modules, in which each environment may bind the same name."""

from __future__ import annotations

from legacy_codemod.index.resolve import Symbol, bindings
from legacy_codemod.index.world import World


def is_settings(path: str) -> bool:
    """Whether a path is a settings module, or in a settings package, as Django and its like lay them out."""
    return any(
        part in ("settings", "config", "conf") or "settings" in part for part in path.removesuffix(".py").split("/")
    )


def varies(world: World, symbol: Symbol) -> bool:
    """Whether another settings module binds the same upper-case name: another environment's value of one setting."""
    if "." in symbol.name or not symbol.name.isupper() or not is_settings(symbol.path):
        return False
    others = (path for path, _held in world.mentioning([symbol.name]) if path != symbol.path and is_settings(path))
    return any(bindings(world, Symbol(path, symbol.name)) for path in others)
