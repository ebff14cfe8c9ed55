"""A field of a class whose ``__init__`` is made from its annotations into whether some call gives it another value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.index import resolve
from legacy_codemod.index.callers import is_harmless, makes_its_own_kind
from legacy_codemod.index.family import base_names, descendants, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.uses import How, Use, uses
from legacy_codemod.testing import is_test

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Copies with changes: dataclasses.replace, namedtuple._replace, attrs.evolve, pydantic's model_copy.
_COPIES = frozenset({"replace", "__replace__", "_replace", "evolve", "model_copy", "copy", "model_construct"})
# Bases that give a field no value from elsewhere.
_INERT = frozenset({"object", "Generic", "Protocol", "ABC", "NamedTuple", "Exception", "Enum"})


def is_given(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether code outside the tests makes an instance, or a copy, with its own value for the field ``symbol``."""
    owner = owner_of(symbol)
    node = resolve.class_node(ask.world, owner)
    if node is None or not _is_field(node, symbol.last) or not (node.decorator_list or node.bases):
        return False
    names = [n for n in base_names(ask.world, owner) if not isinstance(n, Symbol)]
    if any(n is None or n.rpartition(".")[2] not in _INERT for n in names):
        return True  # pydantic and its like read fields from the environment, from requests, from files
    classes = (owner, *sorted(descendants(ask.world, owner)))
    return any(_escapes(use) for each in classes for use in uses(ask.world, each)) or _is_passed(ask, symbol, classes)


def _is_field(node: ast.ClassDef, name: str) -> bool:
    return any(
        isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name) and s.target.id == name for s in node.body
    )


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
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
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
