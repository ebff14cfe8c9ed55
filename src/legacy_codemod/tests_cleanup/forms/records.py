"""Records that turn a flag on, ``Switch.objects.create(name=KEY, active=True)`` or from factories, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.anchors import held, loads, root
from legacy_codemod.tests_cleanup.forms.setting import Given, Record, Setting, text_of
from legacy_codemod.tests_cleanup.marks import checked_between, statement_of

_MAKERS = frozenset({"create", "acreate", "get_or_create", "update_or_create", "make", "new", "G", "blend"})
_ACTIVE = frozenset({"active", "is_active", "everyone", "enabled", "is_enabled", "value"})
_UNDOES = frozenset({"remove", "clear", "delete", "adelete"})
_OFF = ast.Constant(value=False)

Change = tuple[ast.AST, ast.expr | None]  # where a record is changed, and what makes it on or off


def settings(_world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """A record with each of its values that may be a key, and what is done to the record later."""
    if not isinstance(node, ast.Call):
        return
    if changed := _changed_by_query(node):
        yield from (Setting(node, Record(key), Given.VALUE, changed[1]) for key in _keys(changed[0]))
    elif _is_query(node):
        later = list(changes(module, node))
        for key in _keys(node) if later else ():
            yield Setting(node, Record(key), Given.VALUE, later[0][1])
            yield from (Setting(place, Record(key), Given.VALUE, value) for place, value in later[1:])
    elif _makes(module, node):
        for key in _keys(node):
            yield from _made(module, node, key)


def _made(module: Module, call: ast.Call, key: ast.expr) -> Iterator[Setting]:
    later = list(changes(module, call))
    given: list[ast.expr | None] = [value for name, value in _values(call) if name in _ACTIVE]
    given = given or list(_share(call))
    if not given and later and not checked_between(module, call, later[0][0]):
        given = [later.pop(0)[1]]
    value = _on_or_off(given[0]) if given else None
    yield Setting(call, Record(key), Given.VALUE if given else Given.EXISTS, value)
    yield from (Setting(place, Record(key), Given.VALUE, value) for place, value in later)


def _share(call: ast.Call) -> Iterator[ast.expr]:
    """A sample of django-waffle that nobody is in, or everybody."""
    for name, value in _values(call) if "Sample" in ast.unparse(call.func) else ():
        if name == "percent" and isinstance(value, ast.Constant) and value.value in (0, 100):
            yield ast.Constant(value=bool(value.value))


def _on_or_off(value: ast.expr | None) -> ast.expr | None:
    """django-waffle asks further where ``everyone`` is ``None``."""
    return None if isinstance(value, ast.Constant) and value.value is None else value


def _keys(call: ast.Call) -> Iterator[ast.expr]:
    for name, key in _values(call):
        if name not in _ACTIVE and isinstance(key, (ast.Constant, ast.Name, ast.Attribute)):
            yield key


def _makes(module: Module, call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "get":  # django-dynamic-fixture's `get(Model, …)`, not a query
        return bool(call.args) and not isinstance(call.args[0], ast.Constant) and bool(call.keywords)
    return name in _MAKERS or name.endswith("Factory") or (name[:1].isupper() and _is_saved(module, call))


def _is_saved(module: Module, call: ast.Call) -> bool:
    """``Switch(name=KEY).save()``, at once or later."""
    users = [call, *(load for place, name in held(module, call) for load in loads(module, place, name))]
    return any(getattr(module.scopes.parents[user], "attr", "") in ("save", "asave") for user in users)


def _is_query(call: ast.Call) -> bool:
    """``Switch.objects.get(name=KEY)``."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(), attr="get"), args=[]):
            return True
    return False


def _changed_by_query(call: ast.Call) -> tuple[ast.Call, ast.expr | None] | None:
    """The query and the value of ``Switch.objects.filter(name=KEY).update(active=False)``, or of ``….delete()``."""
    match call:
        case ast.Call(func=ast.Attribute(value=ast.Call() as query, attr="update" | "aupdate")):
            value = next((value for name, value in _values(call) if name in _ACTIVE), None)
            return (query, _on_or_off(value)) if value is not None else None
        case ast.Call(func=ast.Attribute(value=ast.Call() as query, attr="delete" | "adelete"), args=[]):
            return query, _OFF
    return None


def _values(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    for keyword in call.keywords:
        if keyword.arg == "defaults" and isinstance(keyword.value, ast.Dict):
            yield from (
                (text_of(key) or "", value) for key, value in zip(keyword.value.keys, keyword.value.values, strict=True)
            )
        elif keyword.arg:
            yield keyword.arg, keyword.value


def changes(module: Module, call: ast.Call) -> Iterator[Change]:
    """``record.active = False``, ``record.projects.remove(…)``, ``project.features.remove(record)``, ``.delete()``."""
    for place, kept in held(module, call):
        for load in loads(module, place, kept):
            match statement_of(module, load):
                case ast.Assign(targets=[ast.Attribute(value=base, attr=name)], value=value) as statement:
                    if name in _ACTIVE and root(base) == kept:
                        yield statement, _on_or_off(value)
                case ast.Expr(value=ast.Call(func=ast.Attribute(attr=name) as func, args=args) as undone):
                    if name in _UNDOES and (root(func) == kept or [root(a) for a in args] == [kept]):
                        yield undone, _OFF
