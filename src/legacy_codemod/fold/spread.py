"""A flag into the files its value reaches: each name it settles is looked for in its turn."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.calls import returned
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.names import symbol_value
from legacy_codemod.fold.parameters import settled_parameters
from legacy_codemod.index import resolve
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol
from legacy_codemod.index.scopes import Kind
from legacy_codemod.truth import Known, settled


def reached(ask: Evaluator) -> dict[str, Module]:
    """Every parsable file in which the flag settles an expression, by path."""
    assert ask.flag is not None
    found: dict[str, Module] = {}
    wanted = set(ask.flag.words)
    keys = frozenset({getattr(ask.flag.subject, "env", "")}).union(*(shape.strings for _, shape in ask.flag.shapes))
    while wanted:
        ask.learn(wanted)
        fresh: set[str] = set()
        waiting = [path for path, _held in ask.world.mentioning(wanted)]
        while waiting:
            module = ask.world.module(waiting.pop())
            if module is not None:
                found[module.path] = module
                fresh.update(_settled_names(ask, module, keys))
                waiting += sorted(ask.learn_parameters(settled_parameters(ask, module)))
        wanted = fresh - ask.words
    return dict(sorted(found.items()))


def _settled_names(ask: Evaluator, module: Module, keys: frozenset[str]) -> Iterator[str]:
    """Names of the file that hold the flag's value, give it, or hold its key."""
    names = ask.hot(module).names
    for name, symbol in _named(module):
        if name not in names:
            continue
        node = resolve.definition(ask.world, symbol)
        if (
            (isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and settled(returned(ask, module, node)))
            or settled(symbol_value(ask, symbol))
            or (keys and _holds_key(ask, symbol, keys))
        ):
            yield name


def _named(module: Module) -> Iterator[tuple[str, Symbol]]:
    for name, bindings in module.scopes.module.bindings.items():
        if bindings[0].kind is not Kind.IMPORT:
            yield name, Symbol(module.path, name)
    stored = sorted(
        name for name, found in module.attributes.items() if any(isinstance(a.ctx, ast.Store) for a in found)
    )
    for node in module.classes:
        owner = Symbol(module.path, resolve.qualified(module, node))
        for name in dict.fromkeys((*module.scopes.of_node[node].bindings, *stored)):
            yield name, owner.member(name)


def _holds_key(ask: Evaluator, symbol: Symbol, keys: frozenset[str]) -> bool:
    held = symbol_value(ask, symbol)
    return isinstance(held, Known) and isinstance(held.value, str) and held.value in keys
