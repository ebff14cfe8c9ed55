"""A read of a name in the very body that binds it into whether the name has its last value there already."""

from __future__ import annotations

import ast
from itertools import takewhile

from legacy_codemod.index.scopes import Binding, Scope
from legacy_codemod.index.symbols import instance_stores
from legacy_codemod.shapes import NOT_CONSTANT, Matcher

_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def has_its_value(matcher: Matcher, node: ast.expr, value: object) -> bool:
    """Whether a flag that holds ``value`` in the end holds it where ``node`` reads it by its plain name.

    ::

        mode = read("MODE")
        if mode == "old":        # yes, where "new" is not what it holds in the end: then this was never true
            mode = "new"
    """
    scope = matcher.module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    if scope is None or scope.is_function or _is_read_later(matcher, node, scope):
        return True
    if isinstance(scope.node, ast.ClassDef) and instance_stores(matcher.module, scope.node, node.id):  # type: ignore[attr-defined]
        return False  # an instance goes on to set it
    first, *others = sorted(scope.bindings[node.id], key=lambda b: _position(b.node))  # type: ignore[attr-defined]
    if not others or _position(node) > max(_position(binding.node) for binding in others):
        return True
    return _is_straight(matcher, first, scope) and all(_is_another(matcher, b, value) for b in others)


def _is_read_later(matcher: Matcher, node: ast.expr, scope: Scope) -> bool:
    """Whether a function of its own stands between the read and the body: it runs when all is bound."""
    outer = takewhile(lambda each: each is not scope.node, matcher.module.scopes.ancestors(node))
    return any(isinstance(each, _LATER) for each in outer)


def _is_straight(matcher: Matcher, binding: Binding, scope: Scope) -> bool:
    parents = matcher.module.scopes.parents
    return parents[parents[binding.node]] is scope.node


def _is_another(matcher: Matcher, binding: Binding, value: object) -> bool:
    held = matcher.literal(matcher.module, binding.value) if binding.value is not None else NOT_CONSTANT
    return held is not NOT_CONSTANT and (type(held) is not type(value) or held != value)


def _position(node: ast.AST) -> tuple[int, int]:
    return node.lineno, node.col_offset  # type: ignore[attr-defined]
