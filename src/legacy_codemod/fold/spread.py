"""A flag into the files its value reaches: each name it settles is looked for in its turn."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.calls import returned
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.held import held_by
from legacy_codemod.fold.lookups import DISPLAYS
from legacy_codemod.fold.names import symbol_value
from legacy_codemod.fold.parameters import settled_parameters
from legacy_codemod.fold.scarce import scarce_names
from legacy_codemod.fold.sdk import holds
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.children import walk
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.shapes import Matcher
from legacy_codemod.truth import Known, settled


def spread(world: World, flag: Flag) -> tuple[Evaluator, dict[str, Module]]:
    """What answers for the flag, and every parsable file in which it settles an expression; found once of a world."""

    def spread_now() -> tuple[Evaluator, dict[str, Module]]:
        ask = Evaluator(world, flag)
        return ask, _reached(ask)

    return world.once(("spread", flag.subject), spread_now)


def _reached(ask: Evaluator) -> dict[str, Module]:
    assert ask.flag is not None
    found: dict[str, Module] = {}
    wanted = set(ask.flag.words)
    keys = frozenset({getattr(ask.flag.subject, "env", "")}).union(*(shape.strings for _, shape in ask.flag.shapes))
    keys = keys if ask.flag.sdk is None else frozenset({ask.flag.sdk.key})
    while wanted:
        ask.learn(wanted)
        fresh: set[str] = set()
        waiting = [path for path, _held in ask.world.mentioning(wanted)]
        ask.world.tree.foresee(_may_carry(ask, waiting))
        ask.world.tree.foresee(scarce_names(ask, waiting))
        while waiting:
            module = ask.world.module(waiting.pop())
            if module is not None:
                found[module.path] = module
                fresh.update(_settled_names(ask, module, keys))
                waiting += sorted(ask.learn_parameters(settled_parameters(ask, module)))
        wanted = fresh - ask.words
    return dict(sorted(found.items()))


def _may_carry(ask: Evaluator, paths: Iterable[str]) -> Iterator[str]:
    """Names of the files of which it will be asked whether they hold the flag's value, and who else sets them.

    Those that many of them define are in every file of a repository, and seldom asked for: `log`, `__all__`.
    """
    files: Counter[str] = Counter()
    for path in paths:
        module = ask.world.module(path)
        if module is not None:
            names = ask.hot(module).names
            files.update({name for name, _ in _named(ask.world, module) if name in names})
            yield from (node.name for node in module.classes)  # what derives from them
            yield dotted_name(ask.world, path).rpartition(".")[2]
    yield from (name for name, count in files.items() if count <= _MANY)


_MANY = 3  # files


def _settled_names(ask: Evaluator, module: Module, keys: frozenset[str]) -> Iterator[str]:
    """Names of the file that hold the flag's value, give it, or hold its key."""
    names = ask.hot(module).names
    for name, symbol in _named(ask.world, module):
        if name not in names:
            continue
        if _gives(ask, symbol) or (keys and _holds_key(ask, symbol, keys)) or _holds_object(ask, module, symbol):
            yield name


def _gives(ask: Evaluator, symbol: Symbol) -> bool:
    home, node = ask.world.module(symbol.path), symbols.definition(ask.world, symbol)
    if home is None:
        return False
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return settled(returned(ask, home, node)) or settled(symbol_value(ask, symbol)) or _looks_up(ask, home, node)
    return settled(symbol_value(ask, symbol)) or _holds_settled(ask, symbol)


def _holds_settled(ask: Evaluator, symbol: Symbol) -> bool:
    """Whether the name was bound to a display with the flag's value in it."""
    home, bound = ask.world.module(symbol.path), symbols.bindings(ask.world, symbol)
    display = bound[0].value if home and len(bound) == 1 else None
    if home is None or not isinstance(display, DISPLAYS):
        return False
    return any(isinstance(part, ast.expr) and settled(ask.value(home, part)) for part in walk(display))


def _looks_up(ask: Evaluator, module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """``def is_on(name): return FLAGS[name]``: what a call gives depends on what it passes."""
    taken = {a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)}
    for part in walk(node):
        match part:
            case (
                ast.Subscript(value=row, slice=ast.Name(id=name))
                | ast.Call(func=ast.Attribute(value=row, attr="get"), args=[ast.Name(id=name), *_])
                | ast.Compare(left=ast.Name(id=name), comparators=[row])
            ) if name in taken:
                found = resolve.target(ask.world, module, row)
                if isinstance(found, Symbol) and (_holds_settled(ask, found) or settled(symbol_value(ask, found))):
                    return True
    return False


def _named(world: World, module: Module) -> Iterator[tuple[str, Symbol]]:
    for name, bindings in module.scopes.module.bindings.items():
        if bindings[0].kind is not Kind.IMPORT:
            yield name, Symbol(module.path, name)
        elif getattr(bindings[0].node, "asname", None):  # by which others may import it from here
            found = resolve.import_target(world, module, bindings[0].node)
            if isinstance(found, Symbol) and found.name:
                yield name, found
    stored = sorted(
        name for name, found in module.attributes.items() if any(isinstance(a.ctx, ast.Store) for a in found)
    )
    for node in module.classes:
        owner = Symbol(module.path, symbols.qualified(module, node))
        for name in dict.fromkeys((*module.scopes.of_node[node].bindings, *stored)):
            yield name, owner.member(name)


def _holds_key(ask: Evaluator, symbol: Symbol, keys: frozenset[str]) -> bool:
    held = symbol_value(ask, symbol)
    return isinstance(held, Known) and isinstance(held.value, str) and held.value in keys


def _holds_object(ask: Evaluator, module: Module, symbol: Symbol) -> bool:
    """Whether a flag of an SDK is read off what the name holds."""
    sdk = ask.flag.sdk if ask.flag else None
    return sdk is not None and holds(sdk, Matcher(ask.world, module, ask.literal), held_by(ask.world, symbol))
