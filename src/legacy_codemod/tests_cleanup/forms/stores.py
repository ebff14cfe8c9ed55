"""Entries of a store of flags, ``settings.FEATURES["new"] = True`` in all its spellings, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms import django, mock_patch
from legacy_codemod.tests_cleanup.forms.setting import Entry, Given, Setting, argument, method_name, text_of


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """The entries that ``node`` sets."""
    match node:
        case ast.Assign(targets=[ast.Subscript(value=base, slice=key)], value=value) if store := _store(base):
            yield Setting(node, Entry(key, store), Given.VALUE, value)
        case ast.Assign(targets=[ast.Attribute() as base], value=ast.Dict() as display) if store := _store(base):
            yield from _entries(node, store, display)
        case ast.Call(args=[], keywords=keywords) if django.overrides(world, module, node.func):
            for keyword in keywords:
                if keyword.arg and keyword.arg.isupper():
                    yield from _entries(node, keyword.arg, keyword.value)
        case ast.Call(args=[base, *_]) if store := _store(base):
            if method_name(node) == "setitem" and (entry := argument(node, 1, "name")) is not None:
                yield Setting(node, Entry(entry, store), Given.VALUE, argument(node, 2, "value"))
            elif mock_patch.patcher(world, module, node) == "dict":
                yield from _entries(node, store, argument(node, 1, "values"))


def _store(node: ast.expr) -> str:
    """``FEATURES`` of ``settings.FEATURES``, or of a dotted path in a string."""
    if isinstance(node, ast.Attribute):
        return node.attr if node.attr.isupper() else ""
    last = (text_of(node) or "").rpartition(".")[2]
    return last if last.isupper() else ""


def _entries(node: ast.AST, store: str, display: ast.expr | None) -> Iterator[Setting]:
    if isinstance(display, ast.Dict):
        for key, value in zip(display.keys, display.values, strict=True):
            if key is not None:
                yield Setting(node, Entry(key, store), Given.VALUE, value, key)
