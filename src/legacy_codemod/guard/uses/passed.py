"""A call of the repository's own function into the arguments that it reads as names of variables."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.env_reads.calls import env_read
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.world import World

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def passed_on(world: World, module: Module, call: ast.Call) -> Iterator[ast.expr]:
    """What ``call`` gives to parameters that the function it calls hands to a read."""
    called = target(world, module, call.func)
    if not isinstance(called, Symbol) or not (call.args or call.keywords):
        return
    function, home = definition(world, called), world.module(called.path)
    if not isinstance(function, _FUNCTIONS) or home is None:
        return
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    if names and "." in called.name and not _is_static(function):
        names = names[1:]
    given = {**dict(zip(names, call.args, strict=False)), **{k.arg: k.value for k in call.keywords if k.arg}}
    for name in sorted(given.keys() & _read_by(world, home, function)):
        yield given[name]


def _is_static(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in function.decorator_list)


def _read_by(world: World, home: Module, function: ast.AST) -> frozenset[str]:
    """The parameters of ``function`` that are names of variables."""
    key = ("reads its parameters", home.path, function)
    if key not in world.targets:
        matcher = strict_matcher(world, home)
        reads = (env_read(matcher, node) for node in ast.walk(function) if isinstance(node, ast.expr))
        named = (read.captured["KEY"] for read in reads if read is not None and "KEY" in read.captured)
        world.targets[key] = frozenset(node.id for node in named if isinstance(node, ast.Name))
    return world.targets[key]  # type: ignore[return-value]
