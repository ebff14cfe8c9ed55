"""A field that a variable fills into whether that alone gives its value, and the type it is converted to."""

from __future__ import annotations

import ast

from legacy_codemod.env_reads.fields import FieldRead
from legacy_codemod.env_reads.names import named_option
from legacy_codemod.index.family import ancestors, base_names, descendants
from legacy_codemod.index.instances import instances_of
from legacy_codemod.index.resolve import class_of, target
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World
from legacy_codemod.index.writes import writes
from legacy_codemod.testing import is_test

_TYPES = frozenset({"bool", "int", "float", "str"})
_FILES = frozenset({"_env_file", "_env_file_encoding"})


def is_certain(world: World, field: FieldRead) -> bool:
    """Whether no code gives the field another value, takes part in making it, or copies an instance with one."""
    return (
        type_of(field)[0] != "unknown"
        and _is_of_the_library(world, field)
        and not _is_hooked(world, field)
        and not _is_passed(world, field)
        and not _is_filled_elsewhere(world, field)
        and not any(True for _ in writes(world, field.symbol))
        and not _is_named_by_a_string(world, field)
    )


def _is_of_the_library(world: World, field: FieldRead) -> bool:
    """Whether each base that is not here is one that the entry names."""
    known = field.reader.classes.bases if field.reader.classes else ()
    return all(isinstance(base, Symbol) or base in known for base in base_names(world, field.owner))


def type_of(field: FieldRead) -> tuple[str, ast.expr | None, bool]:
    """What the text is converted to, the default, and whether an unset variable raises."""
    if field.spelled is not None:
        return _type_spelled(field)
    value, annotation = field.node.value, getattr(field.node, "annotation", None)
    named = isinstance(annotation, ast.Name) and annotation.id in _TYPES
    to = annotation.id if named and isinstance(annotation, ast.Name) else "unknown"
    if isinstance(value, ast.Call):
        by_keyword = {keyword.arg: keyword.value for keyword in value.keywords}
        default = value.args[0] if value.args else by_keyword.get("default")
        is_open = "default_factory" in by_keyword or None in by_keyword
        return ("unknown" if is_open else to), _plain(default), _plain(default) is None
    return to, _plain(value), value is None or _plain(value) is None


def _plain(node: ast.expr | None) -> ast.expr | None:
    return node if isinstance(node, ast.Constant) and node.value is not Ellipsis else None


def _type_spelled(field: FieldRead) -> tuple[str, ast.expr | None, bool]:
    assert field.spelled is not None
    pattern, captured = field.spelled
    to, cast = pattern.to, captured.get("CAST")
    if cast is not None:
        to = cast.id if isinstance(cast, ast.Name) and cast.id in _TYPES - {"bool"} else "unknown"
    default = _plain(captured.get("DEFAULT"))
    return to, default, default is None


def _is_hooked(world: World, field: FieldRead) -> bool:
    """Whether the class, a base or a subclass has code, or an option, by which values come from elsewhere."""
    hooks = field.reader.classes.hooks if field.reader.classes else frozenset()
    last = field.symbol.last
    for owner in ancestors(world, field.owner) | descendants(world, field.owner):
        node = class_node(world, owner)
        for part in ast.walk(node) if node else ():
            named = {getattr(part, key, None) for key in ("name", "id", "attr", "arg")}
            if hooks & named or any("validator" in name for name in named if isinstance(name, str)):
                return True
        if owner.member(last) != field.symbol and node and last in _bound(node):
            return True
    return False


def _bound(node: ast.ClassDef) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}


def _is_passed(world: World, field: FieldRead) -> bool:
    """Whether an instance is made with values of the caller's."""
    by_methods = bool(field.reader.classes and field.reader.classes.makers)
    for owner in ancestors(world, field.owner) | {field.owner}:
        for _, call in instances_of(world, owner):
            if by_methods or call.args or any(keyword.arg not in _FILES for keyword in call.keywords):
                return True
    return False


def _is_filled_elsewhere(world: World, field: FieldRead) -> bool:
    """Whether a method of the class makes an instance of values that do not come from the environment."""
    fills = field.reader.classes.fills if field.reader.classes else frozenset()
    family = {field.owner} | ancestors(world, field.owner) | descendants(world, field.owner)
    for path, held in world.mentioning(fills):
        module = None if is_test(path) else world.module(path)
        for node in (n for name in sorted(held) for n in module.attributes.get(name, ())) if module else ():
            if module and {target(world, module, node.value), class_of(world, module, node.value)} & family:
                return True
    return False


def _is_named_by_a_string(world: World, field: FieldRead) -> bool:
    """``setattr``, ``model_copy(update={…})`` and their like name a field by a string; so do the options, rightly."""
    name, rightly = field.symbol.last, _option_keys(world, field)
    for path, _held in world.mentioning([name]):
        module = None if is_test(path) else world.module(path)
        if module and any(text.value == name and id(text) not in rightly for text in module.strings):
            return True
    return False


def _option_keys(world: World, field: FieldRead) -> set[int]:
    classes = field.reader.classes
    option = named_option(world, classes, field.owner) if classes else None
    return {id(key) for key in option[1].keys} if option and isinstance(option[1], ast.Dict) else set()
