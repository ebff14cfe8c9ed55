"""A flag into the definition that gives it its value: once every read is folded, that is the last read of the flag."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, instance_stores, qualified
from legacy_codemod.index.world import World
from legacy_codemod.shapes import NOT_CONSTANT, Matcher, Shape
from legacy_codemod.testing import is_test


@dataclass(frozen=True, slots=True)
class Given:
    """``name`` is what code reads, ``symbol`` the one definition of it, ``path`` what it is read off.

    ``certain`` is whether the reads resolve to the definition; else it is the only one of that name.
    """

    name: str
    symbol: Symbol | None = None
    certain: bool = True
    path: tuple[str, ...] = ()

    def is_own_name(self, world: World, module: Module, node: ast.expr) -> bool:
        """Whether ``node`` is the attribute as the body of its own class says it: a plain name."""
        if self.symbol is None or not isinstance(node, ast.Name) or node.id != self.name:
            return False
        return (
            "." in self.symbol.name and module.path == self.symbol.path and target(world, module, node) == self.symbol
        )


def read_attribute(world: World, shape: Shape) -> Given | None:
    """What gives a flag its value that is read as ``base.name``; ``None`` for calls and other expressions."""
    if not isinstance(shape.tree, (ast.Attribute, ast.Name)):
        return None
    *path, name = _dotted(shape.tree)
    named: set[Symbol] = set()
    outside = False
    for module, node in _reads(world, shape, name):
        found = target(world, module, node)
        named.update([found] if isinstance(found, Symbol) else ())
        outside = outside or isinstance(found, str)
    if named or outside:
        return Given(name, named.pop() if len(named) == 1 and not outside else None, True, tuple(path))
    return Given(name, _only_definition(world, name), False, tuple(path))


def _dotted(node: ast.expr) -> list[str]:
    """``config.grpc.name`` → its parts; what is no name stands as an empty one."""
    if isinstance(node, ast.Attribute):
        return [*_dotted(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) and not node.id.startswith("__any_") else [""]


def _reads(world: World, shape: Shape, name: str) -> Iterator[tuple[Module, ast.expr]]:
    for path, _held in world.mentioning([name]):
        module = None if is_test(path) else world.module(path)
        if module is None:
            continue
        matcher = Matcher(world, module, lambda *_: NOT_CONSTANT)
        for node in (*module.attributes.get(name, ()), *(n for n in module.scopes.at_name if n.id == name)):
            if isinstance(node.ctx, ast.Load) and matcher.match(shape, node) is not None:
                yield module, node


def _only_definition(world: World, name: str) -> Symbol | None:
    """The attribute of that name, where one class of the repository alone has it."""
    found = [
        Symbol(path, qualified(module, node)).member(name)
        for path, _held in world.mentioning([name])
        if not is_test(path) and (module := world.module(path))
        for node in module.classes
        if name in module.scopes.of_node[node].bindings or instance_stores(module, node, name)
    ]
    return found[0] if len(found) == 1 else None
