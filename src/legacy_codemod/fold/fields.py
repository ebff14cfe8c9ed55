"""A field of a class whose ``__init__`` is made from its annotations into whether some call gives it another value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.index import resolve
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.testing import is_test

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Copies with changes: dataclasses.replace, namedtuple._replace, attrs.evolve, pydantic's model_copy.
_COPIES = frozenset({"replace", "_replace", "evolve", "model_copy", "copy", "model_construct"})


def is_given(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether code outside the tests makes an instance, or a copy, with its own value for the field ``symbol``."""
    owner = Symbol(symbol.path, symbol.name.rpartition(".")[0])
    node = resolve.class_node(ask.world, owner)
    if node is None or not _is_field(node, symbol.last) or not (node.decorator_list or node.bases):
        return False
    for path, _held in ask.world.mentioning([owner.last, symbol.last]):
        module = ask.world.module(path)
        if module is None or is_test(path):
            continue
        calls = (part for part in module.nodes if isinstance(part, ast.Call))
        if any(_gives(ask, module, call, (owner, symbol.last)) for call in calls):
            return True
    return False


def _is_field(node: ast.ClassDef, name: str) -> bool:
    return any(
        isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name) and s.target.id == name for s in node.body
    )


def _gives(ask: Evaluator, module: Module, call: ast.Call, field: tuple[Symbol, str]) -> bool:
    owner, name = field
    if not isinstance(call.func, (ast.Name, ast.Attribute)):
        return False
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
    named = any(keyword.arg == name for keyword in call.keywords)
    if called in _COPIES:
        return named
    positional = bool(call.args) or any(keyword.arg is None for keyword in call.keywords)
    if not named and not positional:
        return False
    found = resolve.target(ask.world, module, call.func)
    return found == owner or called == "cls" or (named and found is None)
