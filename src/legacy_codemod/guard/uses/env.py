"""A Python file into its uses of legacy environment variables: reads in every spelling, and whatever sets one."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.env_reads.calls import EnvRead, env_read, present
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.env_reads.keys import Key, text_parts
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.guard.uses.borrowed import borrowed
from legacy_codemod.guard.uses.environments import copies_of_environ
from legacy_codemod.guard.uses.filled import filled
from legacy_codemod.guard.uses.found import Found
from legacy_codemod.guard.uses.given_away import given_away
from legacy_codemod.guard.uses.inner import inner_fields
from legacy_codemod.guard.uses.passed import read_through
from legacy_codemod.guard.uses.prefixed import behind_prefixes
from legacy_codemod.guard.uses.several import set_in_turn, texts_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag, EnvSubject, Item
from legacy_codemod.tests_cleanup.forms import settings
from legacy_codemod.tests_cleanup.forms.setting import EnvVar


def uses(world: World, items: Iterable[Item], module: Module) -> Iterator[Found]:
    """Every use in ``module`` of the variables among ``items``."""
    variables = {item.subject.env: item for item in items if isinstance(item.subject, (EnvFlag, EnvSubject))}
    if not variables:
        return
    yield from _reads(world, variables, module)
    yield from _arguments(world, variables, module)
    yield from _fields(world, variables, module)
    yield from _otherwise(world, variables, module)
    yield from _set(world, variables, module)


def _reads(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    matcher = strict_matcher(world, module)
    for node in module.nodes:
        if not isinstance(node, ast.expr):
            continue
        read = env_read(matcher, node)
        keys = [read.key, *_in_turn(world, module, read)] if read is not None else []
        if isinstance(node, ast.Call) and read is None:
            keys = list(read_through(world, module, node))
        yield from _named(variables, keys, node, "reads the variable")


def _in_turn(world: World, module: Module, read: EnvRead) -> Iterator[Key]:
    """What the read asks for one after the other in a loop; not where a prefix stands before it."""
    if read.reading is None:
        yield from (Key(text_parts(world, module, each)) for each in texts_of(module, read.captured["KEY"]))


def _otherwise(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    """Reads that are no calls of a reader: texts that are filled, readers handed on, prefixes that a library adds."""
    for node, names in filled(world, module):
        yield from (Found(node, variables[n], f"reads the variable {n}") for n in sorted(names & variables.keys()))
    for node, key in borrowed(world, module, strict_matcher(world, module)):
        yield from _named(variables, [Key(text_parts(world, module, key))], node, "reads the variable")
    for at, known in behind_prefixes(world, module):
        yield from _named(variables, [known], at, "reads the variable")


def _arguments(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    """Arguments that name variables, ``envvar=``, one or several."""
    for reader in present(world):
        for word in reader.naming:
            for keyword in module.keywords.get(word, ()):
                several = isinstance(keyword.value, (ast.List, ast.Tuple))
                for value in keyword.value.elts if several else [keyword.value]:  # type: ignore[attr-defined]
                    yield from _named(variables, [Key(text_parts(world, module, value))], value, "reads the variable")


def _named(variables: dict[str, Item], keys: list[Key], node: ast.AST, what: str) -> Iterator[Found]:
    for name, item in variables.items():
        if any(key.gives(name) for key in keys):
            yield Found(node, item, f"{what} {name}")


def _fields(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    for field in every_field(world):
        if field.symbol.path == module.path:
            yield from _named(variables, list(field.keys), field.node, f"fills {field.symbol.name} from the variable")
        for home, node, key in inner_fields(world, field):
            if home == module.path:
                yield from _named(variables, [key], node, f"fills a part of {field.symbol.name} from the variable")


def _set(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    for setting in settings(world, module):
        if isinstance(setting.what, EnvVar) and setting.what.name in variables:
            name = setting.what.name
            yield Found(setting.entry or setting.node, variables[name], f"sets the variable {name}")
    for key, what in copies_of_environ(world, module):
        yield from _named(variables, [Key(text_parts(world, module, key))], key, f"{what} the variable")
    for node, key in given_away(world, module):
        yield from _named(variables, [Key(text_parts(world, module, key))], node, "sets the variable")
    for node, key in set_in_turn(module):
        keys = [Key(text_parts(world, module, each)) for each in texts_of(module, key)]
        yield from _named(variables, keys, node, "sets the variable")
