"""A setting in a set-up, to an attribute of the class, into what each class that runs the set-up forces."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.family import descendants
from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.forms.setting import Setting
from legacy_codemod.tests_cleanup.helper_calls import Forcer
from legacy_codemod.tests_cleanup.judge import Forced, Judge
from legacy_codemod.tests_cleanup.marks import class_of, function_of


def class_forcers(judge: Judge, module: Module, setting: Setting) -> list[Forcer] | None:
    """``None`` where it is no attribute of the class, or where a class is not understood.

    A class without the attribute is there to be derived from.
    """
    owner, function = class_of(module, setting.node), function_of(module, setting.node)
    names = set(_own_attributes(setting.value)) if setting.value else set()
    if owner is None or function is None or not names:
        return None
    derived = [s.path for s in descendants(judge.world, parts.symbol_of(module, owner))]
    if any(path != module.path for path in derived) or any(_is_stored(module, name) for name in names):
        return None
    found: list[Forcer] = []
    for node in _family(module, owner):
        row = {f"self.{name}": _value(module, node, name) for name in names}
        held = {name: value for name, value in row.items() if value is not None}
        if len(held) == len(row):
            found.append(Forcer(module, node, judge.forced(module, setting, held) or Forced.UNCLEAR, alone=False))
    return None if not found or any(f.forced is Forced.UNCLEAR for f in found) else found


def _own_attributes(value: ast.expr) -> Iterator[str]:
    for node in ast.walk(value):
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                yield name


def _is_stored(module: Module, name: str) -> bool:
    """Whether a method assigns the attribute too."""
    stores = (node for node in module.attributes.get(name, ()) if isinstance(node.ctx, ast.Store))
    return any(isinstance(node.value, ast.Name) and node.value.id in ("self", "cls") for node in stores)


def _family(module: Module, owner: ast.ClassDef) -> list[ast.ClassDef]:
    found = [owner]
    for node in module.classes:
        if set(_bases(node)) & {o.name for o in found}:
            found.append(node)
    return found


def _bases(node: ast.ClassDef) -> list[str]:
    return [base.id for base in node.bases if isinstance(base, ast.Name)]


def _value(module: Module, node: ast.ClassDef, name: str) -> ast.expr | None:
    """What the attribute is for a class: of its own body, or of its first base in this file that has it."""
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=bound)], value=value) if bound == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=bound), value=ast.expr() as value) if bound == name:
                return value
    for base in _bases(node):
        for other in module.classes:
            if other.name == base and (inherited := _value(module, other, name)) is not None:
                return inherited
    return None
