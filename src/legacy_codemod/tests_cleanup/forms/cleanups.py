"""Clean-ups that are handed a function and its arguments, ``addCleanup(os.environ.pop, "X", None)``, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.environ import is_environ
from legacy_codemod.tests_cleanup.forms.setting import EnvVar, Given, Named, Setting, method_name, of_object, text_of

DEFERS = frozenset({"addCleanup", "addClassCleanup", "addModuleCleanup", "addfinalizer", "callback"})


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """What the deferred call sets."""
    if not isinstance(node, ast.Call) or method_name(node) not in DEFERS:
        return
    match node.args:
        case [ast.Attribute(value=base, attr="pop" | "__delitem__" | "__setitem__"), key, *rest]:
            name = text_of(key)
            if name and is_environ(world, module, base):
                yield Setting(node, EnvVar(name), Given.VALUE if rest else Given.UNSET, rest[0] if rest else None)
        case [ast.Name(id="setattr" | "delattr"), owner, name, *rest] if text := text_of(name):
            found = of_object(world, module, owner, text)
            if found is not None:
                yield Setting(node, Named(found), Given.VALUE if rest else Given.UNSET, rest[0] if rest else None)
