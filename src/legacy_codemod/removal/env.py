"""A REMOVE item for an environment variable into the definitions that only read it, or the live reads that keep it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.cascade.alive import Alive, Roots
from legacy_codemod.cascade.definitions import removable
from legacy_codemod.env_reads.calls import every_read
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.fold.spread import spread
from legacy_codemod.index.module import Module
from legacy_codemod.index.owner import owner_of
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag
from legacy_codemod.removal.doomed import Doomed
from legacy_codemod.testing import is_test


def of_env(world: World, env: str, roots: Roots) -> tuple[Doomed, list[Use]]:
    """Definitions that read ``env`` and that nothing uses go with it; every other read keeps it."""
    doomed = Doomed()
    kept: list[Use] = []
    alive = Alive(world, roots)
    for use in _reads(world, env):
        owner = owner_of(use)
        statements = removable(world, owner[1], owner[0]) if owner and not roots.is_kept(use.path) else ()
        if owner and statements and not isinstance(statements[0], ast.ClassDef) and not alive.is_needed(owner[0]):
            doomed.add(owner[0], statements, (f"{env} is REMOVE", f"{owner[0].last} reads it and is used nowhere"))
        elif owner is None or owner[0] not in doomed.symbols:
            kept.append(use)
    return doomed, kept


def _reads(world: World, env: str) -> Iterator[Use]:
    flag = compile_flag(world, EnvFlag(env, ""))  # set to something: a read that would raise is one too
    if flag is None:
        return
    ask, files = spread(world, flag)
    for path, module in files.items():
        if not is_test(path):
            yield from (Use(path, node.lineno, How.NAME, node, module) for node in _read_nodes(ask, module))
    yield from _other_reads(world, env, ask)


def _other_reads(world: World, env: str, ask: Evaluator) -> Iterator[Use]:
    """Reads of which it is not known what they give, and fields that the variable fills."""
    for read in every_read(world):
        if read.key.gives(env) and read.node not in ask.reads and not is_test(read.module.path):
            yield Use(read.module.path, read.node.lineno, How.NAME, read.node, read.module)
    for field in every_field(world):
        if any(key.gives(env) for key in field.keys) and not is_test(field.symbol.path):
            yield Use(field.symbol.path, field.node.lineno, How.NAME)


def _read_nodes(ask: Evaluator, module: Module) -> Iterator[ast.expr]:
    for node in module.nodes:
        if isinstance(node, ast.expr):
            ask.value(module, node)
            if node in ask.reads:
                yield node
