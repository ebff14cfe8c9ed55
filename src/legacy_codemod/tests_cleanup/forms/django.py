"""Django's ``override_settings``, ``self.settings`` and pytest-django's ``settings`` fixture into settings.

https://docs.djangoproject.com/en/stable/topics/testing/tools/#overriding-settings
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.setting import (
    SETTINGS,
    Given,
    Named,
    Setting,
    dotted,
    is_settings_fixture,
    text_of,
)


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """The settings that ``node`` overrides, each as ``django.conf.settings.NAME``."""
    match node:
        case ast.Call(args=[], keywords=keywords) if overrides(world, module, node.func):
            for keyword in keywords:
                if keyword.arg:
                    yield Setting(node, Named(f"{SETTINGS}.{keyword.arg}"), Given.VALUE, keyword.value, keyword)
                elif isinstance(keyword.value, ast.Dict):
                    yield from _entries(node, keyword.value)
        case ast.Assign(targets=[ast.Attribute(value=base, attr=name)], value=value):
            if name.isupper() and _is_settings(world, module, base):
                yield Setting(node, Named(f"{SETTINGS}.{name}"), Given.VALUE, value)
        case ast.Delete(targets=[ast.Attribute(value=base, attr=name)]):
            if name.isupper() and _is_settings(world, module, base):
                yield Setting(node, Named(f"{SETTINGS}.{name}"), Given.UNSET)


def _entries(call: ast.Call, display: ast.Dict) -> Iterator[Setting]:
    """``override_settings(**{"NAME": …})``."""
    for key, value in zip(display.keys, display.values, strict=True):
        if key is not None and (name := text_of(key)):
            yield Setting(call, Named(f"{SETTINGS}.{name}"), Given.VALUE, value, key)


def _is_settings(world: World, module: Module, base: ast.expr) -> bool:
    named = isinstance(base, ast.Name) and base.id == "settings" and dotted(world, module, base) == SETTINGS
    return named or is_settings_fixture(module, base)


def overrides(world: World, module: Module, func: ast.expr) -> bool:
    """Whether ``func`` overrides settings by keyword."""
    match func:
        case ast.Attribute(value=ast.Name(id="self"), attr="settings"):
            return True
    return dotted(world, module, func) in ("django.test.override_settings", "django.test.utils.override_settings")
