"""A string that is the name of what goes into how live code reaches it by that string, or into nothing."""

from __future__ import annotations

import ast

from legacy_codemod.index.family import family, owner_of, related
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import class_of, member, target
from legacy_codemod.index.symbols import Symbol, class_node, definition, last_name, qualified
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World

_ASKS = frozenset({"getattr", "hasattr", "setattr", "delattr"})
_MAKES = frozenset({"attrgetter", "methodcaller"})  # each makes a function that asks
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def reached_by_name(world: World, use: Use, symbol: Symbol) -> str:
    """Why the string at ``use`` breaks without ``symbol``; empty where it may as well be just a word."""
    node, module = use.node, use.module
    if use.how is not How.STRING or module is None or not isinstance(node, ast.Constant) or node.value != symbol.last:
        return ""
    if _is_asked(world, module, node, symbol):
        return f"live code asks for {symbol.last} by its name"
    if around := _declaring(world, module, node, symbol):
        return f"{around.name} names {symbol.last} here, for whoever reads its attributes"
    return ""


def _is_asked(world: World, module: Module, node: ast.Constant, symbol: Symbol) -> bool:
    """``getattr(x, "old")`` or ``attrgetter("old")``, where ``x`` may have the definition."""
    match module.scopes.parents[node]:
        case ast.Call(func=func, args=[asked, name, *_]) if name is node and last_name(func) in _ASKS:
            return _may_have(world, module, asked, symbol)
        case ast.Call(func=func) if last_name(func) in _MAKES:
            return "." in symbol.name
    return False


def _may_have(world: World, module: Module, asked: ast.expr, symbol: Symbol) -> bool:
    found = target(world, module, asked)
    if member(world, found, symbol.last) == symbol:
        return True
    if "." not in symbol.name or isinstance(found, str):
        return False
    held = found if found is not None and class_node(world, found) is not None else class_of(world, module, asked)
    return held is None or related(world, held, owner_of(symbol))


def _declaring(world: World, module: Module, node: ast.Constant, symbol: Symbol) -> ast.ClassDef | None:
    """The class whose own statements name the method: one that has it, or one that is about a class that has it.

    ``list_display = ["age"]``, ``ChoiceFilter(method="by_kind")``, or ``fields = ["age"]`` beside ``model = Build``.
    """
    outer = list(module.scopes.ancestors(node))
    classes = [o for o in outer if isinstance(o, ast.ClassDef)]
    is_method = "." in symbol.name and isinstance(definition(world, symbol), _FUNCTIONS)
    if not classes or not is_method or any(isinstance(o, _FUNCTIONS) for o in outer):
        return None
    named = [Symbol(module.path, qualified(module, c)) for c in classes]
    held = next((m for c in named if isinstance(m := member(world, c, symbol.last), Symbol)), None)
    ours = family(world, owner_of(symbol))
    if held not in (None, symbol) or not (held or ours & set(named) or _is_about(world, module, classes[-1], ours)):
        return None
    return classes[-1]


def _is_about(world: World, module: Module, node: ast.ClassDef, ours: frozenset[Symbol]) -> bool:
    words = {owner.last for owner in ours}
    return any(
        target(world, module, part) in ours
        for part in ast.walk(node)
        if isinstance(part, (ast.Name, ast.Attribute)) and last_name(part) in words
    )
