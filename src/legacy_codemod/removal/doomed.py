"""A REMOVE item into the definitions that go with it: its own, and those that nothing else uses."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from legacy_codemod.cascade.alive import Alive, closed_base
from legacy_codemod.cascade.definitions import removable
from legacy_codemod.cascade.doubts import dynamic_doubt
from legacy_codemod.cascade.targets import Bound
from legacy_codemod.index.module import Module
from legacy_codemod.index.owner import owner_of
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import Use
from legacy_codemod.index.world import World, is_python
from legacy_codemod.truth import Why


@dataclass(eq=False)
class Doomed:
    """Definitions and files that go, each with its chain of reasons."""

    symbols: dict[Symbol, Why] = field(default_factory=dict)
    statements: dict[Bound, Symbol] = field(default_factory=dict)
    files: dict[str, Why] = field(default_factory=dict)
    trees: set[ast.AST] = field(default_factory=set)

    @property
    def nodes(self) -> set[ast.AST]:
        """Everything inside which a use does not count."""
        return self.trees | set(self.statements)

    def add(self, symbol: Symbol, statements: Iterable[Bound], why: Why) -> None:
        """One more definition."""
        self.symbols[symbol] = why
        self.statements.update(dict.fromkeys(statements, symbol))


def of_files(world: World, paths: Iterable[str], why: Why) -> Doomed:
    """Whole files, with every name that they define."""
    doomed = Doomed()
    for path in paths:
        doomed.files[path] = why
        module = world.module(path) if is_python(path) else None
        if module is not None:
            doomed.trees.add(module.tree)
            for symbol in defined(module):
                doomed.symbols[symbol] = why
    return doomed


def defined(module: Module) -> list[Symbol]:
    """The names a module defines at its top level (not those it imports), and the module itself."""
    names = [name for name, found in module.scopes.module.bindings.items() if any(b.kind != "import" for b in found)]
    return [Symbol(module.path), *(Symbol(module.path, name) for name in names)]


def of_name(world: World, symbol: Symbol, why: Why) -> Doomed | None:
    """One definition; ``None`` where the statements that bind it cannot simply go."""
    module = world.module(symbol.path)
    found = bindings(world, symbol)
    statements = removable(world, module, symbol) or _declared(module, [b.node for b in found]) if module else ()
    if not statements:
        return None
    doomed = Doomed()
    doomed.add(symbol, statements, why)
    return doomed


def _declared(module: Module, nodes: Iterable[ast.AST]) -> tuple[ast.stmt, ...]:
    """What the inventory names goes even where making its value acts, or a decorator registers it."""
    found: list[ast.stmt] = []
    for node in nodes:
        statement = node if isinstance(node, ast.stmt) else module.scopes.parents.get(node)
        single = isinstance(statement, ast.AnnAssign) or (
            isinstance(statement, ast.Assign) and len(statement.targets) == 1
        )
        if not (single or isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))):
            return ()
        found.append(statement)  # type: ignore[arg-type]
    return tuple(found)


def spread(doomed: Doomed, alive: Alive, may_go: Callable[[Symbol], bool]) -> list[Use]:
    """Add what only doomed code uses; gives the uses that are left in live code.

    A definition that uses doomed code and is itself used by nothing but doomed code goes along; one that nothing used
    before is somebody's entry, and stays.
    """
    while True:
        live = _live_uses(doomed, alive)
        joined = False
        for use in live:
            owner = owner_of(use)
            if (
                owner is None
                or owner[0] in doomed.symbols
                or not may_go(owner[0])
                or is_test_file(alive.world, use.path)
            ):
                continue
            every = alive.uses(owner[0])
            statements = removable(alive.world, owner[1], owner[0])
            if statements and every and not alive.outside(owner[0], doomed.nodes) and not _doubt(alive, owner[0]):
                source = next(iter(doomed.symbols))
                doomed.add(owner[0], statements, (*doomed.symbols[source], f"{owner[0].last} unused"))
                joined = True
        if not joined:
            return live


def _doubt(alive: Alive, symbol: Symbol) -> bool:
    """Whether it may be reached without its name, so that it is no use to say that nothing uses it."""
    outside = "." in symbol.name and not symbol.last.startswith("_") and bool(closed_base(alive.world, symbol))
    special = symbol.last.startswith("__") and symbol.last.endswith("__")
    return outside or special or bool(dynamic_doubt(alive, symbol))


def _live_uses(doomed: Doomed, alive: Alive) -> list[Use]:
    found: list[Use] = []
    nodes = doomed.nodes
    for symbol in list(doomed.symbols):
        if symbol.name:
            found += [use for use in alive.every(symbol) if not alive.inside(use, nodes)]
    return list({(u.path, u.line, u.how, id(u.node)): u for u in found}.values())
