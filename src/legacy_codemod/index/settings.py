"""Paths into whether they are settings modules, in which each environment may bind the same name."""

from __future__ import annotations

from legacy_codemod.index.alternatives import of_module
from legacy_codemod.index.symbols import Symbol, Target, bindings
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test


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


_DJANGO = "django.conf.settings."


def is_gathered(found: Target, name: str) -> bool:
    """Whether ``found`` is the upper-case ``name`` of the one object in which Django gathers all settings."""
    return found == _DJANGO + name and name.isupper()


def setting_named(world: World, dotted: str) -> Symbol | None:
    """The one definition behind ``django.conf.settings.NAME``; ``None`` where environments may have their own."""
    name = dotted.removeprefix(_DJANGO)
    if name == dotted or not name.isupper():
        return None
    paths = [path for path in world.tree.paths if path.endswith(".py") and is_settings(path) and not is_test(path)]
    found = {each for path in paths for each in of_module(world, path, name) if _brings(world, path, name)}
    only = next(iter(found), None)
    return only if len(found) == 1 and isinstance(only, Symbol) else None


def _brings(world: World, path: str, name: str) -> bool:
    """Whether a settings module has the name, as far as the repository can say."""
    return any(isinstance(each, Symbol) for each in of_module(world, path, name))
