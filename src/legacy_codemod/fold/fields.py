"""A field of a class whose ``__init__`` is made from its annotations into whether some call gives it another value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold.outcome import is_refillable
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.callers import caller, is_harmless, makes_its_own_kind
from legacy_codemod.index.family import base_names, descendants, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.uses import How, Use, uses
from legacy_codemod.testing import is_test
from legacy_codemod.truth import OPAQUE, Known, Value, same

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Copies with changes: dataclasses.replace, namedtuple._replace, attrs.evolve, pydantic's model_copy.
_COPIES = frozenset({"replace", "__replace__", "_replace", "evolve", "model_copy", "copy", "model_construct"})
# Bases that give a field no value from elsewhere.
_PLAIN = frozenset({"builtins.object", "typing.NamedTuple", "typing.Protocol", "abc.ABC"})
_INERT = frozenset({"object", "Generic", "Protocol", "ABC", "NamedTuple", "Exception", "Enum"})


def is_given(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether code outside the tests makes an instance, or a copy, with its own value for the field ``symbol``."""
    owner = owner_of(symbol)
    node = symbols.class_node(ask.world, owner)
    if node is None or not _is_field(node, symbol.last) or not (node.decorator_list or node.bases):
        return False
    names = [n for n in base_names(ask.world, owner) if not isinstance(n, Symbol)]
    if any(n is None or n.rpartition(".")[2] not in _INERT for n in names):
        return True  # pydantic and its like read fields from the environment, from requests, from files
    classes = (owner, *sorted(descendants(ask.world, owner)))
    return any(_escapes(use) for each in classes for use in uses(ask.world, each)) or _is_passed(ask, symbol, classes)


def given_value(ask: Evaluator, symbol: Symbol) -> Value:
    """The one value that every call gives a field without a default."""
    owner = owner_of(symbol)
    node = symbols.class_node(ask.world, owner)
    plain = node is not None and base_names(ask.world, owner) <= _PLAIN and not descendants(ask.world, owner)
    if node is None or not plain or not _is_made_of_fields(node) or symbol.last not in field_names(node):
        return OPAQUE
    passed: list[Value] = []
    for use in uses(ask.world, owner):
        if is_test(use.path) or is_harmless(use) or use.how is How.STRING:
            continue
        call = caller(use)
        given = _given_by(node, call.call, symbol.last) if call else None
        if call is None or given is None:
            if _escapes(use) or call is not None or _is_called(use):
                return OPAQUE
            continue
        passed.append(ask.value(call.module, given))
    held = passed[0] if passed else OPAQUE
    agreed = isinstance(held, Known) and all(isinstance(v, Known) and same(v.value, held.value) for v in passed)
    copied = _is_copied(ask, symbol) if agreed else True
    return OPAQUE if copied or is_refillable(held) else held


def _is_made_of_fields(node: ast.ClassDef) -> bool:
    named = [d.func if isinstance(d, ast.Call) else d for d in node.decorator_list]
    made = [last_name(d) for d in named]
    own = any(getattr(s, "name", "") in ("__init__", "__new__", "__post_init__") for s in node.body)
    tupled = any(last_name(b) == "NamedTuple" for b in node.bases)
    return not own and (made in (["dataclass"], ["define"], ["frozen"]) or (not made and tupled))


def field_names(node: ast.ClassDef) -> list[str]:
    """The fields that a class declares, in order."""
    return [s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]


def _given_by(node: ast.ClassDef, call: ast.Call, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    position = field_names(node).index(name)
    return call.args[position] if position < len(call.args) else None


def _is_called(use: Use) -> bool:
    parent = use.module.scopes.parents.get(use.node) if use.module and use.node else None
    return isinstance(parent, ast.Call) and parent.func is use.node


def _is_copied(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether something makes a copy, or an object of the same kind, with another value for the field."""
    for path, _held in ask.world.mentioning([owner_of(symbol).last, symbol.last]):
        module = ask.world.module(path)
        for call in module.nodes if module and not is_test(path) else ():
            if not isinstance(call, ast.Call):
                continue
            called = last_name(call.func)
            if called in _COPIES and any(keyword.arg == symbol.last for keyword in call.keywords):
                return True
            if path == symbol.path and (makes_its_own_kind(call) or called == "cls"):
                return True
    return False


def _is_field(node: ast.ClassDef, name: str) -> bool:
    return name in field_names(node)


def _escapes(use: Use) -> bool:
    """Whether the class itself is handed on, so that anything may make an instance of it."""
    if use.module is None or use.node is None or is_test(use.path) or is_harmless(use) or use.how is How.STRING:
        return False
    match use.module.scopes.parents.get(use.node):
        case ast.Call(func=func, args=args) if func is not use.node:
            return not (getattr(func, "id", "") in ("isinstance", "issubclass", "cast") and use.node in args)
        case ast.Attribute(attr=name):
            return name == "_make"
        case ast.Call() | ast.ClassDef() | ast.MatchClass() | ast.ExceptHandler() | ast.Compare() | ast.Subscript():
            return False
    return True


def _is_passed(ask: Evaluator, symbol: Symbol, classes: tuple[Symbol, ...]) -> bool:
    for path, _held in ask.world.mentioning([*(owner.last for owner in classes), symbol.last]):
        module = ask.world.module(path)
        if module is None or is_test(path):
            continue
        calls = (part for part in module.nodes if isinstance(part, ast.Call))
        if any(_gives(ask, module, call, (classes, symbol.last)) for call in calls):
            return True
    return False


def _gives(ask: Evaluator, module: Module, call: ast.Call, field: tuple[tuple[Symbol, ...], str]) -> bool:
    classes, name = field
    called = last_name(call.func)
    named = any(keyword.arg == name for keyword in call.keywords)
    if called in _COPIES:
        return named
    positional = bool(call.args) or any(keyword.arg is None for keyword in call.keywords)
    if not named and not positional:
        return False
    if makes_its_own_kind(call) and module.path in {owner.path for owner in classes}:
        return True
    if not isinstance(call.func, (ast.Name, ast.Attribute)):
        return named
    found = resolve.target(ask.world, module, call.func)
    return found in classes or called == "cls" or (named and found is None)
