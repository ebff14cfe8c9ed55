"""What a method of a mock is told to return, ``get.return_value.variation.return_value = True``, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting


def settings(_world: World, _module: Module, node: ast.AST) -> Iterator[Setting]:
    """The method by its bare name: it means the flag where every call of that name reads it."""
    match node:
        case ast.Assign(targets=[ast.Attribute(value=ast.Attribute(attr=name), attr="return_value")], value=value) if (
            name != "return_value"
        ):
            yield Setting(node, Named(f"mock.{name}"), Given.RETURNS, value)
