"""A decorator or call into whether it only asks that a function be told of something: a handler of a signal."""

from __future__ import annotations

import ast

from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.world import World

_RECEIVERS = frozenset({"django.dispatch.receiver", "django.dispatch.dispatcher.receiver"})
_SIGNALS = frozenset(
    {"django.dispatch.Signal", "django.dispatch.dispatcher.Signal", "blinker.Signal", "blinker.signal"}
)


def announces(world: World, module: Module, decorator: ast.expr) -> bool:
    """``@receiver(signal, …)``, ``@signal.connect`` and ``@signal.connect_via(…)``: what it decorates is only told."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    idle = not isinstance(decorator, ast.Call) or _is_idle(world, module, decorator)
    return idle and (target(world, module, named) in _RECEIVERS or _connects(world, module, named))


def connects(world: World, module: Module, call: ast.Call) -> bool:
    """``signal.connect(handler, …)``."""
    return _connects(world, module, call.func) and _is_idle(world, module, call)


def _is_idle(world: World, module: Module, call: ast.Call) -> bool:
    return all(acts_on_nothing(world, module, a) for a in (*call.args, *(k.value for k in call.keywords)))


def _connects(world: World, module: Module, node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("connect", "connect_via")
        and _is_signal(world, module, node.value)
    )


def _is_signal(world: World, module: Module, node: ast.expr) -> bool:
    """Whether ``node`` is a signal of a library's module of signals, or one that the repository makes."""
    found = target(world, module, node)
    if isinstance(found, str):
        return "signals" in found.split(".")[1:-1]
    other, name = (world.module(found.path), definition(world, found)) if isinstance(found, Symbol) else (None, None)
    statement = other.scopes.parents.get(name) if other and name else None
    value = getattr(statement, "value", None)
    return other is not None and isinstance(value, ast.Call) and target(world, other, value.func) in _SIGNALS
