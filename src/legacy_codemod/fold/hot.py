"""The words a flag is known by into the nodes of a file that it may settle; every other node is passed over unasked."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legacy_codemod.index.module import Module, target_names


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
    return Hot(frozenset(spread.nodes), frozenset(spread.names))


@dataclass(eq=False)
class _Spread:
    module: Module
    nodes: set[ast.AST] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def follow(self, words: Iterable[str]) -> None:
        waiting = list(words)
        while waiting:
            word = waiting.pop()
            if word in self.names:
                continue
            self.names.add(word)
            for leaf in self.module.leaves.get(word, ()):
                waiting += [name for name in self._climb(leaf) if name not in self.names]

    def _climb(self, node: ast.AST) -> Iterator[str]:
        """Mark ``node`` and what holds it; gives the names that may now hold the flag's value."""
        yield from _carried(node, node)
        self.nodes.add(node)
        child = node
        while (parent := self.module.scopes.parents.get(child)) is not None:
            yield from _carried(parent, child)
            if isinstance(parent, (ast.If, ast.While)) and child is parent.test:
                yield from self._stored_in(parent)
            if parent in self.nodes and not isinstance(parent, (ast.If, ast.While)):
                return
            self.nodes.add(parent)
            child = parent

    def _stored_in(self, node: ast.If | ast.While) -> Iterator[str]:
        """Names that a condition's suites may bind, by the lines they stand on."""
        first = bisect_left(self.module.stores, (node.lineno, ""))
        last = bisect_left(self.module.stores, ((node.end_lineno or node.lineno) + 1, ""))
        yield from (name for _line, name in self.module.stores[first:last])


def _carried(node: ast.AST, child: ast.AST) -> Iterator[str]:
    match node:
        case ast.alias(asname=str(name)):
            yield name
        case ast.Assign(targets=targets) if child is node.value:
            yield from (name for target in targets for name in target_names(target))
        case ast.AnnAssign(target=target) | ast.NamedExpr(target=target) if child is node.value:
            yield from target_names(target)
        case ast.keyword(arg=str(name)) if child is node.value:  # which may be a field
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if child is not node:
            yield name

