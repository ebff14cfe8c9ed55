"""A finished draft of an item into its change, whose every reason begins with what is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.index.world import World
from legacy_codemod.model import Change, EnvSubject, FileChange, Item, NameSubject, PathSubject, Place
from legacy_codemod.tree import Tree
from legacy_codemod.truth import Why


def first_reason(world: World, item: Item) -> Why:
    """What is settled, with which each chain of reasons of an item begins."""
    match item.subject:
        case PathSubject(what) | EnvSubject(what):
            return (f"{what} is REMOVE",)
        case NameSubject(name):
            return (f"{name.rpartition('.')[2]} is REMOVE",)
    flag = compile_flag(world, item.subject)
    return flag.why if flag else ()


def change_of(item: Item, draft: Draft, starts: Mapping[Item, Why]) -> Change:
    """What an item does, or why it is refused; ``starts`` has the first reasons of the items so far."""
    if draft.refusals:
        refusals = tuple(replace(each, place=_committed(draft.start.tree, each.place)) for each in draft.refusals)
        return Change(item, findings=draft.findings, refusals=refusals)
    files = tuple(
        FileChange(path, draft.start.tree.read(path), draft.world.tree.changed[path])
        for path in draft.changed()
        if draft.start.tree.read(path) != draft.world.tree.changed[path]
    )
    changed = {file.path for file in files}
    begun = {why[0] for why in starts.values() if why}  # of this item, and of flags that it let reach further
    edits = (
        edit if edit.why[:1] and edit.why[0] in begun else replace(edit, why=(*starts[item], *edit.why))
        for edit in draft.edits
        if edit.path in changed
    )
    return Change(item, files, tuple(sorted(dict.fromkeys(edits))), draft.findings, (), draft.fallbacks)


def _committed(tree: Tree, place: Place) -> Place:
    """Where whoever has to answer a refusal finds it: nothing of the plan is in the files yet."""
    return replace(place, line=tree.committed_line(place.path, place.line))
