"""A function that the change emptied into the statements that only call or register it, which go."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.signals import announces, connects
from legacy_codemod.index.module import Module
from legacy_codemod.index.reach import Sure, reach
from legacy_codemod.index.symbols import Symbol, bindings, functions_by_name
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, Use

Function = ast.FunctionDef | ast.AsyncFunctionDef
_PLAIN = frozenset({"staticmethod", "classmethod"})


def idle_statements(earlier: Module, module: Module, now: Alive) -> Iterator[tuple[Symbol, Module, ast.stmt]]:
    """Statements that do nothing since a function of ``module`` does nothing, each with that function."""
    before = functions_by_name(earlier)
    for name, nodes in functions_by_name(module).items():
        if len(nodes) != 1 or len(before.get(name, ())) != 1 or _is_idle(before[name][0]) or not _is_idle(nodes[0]):
            continue
        symbol = Symbol(module.path, name)
        if [b.node for b in bindings(now.world, symbol)] == nodes and not symbol.last.startswith("__"):
            for other, statement in _statements(now, symbol, (module, nodes[0])):
                yield symbol, other, statement


def _is_idle(node: Function) -> bool:
    """Whether the body does nothing and gives nothing."""
    return all(map(_is_nothing, node.body))


def _is_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()) | ast.Return(value=None | ast.Constant(value=None)):
            return True
    return False


def _statements(now: Alive, symbol: Symbol, where: tuple[Module, Function]) -> list[tuple[Module, ast.stmt]]:
    """All that uses the function, where all of that may go; else nothing."""
    module, node = where
    found: list[tuple[Module, ast.stmt]] = []
    for use in now.every(symbol):
        if use.how in (How.IMPORT, How.EXPORT) or Alive.inside(use, {node}):
            continue
        if is_test_file(now.world, use.path) and not now.roots.is_kept(use.path):
            continue  # a test of what goes is cut with it
        statement = None if now.roots.is_kept(use.path) else _idle_call(now, symbol, node, use)
        if statement is None or use.module is None:
            return []
        found.append((use.module, statement))
    announced = node.decorator_list and all(announces(now.world, module, d) for d in node.decorator_list)
    if announced and not now.roots.holds(symbol):
        return [*found, (module, node)]
    return found if all(getattr(d, "id", "") in _PLAIN for d in node.decorator_list) else []


def _idle_call(now: Alive, symbol: Symbol, function: Function, use: Use) -> ast.stmt | None:
    """The statement that is nothing but a call of the function, or that connects it to a signal."""
    module, node = use.module, use.node
    if module is None or not isinstance(node, ast.expr):
        return None
    if not _is_certain(now, module, node, symbol):
        return None
    call = module.scopes.parents[node]
    if not isinstance(call, ast.Call):
        return None
    calls = call.func is node and all(acts_on_nothing(now.world, module, a) for a in _arguments(call))
    whole: ast.AST = module.scopes.parents[call]
    if calls and isinstance(function, ast.AsyncFunctionDef):
        if not isinstance(whole, ast.Await):
            return None
        whole = module.scopes.parents[whole]
    return whole if isinstance(whole, ast.Expr) and (calls or connects(now.world, module, call)) else None


def _is_certain(now: Alive, module: Module, node: ast.expr, symbol: Symbol) -> bool:
    """Whether no other method of that name can be meant."""
    if "." not in symbol.name or not isinstance(node, ast.Attribute):
        return "." not in symbol.name
    return reach(now.world, module, node, symbol).sure is Sure.ALWAYS


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]
