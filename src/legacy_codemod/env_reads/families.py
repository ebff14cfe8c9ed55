"""Calls that read every variable with some prefix into where they stand, and what those names begin with."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.env_readers import EnvReader, Family
from legacy_codemod.env_reads.calls import present
from legacy_codemod.env_reads.keys import ANY, Key, Parts, text_parts
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Shape, compile_shape


@dataclass(frozen=True, eq=False)
class FamilyRead:
    """One such place."""

    path: str
    node: ast.expr
    key: Key


def every_family(world: World) -> Iterator[FamilyRead]:
    """Every such place in the repository."""
    for reader in present(world):
        for family in reader.families:
            yield from _calls(world, family)
        if reader.keywords:
            yield from _keywords(world, reader)


def _calls(world: World, family: Family) -> Iterator[FamilyRead]:
    shape = compile_shape(family.source)
    for path, _held in world.mentioning(shape.anchors):
        module = world.module(path)
        for node in module.nodes if module else ():
            if module is None or not isinstance(node, _kinds(shape)) or not _is_load(node):
                continue
            captured = strict_matcher(world, module).match(shape, node)
            if captured is None:
                continue
            begins = family.begins.partition("$PREFIX")
            given = text_parts(world, module, captured["PREFIX"]) if "PREFIX" in captured else ()
            yield FamilyRead(path, node, Key((begins[0], *given, begins[2], *ANY), ignores_case=True))


def _kinds(shape: Shape) -> tuple[type[ast.expr], ...]:
    return (ast.Call,) if isinstance(shape.tree, ast.Call) else (ast.Name, ast.Attribute)


def _is_load(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)


def _keywords(world: World, reader: EnvReader) -> Iterator[FamilyRead]:
    for path, _held in world.mentioning(reader.keywords):
        module = world.module(path)
        for name, value in _given(module) if module else ():
            if module and name in reader.keywords:
                for parts in _each(text_parts(world, module, value)):
                    yield FamilyRead(path, value, Key((*parts, reader.keywords[name], *ANY), ignores_case=True))


def _each(parts: Parts) -> Iterator[Parts]:
    """The prefixes of ``"APP,WEB"``."""
    known = [part for part in parts if part is not None]
    yield from ((one,) for one in "".join(known).split(",")) if len(known) == len(parts) else (parts,)


def _given(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Arguments by keyword, and entries of dicts that may become some."""
    for node in module.nodes:
        match node:
            case ast.keyword(arg=str(name), value=value):
                yield name, value
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                yield from ((k.value, v) for k, v in pairs if isinstance(k, ast.Constant) and isinstance(k.value, str))
