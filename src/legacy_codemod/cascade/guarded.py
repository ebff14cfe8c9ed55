"""A statement into whether something around it depends on it: an error handler, or a call that sees every name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope

_SEE_ALL = frozenset({"locals", "globals", "eval", "exec"})
_SEE_MODULE = frozenset({"globals", "eval", "exec"})
_NEVER_RAISE = (ast.Constant, ast.Name, ast.Lambda)
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict)


def is_guarded(module: Module, statement: ast.stmt, names: Set[str]) -> bool:
    """Whether a handler waits for ``statement`` to fail, and does more then than to set ``names`` another way."""
    inner: ast.AST = statement
    for outer in module.scopes.ancestors(statement):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return False
        if isinstance(outer, (ast.Try, ast.TryStar)) and inner in outer.body and not _only_sets(outer, names):
            return True
        inner = outer
    return False


def _only_sets(node: ast.Try | ast.TryStar, names: Set[str]) -> bool:
    return all(_sets(statement, names) for handler in node.handlers for statement in handler.body)


def _sets(statement: ast.stmt, names: Set[str]) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in names
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return all((alias.asname or alias.name.split(".")[0]) in names for alias in aliases)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name in names
    return False


def never_raises(value: ast.expr) -> bool:
    """Whether making the value cannot fail: names, constants and displays of those."""
    if isinstance(value, _DISPLAYS):
        return all(never_raises(part) for part in ast.iter_child_nodes(value) if isinstance(part, ast.expr))
    return isinstance(value, _NEVER_RAISE)


def sees_all(module: Module, scope: Scope) -> bool:
    """Whether a call asks for names of ``scope`` that it does not write, as ``locals()`` and ``eval(…)`` do."""
    return any(
        module.scopes.at_name[name] is scope or (scope.is_module and name.id in _SEE_MODULE)
        for name in _seeing(module)
        if module.scopes.resolve(name) is None
    )


def _seeing(module: Module) -> Iterator[ast.Name]:
    for word in filter(module.words.__contains__, _SEE_ALL):
        yield from (
            n for n in (*module.leaves.get(word, ()), *module.scopes.quoted) if isinstance(n, ast.Name) and n.id == word
        )
