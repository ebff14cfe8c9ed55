"""A project's own ``override_config(dict(new=True))`` and ``override_env({"NEW": "1"})`` into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import Field, Given, Setting, text_of


def settings(_world: World, _module: Module, node: ast.AST) -> Iterator[Setting]:
    """The fields that ``node`` overrides.

    One of several of a ``dict(…)`` cannot be cut: its place is the inner call.
    """
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[*_, last]) if "override" in name:
            match last:
                case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords):
                    place = node if len(keywords) == 1 else last
                    for keyword in keywords:
                        yield Setting(place, Field(keyword.arg or ""), Given.VALUE, keyword.value)
                case ast.Dict(keys=keys, values=values):
                    for key, value in zip(keys, values, strict=True):
                        yield Setting(node, Field(text_of(key) or ""), Given.VALUE, value, key)
