"""A call of the repository's own function into the names of the variables that it reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import partial

from legacy_codemod.env_reads.calls import env_read
from legacy_codemod.env_reads.keys import Key, Parts, text_parts
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings, definition
from legacy_codemod.index.world import World

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEPTH = 4  # functions that hand a name on

_Given = Mapping[str, Parts]  # what the parameters of a function are given
_Callable = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_Function = tuple[Module, _Callable]


def read_through(world: World, module: Module, call: ast.Call) -> Iterator[Key]:
    """What the function that ``call`` calls reads, as far as it makes the name of what it is given."""
    if not (call.args or call.keywords):
        return
    called = _called(world, module, call)
    if called is not None and _reads_what_it_is_given(world, called):
        yield from _read(world, called, _given(world, (module, call), called, {}), _DEPTH)


def _called(world: World, module: Module, call: ast.Call) -> _Function | None:
    found = target(world, module, call.func)
    node = (_lambda(world, found) or definition(world, found)) if isinstance(found, Symbol) else None
    home = world.module(found.path) if isinstance(found, Symbol) else None
    return (home, node) if home is not None and isinstance(node, (*_FUNCTIONS, ast.Lambda)) else None


def _lambda(world: World, symbol: Symbol) -> ast.expr | None:
    """The value of a name that is bound once."""
    bound = bindings(world, symbol)
    return bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None


def _given(world: World, place: tuple[Module, ast.Call], called: _Function, outer: _Given) -> _Given:
    (module, call), (home, function) = place, called
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    static = any(
        isinstance(each, ast.Name) and each.id == "staticmethod" for each in getattr(function, "decorator_list", ())
    )
    if isinstance(home.scopes.parents.get(function), ast.ClassDef) and not static:
        names = names[1:]
    pairs = [*zip(names, call.args, strict=False), *((k.arg, k.value) for k in call.keywords if k.arg)]
    return {name: _parts(world, module, value, outer) for name, value in pairs}


def _read(world: World, function: _Function, given: _Given, depth: int) -> Iterator[Key]:
    home, node = function
    matcher = strict_matcher(world, home)
    for part in ast.walk(node):
        if not isinstance(part, ast.expr) or not depth:
            continue
        read = env_read(matcher, part)
        if read is not None and _names(read.captured["KEY"]) & given.keys():
            yield Key(_parts(world, home, read.captured["KEY"], given))
        elif isinstance(part, ast.Call) and (called := _called(world, home, part)) and called[1] is not node:
            inner = _given(world, (home, part), called, given)
            if any(_names(value) & given.keys() for value in (*part.args, *(k.value for k in part.keywords))):
                yield from _read(world, called, inner, depth - 1)


def _reads_what_it_is_given(world: World, function: _Function) -> bool:
    names = [each.arg for each in ast.walk(function[1].args) if isinstance(each, ast.arg)]
    reads = partial(_read, world, function, dict.fromkeys(names, (None,)), _DEPTH)
    return world.once(("reads through", function[1]), lambda: any(True for _ in reads()))


def _parts(world: World, module: Module, node: ast.expr, given: _Given) -> Parts:
    """The text of ``node``, in which a parameter is what it is given."""
    match node:
        case ast.Name(id=name) if name in given:
            return given[name]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return (*_parts(world, module, left, given), *_parts(world, module, right, given))
        case ast.JoinedStr(values=values):
            return tuple(part for value in values for part in _parts(world, module, value, given))
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            return _parts(world, module, value, given)
        case ast.Call(func=ast.Attribute(value=base, attr="upper"), args=[]):
            return tuple(part and part.upper() for part in _parts(world, module, base, given))
    return text_parts(world, module, node)


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
