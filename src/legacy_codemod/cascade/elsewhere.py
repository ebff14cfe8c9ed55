"""What sets a flag without defining it, an option of a command line or a key of a section → the draft without it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.keys import key_of
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.options import attribute_loads, is_accessed, options_of
from legacy_codemod.cascade.shown import is_shown
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.fold.given import Given
from legacy_codemod.index.module import Module
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding
from legacy_codemod.prune import prune
from legacy_codemod.truth import Why


def without_settings(draft: Draft, worlds: tuple[Alive, Alive], every: Sequence[Given]) -> Draft:
    """Without what sets the first flag of which nothing else is left; the next sweep takes the next one's."""
    for given in every:
        for without in (_without_option, _without_key):
            draft, start = without(draft, worlds, given), draft
            if draft.world is not start.world:
                return draft
    return draft


def _without_key(draft: Draft, worlds: tuple[Alive, Alive], given: Given) -> Draft:
    """Without the key of a section of settings that gives the flag its value."""
    read = attribute_loads(worlds[0].world, given.name)
    key = key_of(worlds[1], given) if read else None
    if key is None:
        return draft
    why = (*_why_read(draft, read), f"{given.name} unused")
    return draft.spliced({key.module.path: pieces(key.module, key.taken_out(why))})


def _why_read(draft: Draft, read: Iterable[tuple[str, int]]) -> Why:
    """The chain of the first read that was taken."""
    return next(filter(None, (draft.because(path, [line]) for path, line in read)), ())


def _without_option(draft: Draft, worlds: tuple[Alive, Alive], given: Given) -> Draft:
    """Without the option of a command line that sets the flag, once nothing of the flag but the option is left."""
    before, now = worlds
    read = attribute_loads(before.world, given.name)
    if not read or is_accessed(now.world, given.name) or is_shown(now.world, given.name):
        return draft
    found = options_of(now, given.name)
    if found.held or not found.statements:
        return draft.noting(_moved(draft, found.held))
    why = (*_why_read(draft, read), "option unused")
    parsed = {path: now.world.module(path) for path, _ in found.statements}
    changed = {
        path: pieces(module, _pruned(now, module, {s: why for at, s in found.statements if at == path}))
        for path, module in parsed.items()
        if module is not None
    }
    return draft.noting(_moved(draft, found.gone)).spliced(changed)


def _pruned(now: Alive, module: Module, gone: Mapping[ast.stmt, Why]) -> list[Splice]:
    return prune(module, gone, lambda node: isinstance(node, ast.expr) and acts_on_nothing(now.world, module, node))


def _moved(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    return [replace(f, place=replace(f.place, line=draft.line(f.place.path, f.place.line))) for f in findings]
