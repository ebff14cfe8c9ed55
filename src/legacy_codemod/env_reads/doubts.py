"""A variable into the places that may read it in a spelling that does not say its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.env_reads.calls import EnvRead, every_read
from legacy_codemod.env_reads.families import every_family
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.env_reads.walks import every_walk
from legacy_codemod.index.world import World


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """One place, and what is done there."""

    path: str
    line: int
    reads: str


def doubts(world: World, env: str) -> tuple[Doubt, ...]:
    """Where ``env`` may be read although no string there is its name, in order of place."""
    return tuple(sorted({*_by_keys(world, env), *_by_fields(world, env), *_by_families(world, env)}))


def _by_keys(world: World, env: str) -> Iterator[Doubt]:
    for read in every_read(world):
        if read.key.may_be(env) and not _says(read, env):
            how = "reads" if read.key.gives(env) else "puts a name together here that may be"
            yield Doubt(read.module.path, read.node.lineno, f"{how} {env}")


def _says(read: EnvRead, env: str) -> bool:
    """Whether the name stands there as a string, which counts as a read whoever reads it."""
    return any(isinstance(part, ast.Constant) and part.value == env for part in ast.walk(read.node))


def _by_fields(world: World, env: str) -> Iterator[Doubt]:
    for field in every_field(world):
        if field.may_be(env):
            yield Doubt(field.symbol.path, field.node.lineno, f"fills {field.symbol.name} from {env}")


def _by_families(world: World, env: str) -> Iterator[Doubt]:
    for family in (*every_family(world), *every_walk(world)):
        if family.key.may_be(env):
            yield Doubt(family.path, family.node.lineno, f"may read {env}, as every variable of its prefix")
