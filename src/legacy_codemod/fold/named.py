"""An expression into whether it is the flag that an inventory names by its dotted name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.index.alternatives import alternatives, is_read_off
from legacy_codemod.index.resolve import target
from legacy_codemod.index.settings import is_settings
from legacy_codemod.index.symbols import Symbol, definition, last_name
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Matcher

if TYPE_CHECKING:
    from legacy_codemod.fold.flags import Flag

_PROPERTIES = frozenset({"property", "cached_property"})


def is_named(flag: Flag, matcher: Matcher, node: ast.expr, name: str) -> bool:
    """Whether ``node`` names the flag: it resolves to its definition, or says its dotted name, or calls it."""
    node = _by_string(matcher, node)
    called = flag.symbol is not None and _is_function(matcher.world, flag.symbol)
    if isinstance(node, ast.Call):
        if node.args or node.keywords or not isinstance(node.func, (ast.Name, ast.Attribute)):
            return False
        return (called or flag.symbol is None) and _names(flag, matcher, node.func, name)
    if not isinstance(node, (ast.Name, ast.Attribute)) or called:
        return False
    outer = matcher.module.scopes.parents.get(node)
    return not (isinstance(outer, ast.Call) and outer.func is node) and _names(flag, matcher, node, name)


def _by_string(matcher: Matcher, node: ast.expr) -> ast.expr:
    """``getattr(settings, "NEW")``, with or without a constant for its default, as the attribute that it reads."""
    match node:
        case ast.Call(
            func=ast.Name(id="getattr") as func, args=[base, ast.Constant(value=str(attr)), *default], keywords=[]
        ):
            if matcher.module.scopes.resolve(func) is None and all(isinstance(d, ast.Constant) for d in default):
                return ast.copy_location(ast.Attribute(base, attr, ast.Load()), node)
    return node


def _names(flag: Flag, matcher: Matcher, node: ast.Name | ast.Attribute, name: str) -> bool:
    last = name.rpartition(".")[2]
    if isinstance(node, ast.Attribute) and node.attr != last:
        return False
    found = target(matcher.world, matcher.module, node)
    if found is not None:
        named = (found in (flag.symbol, name) and _is_held(flag, matcher, node)) or _is_setting(flag, found, last)
        if not named or alternatives(matcher.world, matcher.module, node) == {found}:
            return named
        owner = matcher.world.find(name.rpartition(".")[0])
        return owner is not None and is_read_off(matcher.world, matcher.module, node, owner)
    return (
        isinstance(node, ast.Attribute)
        and flag.symbol is not None
        and "." in flag.symbol.name
        and flag.holder is None
        and only_class_with(matcher.world, flag.symbol)
    )


def _is_held(flag: Flag, matcher: Matcher, node: ast.Name | ast.Attribute) -> bool:
    """Whether the flag is read off the instance that the inventory names, where its class has more than one."""
    if flag.holder is None:
        return True
    return isinstance(node, ast.Attribute) and target(matcher.world, matcher.module, node.value) == flag.holder


def _is_setting(flag: Flag, found: Symbol | str, last: str) -> bool:
    """Django gathers the upper-case names of the settings modules in one object."""
    among = flag.symbol is not None and is_settings(flag.symbol.path)
    return among and last.isupper() and found == f"django.conf.settings.{last}"


def _is_function(world: World, symbol: Symbol) -> bool:
    node = definition(world, symbol)
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not is_property(node)


def is_property(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a method is read like an attribute."""
    return any(last_name(d) in _PROPERTIES for d in node.decorator_list)


def only_class_with(world: World, symbol: Symbol) -> bool:
    """Whether no other class of the repository defines such an attribute, so that ``x.name`` can mean no other."""
    last = symbol.last
    for path, _ in world.mentioning([last]):
        module = world.module(path)
        if module is None:
            return False
        for node in module.classes:
            if last in module.scopes.of_node[node].bindings:
                owner = symbol.name.rpartition(".")[0]
                if (path, node.name) != (symbol.path, owner.rpartition(".")[2]):
                    return False
    return True
