"""A Python file into the places that make a flag of an SDK anew: its record, a command, a table of flags."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.sdk_entries import FlagSdk
from legacy_codemod.tests_cleanup.forms.setting import dotted

_MAKERS = frozenset({"create", "acreate", "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create"})


def made(world: World, module: Module, entry: FlagSdk) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each such place with the expression that is the key there."""
    for node in module.nodes if entry.records or entry.commands or entry.tables else ():
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Attribute(value=model, attr="objects"), attr=made)):
                if made in _MAKERS:
                    yield from _of_record(world, module, node, (model, entry))
            case ast.Call(func=ast.Name() | ast.Attribute() as called, args=args):
                yield from _of_record(world, module, node, (called, entry))
                if last_name(called) == "call_command" and len(args) > 1 and _text(args[0]) in entry.commands:
                    yield node, args[1]
                if dotted(world, module, called) in entry.tables:
                    given = (*args, *(keyword.value for keyword in node.keywords))
                    displays = (each for each in given if isinstance(each, ast.Dict))
                    yield from ((key, key) for each in displays for key in each.keys if key is not None)


def _of_record(
    world: World, module: Module, call: ast.Call, of: tuple[ast.expr, FlagSdk]
) -> Iterator[tuple[ast.expr, ast.expr]]:
    model, entry = of
    column = entry.records.get(_label(world, module, model))
    yield from ((call, keyword.value) for keyword in call.keywords if column and keyword.arg == column)


def _label(world: World, module: Module, model: ast.expr) -> str:
    """``app.Model`` of an imported model, and of one that a migration asks for."""
    found = target(world, module, model) if isinstance(model, (ast.Name, ast.Attribute)) else None
    if isinstance(found, str):
        return found.replace(".models.", ".")
    if isinstance(model, ast.Name):
        scope = module.scopes.resolve(model)
        bound = scope.bindings.get(model.id, []) if scope else []
        held = bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None
        if isinstance(held, ast.Call) and last_name(held.func) == "get_model":
            return ".".join(_text(part) for part in held.args)
    return ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
