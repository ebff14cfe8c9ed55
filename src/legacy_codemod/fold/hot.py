"""The words a flag is known by into the nodes of a file that it may settle; every other node is passed over unasked."""

from __future__ import annotations

import ast
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legacy_codemod.index.module import Module

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hot:
    """Nodes that hold something the flag may settle, and the names that may carry it further."""

    nodes: frozenset[ast.AST]
    names: frozenset[str]


def hot(module: Module, words: Iterable[str]) -> Hot:
    """Follow ``words`` to the names they are assigned to, returned by and imported as, until no new one comes up.

    This is a superset: what is really settled is asked of the evaluator.
    """
    spread = _Spread(module, _leaves(module), _stores(module))
    spread.follow(words)
    return Hot(frozenset(spread.nodes), frozenset(spread.names))


def _leaves(module: Module) -> dict[str, list[ast.AST]]:
    """Nodes by the word they hold."""
    found: dict[str, list[ast.AST]] = defaultdict(list)
    for node in module.nodes:
        match node:
            case ast.Name(id=word) | ast.Attribute(attr=word) | ast.keyword(arg=str(word)):
                found[word].append(node)
            case ast.Constant(value=str(text)):
                for word in {text, *_WORD.findall(text)} if len(text) < 200 else ():
                    found[word].append(node)
            case ast.alias(name=name):
                found[name.rpartition(".")[2]].append(node)
            case ast.FunctionDef(name=word) | ast.AsyncFunctionDef(name=word):
                found[word].append(node)
    return found


def _stores(module: Module) -> list[tuple[int, str]]:
    """Names that are bound and attributes that are set, in order of their lines."""
    return sorted((node.lineno, name) for node in module.nodes for name in _target_names(node))  # type: ignore[attr-defined]


@dataclass(eq=False)
class _Spread:
    module: Module
    leaves: dict[str, list[ast.AST]]
    stores: list[tuple[int, str]]
    nodes: set[ast.AST] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def follow(self, words: Iterable[str]) -> None:
        waiting = list(words)
        while waiting:
            word = waiting.pop()
            if word in self.names:
                continue
            self.names.add(word)
            for leaf in self.leaves.get(word, ()):
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
        first = bisect_left(self.stores, (node.lineno, ""))
        last = bisect_left(self.stores, ((node.end_lineno or node.lineno) + 1, ""))
        yield from (name for _line, name in self.stores[first:last])


def _carried(node: ast.AST, child: ast.AST) -> Iterator[str]:
    match node:
        case ast.alias(asname=str(name)):
            yield name
        case ast.Assign(targets=targets) if child is node.value:
            yield from (name for target in targets for name in _target_names(target))
        case ast.AnnAssign(target=target) | ast.NamedExpr(target=target) if child is node.value:
            yield from _target_names(target)
        case ast.keyword(arg=str(name)) if child is node.value:  # which may be a field
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if child is not node:
            yield name


def _target_names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr
    elif isinstance(node, (ast.Tuple, ast.List)) and isinstance(node.ctx, ast.Store):
        yield from (name for part in node.elts for name in _target_names(part))
