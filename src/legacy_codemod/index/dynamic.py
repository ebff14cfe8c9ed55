"""A world into the places that set names no code spells: ``setattr(x, name, …)``, ``globals()[name] = …``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World

# Where a name is set, and whose it is: an expression that gives the owner, or None for the module it stands in.
Dynamic = tuple[Module, int, ast.expr | None]

WORDS = ("setattr", "delattr", "__setattr__", "__dict__", "vars", "globals", "locals", "exec")


def dynamic_writes(world: World) -> tuple[Dynamic, ...]:
    """Every such place of the repository."""
    return world.once("dynamic writes", lambda: tuple(_dynamic_writes(world)))


def _dynamic_writes(world: World) -> Iterator[Dynamic]:
    for path, _held in world.mentioning(WORDS):
        if module := world.module(path):
            yield from _in_file(module)


def _in_file(module: Module) -> tuple[Dynamic, ...]:
    return module.once("dynamic writes", lambda: tuple(_in_module(module)))


def _in_module(module: Module) -> Iterator[Dynamic]:
    for node in module.nodes:
        match node:
            case ast.Call(func=ast.Name(id="setattr" | "delattr"), args=[receiver, name, *_]) if _computed(name):
                yield from _owned(module, node, receiver)
            case ast.Call(func=ast.Attribute(attr="__setattr__"), args=[receiver, name, _]) if _computed(name):
                yield from _owned(module, node, receiver)
            case ast.Call(func=ast.Name(id="exec"), args=[_, *scope]) if _runs_here(module, node, scope):
                yield module, node.lineno, None
            case ast.Subscript(value=base, slice=name, ctx=ast.Store() | ast.Del()) if _computed(name):
                yield from _in_namespace(module, node, base)
            case ast.AugAssign(target=base, op=ast.BitOr()):
                yield from _in_namespace(module, node, base)
            case ast.Call(func=ast.Attribute(value=base, attr="update" | "setdefault" | "pop"), args=args) if any(
                not isinstance(a, ast.Dict) or None in a.keys for a in args
            ) or any(k.arg is None for k in node.keywords):
                yield from _in_namespace(module, node, base)


def _computed(name: ast.expr) -> bool:
    return not isinstance(name, ast.Constant)


def _owned(module: Module, call: ast.Call, receiver: ast.expr) -> Iterator[Dynamic]:
    if getattr(module.scopes.enclosing(call).node, "name", "") == "__setattr__":
        return  # an attribute is set by name elsewhere, and passes through here
    own = isinstance(receiver, ast.Subscript) and isinstance(receiver.slice, ast.Name)
    if own and receiver.slice.id == "__name__":  # type: ignore[attr-defined]
        yield module, call.lineno, None  # sys.modules[__name__]
    else:
        yield module, call.lineno, receiver


def _in_namespace(module: Module, node: ast.expr | ast.AugAssign, base: ast.expr) -> Iterator[Dynamic]:
    if is_namespace(module, base):
        yield module, node.lineno, namespace_of(module, base)


def _runs_here(module: Module, call: ast.Call, scope: list[ast.expr]) -> bool:
    """Whether executed text binds names of the module."""
    if scope:
        return is_namespace(module, scope[0])
    return module.scopes.enclosing(call).is_module


def is_namespace(module: Module, node: ast.expr) -> bool:
    """Whether ``node`` is the dictionary that holds the names of a module, a class or an instance."""
    node = _assigned(module, node)
    match node:
        case ast.Call(func=ast.Name(id="globals"), args=[]):
            return True
        case ast.Call(func=ast.Name(id="vars" | "locals"), args=[]):
            return not module.scopes.enclosing(node).is_function
        case ast.Call(func=ast.Name(id="vars"), args=[_]) | ast.Attribute(attr="__dict__"):
            return True
    return False


def namespace_of(module: Module, node: ast.expr) -> ast.expr | None:
    """What the names in such a dictionary are attributes of; ``None`` for the module where it stands."""
    node = _assigned(module, node)
    if isinstance(node, ast.Call):
        return node.args[0] if node.args else None
    return node.value if isinstance(node, ast.Attribute) else None


def _assigned(module: Module, node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Name):
        scope = module.scopes.resolve(node)
        bound = scope.bindings.get(node.id, []) if scope else []
        if len(bound) == 1 and isinstance(bound[0].value, (ast.Call, ast.Attribute)):
            return bound[0].value
    return node
