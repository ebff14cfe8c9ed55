"""A flag into the places where code gives it another value at run time: there it is not settled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.index.writes import writes
from legacy_codemod.model import EnvFlag, Place, Refusal
from legacy_codemod.testing import is_test

_REASON = "code sets the flag here at run time, so no one value holds for it"


def rebinds(world: World, flag: Flag) -> list[Refusal]:
    """The places outside the tests that certainly set the flag, or what its name is bound to, after it was made."""
    found: set[tuple[str, int]] = set()
    if isinstance(flag.subject, EnvFlag):
        found.update(_variable_sets(world, flag.subject))
    elif flag.symbol is not None and flag.symbol.name:
        found.update(_name_sets(world, flag.symbol))
    return [Refusal(Place(*place), _REASON) for place in sorted(found)]


def _name_sets(world: World, symbol: Symbol) -> Iterator[tuple[str, int]]:
    yield from ((w.module.path, w.line) for w in writes(world, symbol) if w.certain)
    module = world.module(symbol.path)
    for node in module.nodes if module else ():
        if isinstance(node, ast.Global) and symbol.name in node.names:
            yield symbol.path, node.lineno


def _variable_sets(world: World, subject: EnvFlag) -> Iterator[tuple[str, int]]:
    """``os.environ["NAME"] = …`` and its like, unless what is set is the kept value."""
    for path, _held in world.mentioning([subject.env]):
        module = world.module(path)
        if module is None or is_test(path):
            continue
        for node in module.nodes:
            for key, value in _sets(world, module, node, unset=subject.value is None):
                kept = isinstance(value, ast.Constant) and value.value == subject.value
                if isinstance(key, ast.Constant) and key.value == subject.env and not kept:
                    yield path, key.lineno


_Set = tuple[ast.expr, ast.expr | None]


def _sets(world: World, module: Module, node: ast.AST, *, unset: bool) -> Iterator[_Set]:
    """Keys of the environment that ``node`` sets, each with its new value, or takes out."""
    match node:
        case ast.Subscript(value=base, slice=key, ctx=ast.Store() | ast.Del()) if _is_environ(world, module, base):
            statement = module.scopes.parents[node]
            yield key, statement.value if isinstance(statement, ast.Assign) else None
        case ast.Call(func=ast.Attribute(value=base, attr=name)) if _is_environ(world, module, base):
            yield from _by_method(node, name, unset=unset)
        case ast.Call(func=func, args=[key, *value]) if target(world, module, func) in ("os.putenv", "os.unsetenv"):
            yield key, value[0] if value else None


def _by_method(call: ast.Call, name: str, *, unset: bool) -> Iterator[_Set]:
    match name, call.args:
        case "pop", [key, *_]:
            yield key, None
        case "setdefault", [key, *value] if unset:
            yield key, value[0] if value else None
        case "update", given:
            for display in (d for d in given if isinstance(d, ast.Dict)):
                yield from ((k, v) for k, v in zip(display.keys, display.values, strict=True) if k is not None)
            yield from ((ast.copy_location(ast.Constant(k.arg), k), k.value) for k in call.keywords)


def _is_environ(world: World, module: Module, node: ast.expr) -> bool:
    return target(world, module, node) == "os.environ"
