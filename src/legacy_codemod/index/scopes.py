"""What the scopes of a file bind, and which scope a name is resolved in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How a name comes to be bound."""

    ASSIGN = "assignment"
    DECLARE = "annotation"  # `x: int` binds nothing, yet makes the name local
    IMPORT = "import"
    FUNCTION = "function"
    CLASS = "class"
    PARAMETER = "parameter"
    OTHER = "other"  # loops, with, except, augmented assignment, match, del


@dataclass(frozen=True, eq=False, slots=True)
class Binding:
    """One place that binds ``name``; ``statement`` holds it, ``value`` is the whole value where there is one."""

    name: str
    kind: Kind
    node: ast.AST
    scope: Scope
    value: ast.expr | None = None


@dataclass(eq=False, slots=True)
class Scope:
    """A module, class, function, lambda or comprehension. Filled while the tree is read, then left alone."""

    node: ast.AST
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    loads: dict[str, list[ast.Name]] = field(default_factory=dict)  # names resolved to this scope
    outer: dict[str, bool] = field(default_factory=dict)  # True: global, False: nonlocal

    @property
    def is_class(self) -> bool:
        """Whether this is the body of a class, which inner scopes cannot see."""
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_function(self) -> bool:
        """Whether this is the body of a function or lambda."""
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))

    @property
    def is_module(self) -> bool:
        """Whether this is the top level."""
        return self.parent is None


@dataclass(eq=False, slots=True)
class Scopes:
    """All scopes of one tree."""

    module: Scope
    of_node: dict[ast.AST, Scope]  # the scope that a function, class, lambda or comprehension opens
    at_name: dict[ast.Name, Scope]  # the scope a name stands in
    parents: dict[ast.AST, ast.AST]
    quoted: list[ast.AST] = field(default_factory=list)  # what quoted annotations hold, each at its string's place

    def resolve(self, name: ast.Name) -> Scope | None:
        """The scope that binds ``name`` where it stands; ``None`` for builtins and what is bound nowhere."""
        found = lookup(self.at_name[name], name.id)
        if found is None or not found.is_class or any(_has_bound(binding, name) for binding in found.bindings[name.id]):
            return found
        return self.module if name.id in self.module.bindings else None  # so far the class has no such name

    def enclosing(self, node: ast.AST) -> Scope:
        """The innermost scope whose body holds ``node``."""
        while node in self.parents:
            node = self.parents[node]
            if node in self.of_node:
                return self.of_node[node]
        return self.module

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """``node``'s parents, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node


def _has_bound(binding: Binding, name: ast.Name) -> bool:
    """Whether ``name`` stands behind what binds it, or is what is bound."""
    node = binding.node if binding.value is None else binding.value
    end = getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0)
    return not isinstance(name.ctx, ast.Load) or end <= (name.lineno, name.col_offset)


def lookup(scope: Scope, name: str) -> Scope | None:
    """Python's own rule: own scope, then enclosing functions (never classes), then the module."""
    current: Scope | None = scope
    while current is not None:
        if current.outer.get(name) is True:
            top = root(current)
            return top if name in top.bindings else None
        if name in current.bindings and name not in current.outer and (current is scope or not current.is_class):
            return current
        current = current.parent
    return None


def root(scope: Scope) -> Scope:
    """The module's scope."""
    while scope.parent is not None:
        scope = scope.parent
    return scope
