"""A name of an attribute into whether something that we cannot read as code may ask for it."""

from __future__ import annotations

from legacy_codemod.index.world import World, is_python

_TEMPLATES = (".html", ".htm", ".jinja", ".jinja2", ".j2", ".mako", ".ipynb")


def is_shown(world: World, name: str) -> bool:
    """Whether a template, a notebook or a Python file that cannot be parsed mentions the name."""
    return any(
        world.module(path) is None if is_python(path) else path.endswith(_TEMPLATES)
        for path in world.tree.mentions([name])
    )
