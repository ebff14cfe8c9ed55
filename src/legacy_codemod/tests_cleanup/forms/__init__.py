"""A test file into everything in it that sets a variable, a name or a key of a flag."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms import (
    cleanups,
    django,
    environ,
    keys,
    mock_patch,
    monkeypatch,
    overrides,
    records,
    returns,
    sdk,
    stores,
)
from legacy_codemod.tests_cleanup.forms.setting import Setting

_FORMS = tuple(
    form.settings
    for form in (environ, monkeypatch, mock_patch, django, keys, stores, records, overrides, cleanups, sdk, returns)
)


def settings(world: World, module: Module, nodes: Iterable[ast.AST] | None = None) -> Iterator[Setting]:
    """Every setting of ``module`` in the spelling of a library we know, in the order of the nodes.

    With ``nodes``, only they are looked at.
    """
    for node in module.nodes if nodes is None else nodes:
        for form in _FORMS:
            yield from form(world, module, node)
