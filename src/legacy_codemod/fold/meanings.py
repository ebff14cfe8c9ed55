"""A file before and after a fold into what is in both, and the names that came to mean another thing."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope, lookup

Named = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
_Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
_DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_NAMED = (ast.Module, *_DEFINITIONS)


@dataclass(frozen=True, slots=True)
class Twins:
    """``earlier`` gives the node of ``before`` that a module, class or function of ``after`` was."""

    before: Module
    after: Module
    earlier: Mapping[ast.AST, Named]
    origins: Sequence[int]  # the line of ``before`` that each line of ``after`` was


def twins(before: Module, after: Module, origins: Sequence[int]) -> Twins:
    """Pair what begins on the same line."""
    lines: dict[int, list[_Definition]] = {}
    for node in before.nodes:
        if isinstance(node, _DEFINITIONS):
            lines.setdefault(node.lineno, []).append(node)
    earlier: dict[ast.AST, Named] = {after.tree: before.tree}
    for node in after.nodes:
        if isinstance(node, _DEFINITIONS):
            same = [n for n in lines.get(origins[node.lineno - 1], ()) if n.name == node.name]
            if len(same) == 1:
                earlier[node] = same[0]
    return Twins(before, after, earlier, origins)


def changed_meaning(both: Twins) -> tuple[Sequence[Named], str] | None:
    """A name that now stands for another variable, and the functions and classes one of which no longer binds it."""
    for now, name in _uses(both.after):
        was = both.earlier.get(now.node)
        if was is None:
            continue
        meant = _variable(lookup(both.before.scopes.of_node[was], name))
        means = _variable(lookup(now, name))
        instead = both.earlier.get(means) if means else None
        as_global = means is None and isinstance(was, ast.ClassDef) and meant is was  # a class asks there in the end
        if not as_global and meant is not instead:
            return [scope for scope in (meant, was, instead) if isinstance(scope, _NAMED)], name
    return None


def _uses(module: Module) -> Iterator[tuple[Scope, str]]:
    """Every name where it is resolved: in a function, class or module, past lambdas and comprehensions of their own."""
    seen = {(scope, name.id) for name, scope in module.scopes.at_name.items()}
    seen |= {(scope, name) for scope in module.scopes.of_node.values() for name in scope.outer}
    for scope, name in sorted(seen, key=lambda use: (getattr(use[0].node, "lineno", 0), use[1])):
        inner: Scope | None = scope
        while inner is not None and not isinstance(inner.node, _NAMED) and name not in inner.bindings:
            inner = inner.parent
        if inner is not None and isinstance(inner.node, _NAMED):
            yield inner, name


def _variable(scope: Scope | None) -> ast.AST | None:
    """The function or class that holds the variable; ``None`` for globals and builtins."""
    return None if scope is None or scope.is_module else scope.node
