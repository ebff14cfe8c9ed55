"""A name that takes one of several texts in turn into those texts: loops, comprehensions, rows of a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind

_DEPTH = 4  # names and calls around what is written down
_SETS = frozenset({"setenv", "delenv", "putenv", "unsetenv"})


def texts_of(module: Module, node: ast.expr) -> list[ast.expr]:
    """What ``node`` is in turn, where that is written down; nothing for any other expression."""
    if not isinstance(node, ast.Name):
        return []
    for outer in module.scopes.ancestors(node):
        for target, given in _taken_from(outer):
            found = _place_in(target, node.id)
            if found is not None:
                return [each for row in _rows(module, given) for each in _of_row(row, found)]
    return []


def set_in_turn(module: Module) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Calls such as ``monkeypatch.delenv(name)``, each with the name that it is given."""
    for node in module.nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called), args=[ast.Name() as name, *_]):
                if called in _SETS:
                    yield node, name


def _taken_from(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The target and the iterable of each loop that ``node`` is, also of the rows of a parametrized test."""
    match node:
        case ast.For(target=target, iter=given) | ast.AsyncFor(target=target, iter=given):
            yield target, given
        case ast.ListComp(generators=loops) | ast.SetComp(generators=loops) | ast.GeneratorExp(generators=loops):
            yield from ((loop.target, loop.iter) for loop in loops)
        case ast.DictComp(generators=loops):
            yield from ((loop.target, loop.iter) for loop in loops)
        case ast.FunctionDef(decorator_list=decorators) | ast.AsyncFunctionDef(decorator_list=decorators):
            for decorator in decorators:
                match decorator:
                    case ast.Call(
                        func=ast.Attribute(attr="parametrize"), args=[ast.Constant(value=str(names)), given, *_]
                    ):
                        named: list[ast.expr] = [ast.Name(name.strip(), ast.Store()) for name in names.split(",")]
                        yield named[0] if len(named) == 1 else ast.Tuple(named, ast.Store()), given


def _place_in(target: ast.expr, name: str) -> int | None:
    """Where ``target`` binds ``name``: -1 for all of it, else its place in a tuple."""
    if isinstance(target, ast.Name):
        return -1 if target.id == name else None
    parts = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
    return next((at for at, part in enumerate(parts) if isinstance(part, ast.Name) and part.id == name), None)


def _rows(module: Module, given: ast.expr, depth: int = _DEPTH) -> list[ast.expr]:
    match given:
        case ast.List(elts=rows) | ast.Tuple(elts=rows) | ast.Set(elts=rows):
            return rows
        case ast.Dict(keys=keys):
            return [key for key in keys if key is not None]
        case ast.Call(func=ast.Attribute(value=base, attr="items"), args=[]):
            match _display(module, base):
                case ast.Dict(keys=keys, values=values):
                    pairs = zip(keys, values, strict=True)
                    return [ast.Tuple([key, value], ast.Load()) for key, value in pairs if key is not None]
        case ast.Name():
            held = _display(module, given)
            return [] if isinstance(held, ast.Name) or not depth else _rows(module, held, depth - 1)
        case ast.Call(func=ast.Name(id="sorted" | "list" | "tuple" | "set" | "frozenset"), args=[inner, *_]):
            return _rows(module, inner, depth - 1) if depth else []
    return []


def _display(module: Module, node: ast.expr) -> ast.expr:
    """What a name was given, where that was done once; any other expression as it is."""
    scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    bound = scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    held = bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None
    return held if held is not None else node


def _of_row(row: ast.expr, place: int) -> list[ast.expr]:
    if place < 0:
        return [row]
    parts = row.elts if isinstance(row, (ast.Tuple, ast.List)) else []
    return [parts[place]] if place < len(parts) else []
