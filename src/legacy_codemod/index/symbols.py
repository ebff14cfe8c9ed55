"""The names that a file's top level and its classes define, and the nodes that bind them."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind, Scope
from legacy_codemod.index.world import World

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """Something a file of the repository defines: ``name`` is qualified (``Feature.NEW``), empty for the module."""

    path: str
    name: str = ""

    @property
    def last(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]

    def member(self, name: str) -> Symbol:
        """The symbol of a name inside this one."""
        return Symbol(self.path, f"{self.name}.{name}" if self.name else name)


Target = Symbol | str | None  # str: a dotted name outside the repository; None: not known


def bindings(world: World, symbol: Symbol) -> list[Binding]:
    """Every binding of ``symbol`` in its own file, outside functions."""
    module = world.module(symbol.path)
    if module is None or not symbol.name:
        return []
    scope: Scope = module.scopes.module
    *outer, last = symbol.name.split(".")
    for part in outer:
        classes = [b.node for b in scope.bindings.get(part, []) if b.kind is Kind.CLASS]
        if not classes:
            return []
        scope = module.scopes.of_node[classes[0]]
    return scope.bindings.get(last, [])


def definition(world: World, symbol: Symbol) -> ast.AST | None:
    """The one node that binds ``symbol``; ``None`` where none or several do."""
    found = bindings(world, symbol)
    return found[0].node if len(found) == 1 else None


def class_node(world: World, symbol: Symbol) -> ast.ClassDef | None:
    """The class that ``symbol`` is, if it is one."""
    node = definition(world, symbol)
    return node if isinstance(node, ast.ClassDef) else None


def qualified(module: Module, node: ast.AST) -> str:
    """The qualified name of a function or class, as ``__qualname__`` has it without ``<locals>``."""
    names = [getattr(node, "name", "")]
    outer = (o for o in module.scopes.ancestors(node) if isinstance(o, (ast.ClassDef, *_FUNCTIONS)))
    names.extend(o.name for o in outer)
    return ".".join(reversed(names))


def enclosing_class(module: Module, name: ast.Name) -> ast.ClassDef | None:
    """The class whose method has ``name`` as its first parameter (``self`` or ``cls``)."""
    scope = module.scopes.resolve(name)
    if scope is None or not isinstance(scope.node, _FUNCTIONS):
        return None
    owner = module.scopes.parents.get(scope.node)
    arguments = [*scope.node.args.posonlyargs, *scope.node.args.args]
    static = any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in scope.node.decorator_list)
    if isinstance(owner, ast.ClassDef) and arguments and arguments[0].arg == name.id and not static:
        return owner
    return None


def instance_stores(module: Module, owner: ast.ClassDef, name: str) -> list[ast.Attribute]:
    """Where methods of ``owner`` assign ``self.name``."""
    return [
        node
        for node in module.attributes.get(name, ())
        if isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and enclosing_class(module, node.value) is owner
    ]


def functions_by_name(module: Module) -> dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of a file, those inside classes and functions too, by its qualified name."""
    found: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
    for node in module.functions:
        found.setdefault(qualified(module, node), []).append(node)
    return found


def last_name(node: ast.AST | None) -> str:
    """The last part of a dotted name as it is written; empty where ``node`` is none."""
    return getattr(node, "attr", getattr(node, "id", ""))
