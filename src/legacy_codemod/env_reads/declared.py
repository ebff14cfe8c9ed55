"""A variable that no code reads any more → the draft without the arguments that merely gave its type and default."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from legacy_codemod.displays import take_out_parts
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.env_readers import EnvReader
from legacy_codemod.env_reads.calls import every_read, present
from legacy_codemod.env_reads.objects import reading_object, strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.shapes import compile_shape

_ACTS = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)


def without_declarations(draft: Draft, env: str, is_kept: Callable[[str], bool]) -> Draft:
    """Take ``NAME=(bool, False)`` out of ``Env(NAME=(bool, False))`` unless some code may still ask for ``NAME``."""
    world = draft.world
    places = [] if _may_be_read(world, env) else list(_declarations(world, env))
    gone: dict[str, tuple[Module, list[Splice]]] = {}
    held: list[Finding] = []
    why = (f"{env} is read nowhere", "declaration unused")
    for module, call, index in places:
        reason = _why_held(module, call.keywords[index], is_kept)
        if reason:
            place = Place(module.path, draft.line(module.path, call.keywords[index].lineno))
            held.append(Finding(place, f"declares {env}, which is read nowhere, but {reason}"))
        else:
            splices = take_out_parts(module, call, [len(call.args) + index], why)
            gone.setdefault(module.path, (module, []))[1].extend(splices)
    return draft.spliced({path: pieces(module, splices) for path, (module, splices) in gone.items()}).noting(held)


def _declarations(world: World, env: str) -> Iterator[tuple[Module, ast.Call, int]]:
    readers = [reader for reader in present(world) if reader.declares]
    for path, _held in world.mentioning([env]) if readers else ():
        module = world.module(path)
        for node in module.nodes if module else ():
            if module and isinstance(node, ast.Call) and any(_makes(world, module, node, r) for r in readers):
                yield from ((module, node, i) for i, keyword in enumerate(node.keywords) if keyword.arg == env)


def _makes(world: World, module: Module, call: ast.Call, reader: EnvReader) -> bool:
    matcher = strict_matcher(world, module)
    return any(matcher.match(compile_shape(maker), call) is not None for maker in _makers(reader))


def _makers(reader: EnvReader) -> tuple[str, ...]:
    return tuple(maker for makers in reader.objects.values() for maker in makers)


def _why_held(module: Module, keyword: ast.keyword, is_kept: Callable[[str], bool]) -> str:
    if is_kept(module.path):
        return "the file is under KEEP"
    if any(isinstance(part, _ACTS) for part in ast.walk(keyword.value)):
        return "what it is given may do more"
    return ""


def _may_be_read(world: World, env: str) -> bool:
    """Whether a read, or anything by its name or all at once, may ask for the declaration."""
    said = (module for path, _held in world.mentioning([env]) if (module := world.module(path)))
    return (
        any(text.value == env for module in said for text in module.strings)
        or any(read.key.may_be(env) for read in every_read(world))
        or any(_hands_out(world, reader) for reader in present(world) if reader.declares)
    )


def _hands_out(world: World, reader: EnvReader) -> bool:
    """Whether code takes all declarations off an object."""
    for path, _held in world.mentioning([reader.declares]):
        module = world.module(path)
        for node in module.attributes.get(reader.declares, ()) if module else ():
            if module and reading_object(world, module, node.value, _makers(reader)) is not None:
                return True
    return False
