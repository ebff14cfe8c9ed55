"""A name into the answer for each definition that it may mean: taken by which edits, or used by whom."""

from __future__ import annotations

from collections.abc import Iterator

from legacy_codemod.explanation.answer import Answer, Fate
from legacy_codemod.explanation.items import step
from legacy_codemod.explanation.lines import edits_at
from legacy_codemod.explanation.places import UNTOUCHED, about_place, kept_because
from legacy_codemod.fold.flags import find_symbol
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings, qualified
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import Finding, Place, Plan

_MOST = 12  # uses that are listed; the rest is said as a count


def of_name(plan: Plan, world: World, asked: str) -> list[Answer]:
    """The answers for every definition that ``asked``, dotted or not, may mean; none where it defines nothing."""
    return [_of_symbol(plan, world, symbol) for symbol in sorted(set(_meant(world, asked)))]


def _meant(world: World, asked: str) -> Iterator[Symbol]:
    found = find_symbol(world, asked) if "." in asked else None
    if found is not None and found.name:
        yield found
        return
    *owner, last = asked.split(".")
    for path, _held in world.mentioning([last]):
        module = world.module(path)
        if module is None:
            continue
        kinds = {binding.kind for binding in bindings(world, Symbol(path, last))}
        if not owner and kinds and Kind.IMPORT not in kinds:
            yield Symbol(path, last)
        for node in module.classes:
            named = qualified(module, node)
            if last in module.scopes.of_node[node].bindings and (not owner or named.endswith(".".join(owner))):
                yield Symbol(path, named).member(last)


def _of_symbol(plan: Plan, world: World, symbol: Symbol) -> Answer:
    nodes = [binding.node for binding in bindings(world, symbol)]
    line = min((node.lineno for node in nodes), default=1)  # type: ignore[attr-defined]
    about = f"{dotted_name(world, symbol.path)}.{symbol.name}  ({symbol.path}:{line})"
    found = list(edits_at(plan, symbol.path, line, line))
    refusals, notes = about_place(plan, Place(symbol.path, line))
    if found:
        items = ", ".join(dict.fromkeys(f"`{change.item.title}`" for change, _ in found))
        return Answer(about, Fate.REMOVED, f"by {items}", tuple(step(e) for _, e in found), refusals, notes)
    later = World(world.tree.with_files({file.path: file.after for file in plan.files.values()}))
    users = list(dict.fromkeys(_users(later, symbol)))
    if refusals:
        return Answer(about, Fate.REFUSED, "an item stops at it", (), refusals, (*notes, *users))
    return Answer(about, Fate.KEPT, _kept(plan, symbol, len(users)), notes=(*notes, *users[:_MOST]))


def _kept(plan: Plan, symbol: Symbol, users: int) -> str:
    because = kept_because(plan.inventory, symbol.path)
    if because != UNTOUCHED:
        return because
    if not users:
        return "nothing in the plan removed a use of it, and nothing uses it: what was unused before stays"
    places = "1 place" if users == 1 else f"{users} places"
    return f"what stays still uses it in {places}" + (f", of which {_MOST} are shown" if users > _MOST else "")


def _users(world: World, symbol: Symbol) -> Iterator[Finding]:
    for use in uses(world, symbol):
        if use.how is not How.IMPORT:
            yield Finding(Place(use.path, use.line), _USED[use.how])


_USED = {
    How.NAME: "uses it by its name",
    How.ATTRIBUTE: "uses it as an attribute",
    How.EXPORT: "exports it in __all__",
    How.STRING: "names it in a string",
    How.TEXT: "names it, and is no Python that could be read",
}
