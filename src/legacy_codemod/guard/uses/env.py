"""A Python file into its uses of legacy environment variables: reads in every spelling, and whatever sets one."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.env_reads.calls import env_read
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.env_reads.keys import Key, text_parts
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.guard.uses.environments import copies_of_environ
from legacy_codemod.guard.uses.found import Found
from legacy_codemod.guard.uses.passed import passed_on
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
    yield from _fields(world, variables, module)
    yield from _set(world, variables, module)


def _reads(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    matcher = strict_matcher(world, module)
    for node in module.nodes:
        if not isinstance(node, ast.expr):
            continue
        read = env_read(matcher, node)
        keys = [read.key] if read is not None else []
        if isinstance(node, ast.Call) and read is None:
            keys = [Key(text_parts(world, module, each)) for each in passed_on(world, module, node)]
        for name, item in variables.items():
            if any(key.gives(name) for key in keys):
                yield Found(node, item, f"reads the variable {name}")


def _fields(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    for field in every_field(world):
        if field.symbol.path != module.path:
            continue
        for name, item in variables.items():
            if any(key.gives(name) for key in field.keys) or any(key.gives(name) for key in field.inner):
                yield Found(field.node, item, f"fills {field.symbol.name} from the variable {name}")


def _set(world: World, variables: dict[str, Item], module: Module) -> Iterator[Found]:
    for setting in settings(world, module):
        if isinstance(setting.what, EnvVar) and setting.what.name in variables:
            name = setting.what.name
            yield Found(setting.entry or setting.node, variables[name], f"sets the variable {name}")
    for key in copies_of_environ(world, module):
        parts = Key(text_parts(world, module, key))
        for name, item in variables.items():
            if parts.gives(name):
                yield Found(key, item, f"sets the variable {name}")
