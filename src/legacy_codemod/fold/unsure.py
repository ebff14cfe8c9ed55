"""A named flag into findings: reads of what may be it, and may be what another file brings in under its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.alternatives import alternatives, is_read_off
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.model import NameFlag
from legacy_codemod.testing import is_test


def unsure_reads(world: World, flag: Flag) -> Iterator[tuple[str, int]]:
    """Files and lines where code that is no test reads it, or something else where imports disagree or are not here."""
    if not isinstance(flag.subject, NameFlag) or flag.symbol is None:
        return
    owner = world.find(flag.subject.name.rpartition(".")[0])
    for path, _held in world.mentioning([flag.symbol.last]):
        module = None if is_test(path) else world.module(path)
        for node in module.nodes if module else ():
            if (
                last_name(node) != flag.symbol.last
                or not isinstance(node, (ast.Name, ast.Attribute))
                or not isinstance(node.ctx, ast.Load)
            ):
                continue
            if owner and module and is_read_off(world, module, node, owner):
                continue
            if module and flag.symbol in (found := alternatives(world, module, node)) and len(found) > 1:
                yield path, node.lineno
