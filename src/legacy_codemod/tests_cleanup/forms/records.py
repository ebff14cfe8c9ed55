"""Records that turn a flag on, ``Switch.objects.create(name=KEY, active=True)`` or from factories, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.anchors import Statement, anchor, loads, root
from legacy_codemod.tests_cleanup.forms.setting import Given, Record, Setting, text_of

_MAKERS = frozenset({"create", "get_or_create", "update_or_create", "make", "new", "G"})
_ACTIVE = frozenset({"active", "is_active", "everyone", "enabled", "is_enabled", "value"})
_UNDOES = frozenset({"remove", "clear", "delete", "adelete"})


def settings(_world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """A record with each of its values that may be a key, and what is done to the record later."""
    if not isinstance(node, ast.Call) or not _makes(node):
        return
    active = next((value for name, value in _values(node) if name in _ACTIVE), None)
    later = list(_later(module, node))
    for name, key in _values(node):
        if name not in _ACTIVE and isinstance(key, (ast.Constant, ast.Name, ast.Attribute)):
            yield Setting(node, Record(key), Given.EXISTS if active is None else Given.VALUE, active)
            yield from (Setting(place, Record(key), Given.VALUE, value) for place, value in later)


def _makes(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "get":  # django-dynamic-fixture's `get(Model, …)`, not a query
        return bool(call.args) and not isinstance(call.args[0], ast.Constant) and bool(call.keywords)
    return name in _MAKERS or name.endswith("Factory")


def _values(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    for keyword in call.keywords:
        if keyword.arg == "defaults" and isinstance(keyword.value, ast.Dict):
            yield from (
                (text_of(key) or "", value) for key, value in zip(keyword.value.keys, keyword.value.values, strict=True)
            )
        elif keyword.arg:
            yield keyword.arg, keyword.value


def _later(module: Module, call: ast.Call) -> Iterator[tuple[ast.AST, ast.expr]]:
    """``record.active = False``, ``record.projects.remove(…)``, ``project.features.remove(record)``."""
    place = anchor(module, call)
    if not isinstance(place, Statement) or not place.name:
        return
    for load in loads(module, place.node, place.name):
        statement = next((o for o in module.scopes.ancestors(load) if isinstance(o, ast.stmt)), None)
        match statement:
            case ast.Assign(targets=[ast.Attribute(value=base, attr=name)], value=value):
                if name in _ACTIVE and root(base) == place.name:
                    yield statement, value
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr=name) as func, args=args) as undone):
                if name in _UNDOES and (root(func) == place.name or [root(a) for a in args] == [place.name]):
                    yield undone, ast.Constant(value=False)
