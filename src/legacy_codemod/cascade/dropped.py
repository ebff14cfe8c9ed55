"""A draft's edited lines into what they used: only that may have become unused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target, target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, is_python
from legacy_codemod.testing import is_test


@dataclass(frozen=True, slots=True)
class Dropped:
    """Definitions that edited lines used, and attributes they read of something that is not known."""

    symbols: frozenset[Symbol]  # those of classes stand for their overrides, and for what they override, as well
    attributes: frozenset[str]
    settings: frozenset[str]  # read through Django's settings object, by other code than tests


def dropped(draft: Draft) -> Dropped:
    """What the lines that this draft edited used, as they stood where the item began."""
    symbols: set[Symbol] = set()
    attributes: set[str] = set()
    settings: set[str] = set()
    for path in draft.changed():
        module = draft.start.module(path) if is_python(path) else None
        if module is None:
            continue
        for node in _edited(module, _lines(draft, path)):
            found = _used(draft.start, module, node)
            if isinstance(found, Symbol):
                symbols.add(found)
            elif isinstance(node, ast.Attribute) and found is None:
                attributes.add(node.attr)
            elif isinstance(node, ast.Attribute) and found and found.startswith("django.conf.settings."):
                attributes.add(node.attr)
                settings.update([] if is_test(path) else [node.attr])
            elif isinstance(node, ast.keyword) and node.arg:
                attributes.add(node.arg)
            elif isinstance(node, ast.Call):
                attributes.add(_asked_by_string(node))
                settings.update([] if is_test(path) else [_asked_by_string(node)])
    return Dropped(frozenset(s for s in symbols if s.name), frozenset(attributes), frozenset(settings))


def _lines(draft: Draft, path: str) -> frozenset[int]:
    return frozenset(n for edit in draft.edits if edit.path == path for n in range(edit.start, edit.end + 1))


def _edited(module: Module, lines: frozenset[int]) -> Iterator[ast.AST]:
    for node in (*module.nodes, *module.scopes.quoted):
        if not (isinstance(node, (ast.Attribute, ast.alias, ast.keyword)) or _is_read(node) or _asked_by_string(node)):
            continue
        first = getattr(node, "lineno", node.value.lineno if isinstance(node, ast.keyword) else 0)
        last = getattr(node, "end_lineno", first) or first
        if not lines.isdisjoint(range(first, last + 1)):
            yield node


def _is_read(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)


def _asked_by_string(node: ast.AST) -> str:
    """``getattr(settings, "NAME", …)`` → ``NAME``."""
    match node:
        case ast.Call(func=ast.Name(id="getattr" | "hasattr"), args=[_, ast.Constant(value=str(name)), *_]):
            return name
    return ""


def _used(world: World, module: Module, node: ast.AST) -> Symbol | str | None:
    if isinstance(node, ast.alias):
        return import_target(world, module, node)
    return target(world, module, node) if isinstance(node, (ast.Name, ast.Attribute)) else None
