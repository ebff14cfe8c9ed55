"""Django's ``override_settings``, ``self.settings`` and pytest-django's ``settings`` fixture into settings.

https://docs.djangoproject.com/en/stable/topics/testing/tools/#overriding-settings
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import Given, Named, Setting, dotted

_SETTINGS = "django.conf.settings"


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """The settings that ``node`` overrides, each as ``django.conf.settings.NAME``."""
    match node:
        case ast.Call(args=[], keywords=keywords) if overrides(world, module, node.func):
            for keyword in keywords:
                if keyword.arg:
                    yield Setting(node, Named(f"{_SETTINGS}.{keyword.arg}"), Given.VALUE, keyword.value, keyword)
        case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="settings") as base, attr=name)], value=value):
            if name.isupper() and (_is_parameter(module, base) or dotted(world, module, base) == _SETTINGS):
                yield Setting(node, Named(f"{_SETTINGS}.{name}"), Given.VALUE, value)


def overrides(world: World, module: Module, func: ast.expr) -> bool:
    """Whether ``func`` overrides settings by keyword."""
    match func:
        case ast.Attribute(value=ast.Name(id="self"), attr="settings"):
            return True
    return dotted(world, module, func) in ("django.test.override_settings", "django.test.utils.override_settings")


def _is_parameter(module: Module, name: ast.Name) -> bool:
    scope = module.scopes.resolve(name)
    return scope is not None and any(isinstance(b.node, ast.arg) for b in scope.bindings[name.id])
