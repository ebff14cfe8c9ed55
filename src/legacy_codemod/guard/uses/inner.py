"""A field whose value is an object of several into the variables that fill the fields of that object."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.env_reads.fields import FieldRead
from legacy_codemod.env_reads.keys import Key
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import annotated_class
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World

_DEPTH = 4


def inner_fields(world: World, field: FieldRead) -> Iterator[tuple[str, ast.stmt, Key]]:
    """The file, the statement and the variable of each field in what ``field`` holds, ``AI__MODEL`` of ``ai: Ai``."""
    module = world.module(field.symbol.path)
    for key in field.inner:
        known = Key(key.parts[:-1], key.ignores_case)  # the last part stands for any field there
        if module is not None and len(known.parts) > 1:
            yield from _of(world, module, field.node, (known, str(known.parts[-1] or "")), _DEPTH)


def _of(
    world: World, module: Module, node: ast.stmt, at: tuple[Key, str], depth: int
) -> Iterator[tuple[str, ast.stmt, Key]]:
    key, delimiter = at
    owner = annotated_class(world, module, node.annotation) if isinstance(node, ast.AnnAssign) else None
    inner, home = (class_node(world, owner), world.module(owner.path)) if isinstance(owner, Symbol) else (None, None)
    for statement in inner.body if inner and depth else ():
        if home is not None and isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            own = Key((*key.parts, statement.target.id), key.ignores_case)
            yield home.path, statement, own
            yield from _of(
                world, home, statement, (Key((*own.parts, delimiter), key.ignores_case), delimiter), depth - 1
            )
