"""The words a flag is known by into the nodes of a file that it may settle; every other node is passed over unasked."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope


@dataclass(frozen=True, slots=True)
class Hot:
    """Nodes that hold something the flag may settle, and the names that may carry it further."""

    nodes: frozenset[ast.AST]
    names: frozenset[str]


def hot(module: Module, words: Iterable[str]) -> Hot:
    """Follow ``words`` to the names they are assigned to, returned by and imported as, until no new one comes up.

    This is a superset: what is really settled is asked of the evaluator.
    """
    spread = _Spread(module)
    spread.follow(words)
    return Hot(frozenset(spread.nodes), frozenset(name for name in spread.names if isinstance(name, str)))


# A word, which anything may say, or a name that a function binds for itself.
_Name = str | tuple[Scope, str]


@dataclass(eq=False)
class _Spread:
    module: Module
    nodes: set[ast.AST] = field(default_factory=set)
    names: set[_Name] = field(default_factory=set)

    def follow(self, words: Iterable[str]) -> None:
        waiting: list[_Name] = list(words)
        while waiting:
            name = waiting.pop()
            if name in self.names:
                continue
            self.names.add(name)
            for leaf in self._leaves(name):
                waiting += [carrier for carrier in self._climb(leaf) if carrier not in self.names]

    def _leaves(self, name: _Name) -> list[ast.AST]:
        if isinstance(name, str):
            return self.module.leaves.get(name, [])
        scope, local = name
        said = self.module.leaves.get(local, ())
        return [leaf for leaf in said if isinstance(leaf, ast.Name) and self.module.scopes.resolve(leaf) is scope]

    def _climb(self, node: ast.AST) -> Iterator[_Name]:
        """Mark ``node`` and what holds it; gives the names that may now hold the flag's value."""
        yield from self._carried(node, node)
        self.nodes.add(node)
        child = node
        while (parent := self.module.scopes.parents.get(child)) is not None:
            yield from self._carried(parent, child)
            if isinstance(parent, (ast.If, ast.While)) and child is parent.test:
                yield from self._stored_in(parent)
            if parent in self.nodes and not isinstance(parent, (ast.If, ast.While)):
                return
            self.nodes.add(parent)
            child = parent

    def _stored_in(self, node: ast.If | ast.While) -> Iterator[_Name]:
        """Names that a condition's suites may bind, by the lines they stand on."""
        stores = self.module.stores
        first = bisect_left(stores, node.lineno, key=_line)
        last = bisect_right(stores, node.end_lineno or node.lineno, key=_line)
        yield from map(self._bound, stores[first:last])

    def _bound(self, node: ast.Name | ast.Attribute) -> _Name:
        if isinstance(node, ast.Attribute):
            return node.attr
        scope = self.module.scopes.resolve(node)
        return (scope, node.id) if scope is not None and scope.is_function else node.id

    def _carried(self, node: ast.AST, child: ast.AST) -> Iterator[_Name]:
        match node:
            case ast.alias(asname=str(name)):
                yield name
            case ast.Assign(targets=targets) if child is node.value:
                yield from (self._bound(name) for target in targets for name in _targets(target))
            case ast.AnnAssign(target=target) | ast.NamedExpr(target=target) if child is node.value:
                yield from map(self._bound, _targets(target))
            case ast.keyword(arg=str(name)) if child is node.value:  # which may be a field
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if child is not node:
                yield name


def _line(node: ast.Name | ast.Attribute) -> int:
    return node.lineno


def _targets(node: ast.AST) -> Iterator[ast.Name | ast.Attribute]:
    if isinstance(node, (ast.Name, ast.Attribute)):
        yield node
    elif isinstance(node, (ast.Tuple, ast.List)):
        yield from (target for part in node.elts for target in _targets(part))
