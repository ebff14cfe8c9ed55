"""Calls that set a key of a flag library or store, and plain assignments to a name, into settings.

A setter is known by its name: django-waffle's ``override_switch(key, active=…)``, ``toggle_switch(key, on)``, and
``set_config(key, value)`` beside a reader ``get_config(key)``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms import records
from legacy_codemod.tests_cleanup.forms.setting import Given, Key, Named, Setting, argument

WAFFLE = frozenset(
    f"{verb}_{kind}" for verb in ("override", "override_waffle", "toggle") for kind in ("switch", "flag", "sample")
)


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """The key or name that ``node`` sets."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[key, *rest]):
            if name in WAFFLE:
                yield from _of_waffle(module, node, Key(key, name))
            elif name.startswith("set_") and (rest or node.keywords):
                value = rest[0] if rest else node.keywords[0].value
                yield Setting(node, Key(key, name), Given.VALUE, value)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[]) if name in WAFFLE:
            named = argument(node, 0, "name")
            if named is not None:
                yield from _of_waffle(module, node, Key(named, name))
        case ast.Assign(targets=[ast.Attribute() as stored], value=value):
            found = target(world, module, stored)
            if found is not None:
                yield Setting(node, Named(found), Given.VALUE, value)


def _of_waffle(module: Module, call: ast.Call, key: Key) -> Iterator[Setting]:
    """What the call sets, and what is done to the record that ``toggle_switch`` gives."""
    yield Setting(call, key, Given.VALUE, argument(call, 1, "active"))
    yield from (Setting(place, key, Given.VALUE, value) for place, value in records.changes(module, call))
