"""What a reviewer keeps into the inventory that is left, and into rules under which each item spares its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from legacy_codemod.coupled import Where, changed_functions, drafted_functions
from legacy_codemod.decisions import is_about
from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import find_symbol
from legacy_codemod.index.world import World, is_python
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.model import Decision, EnvSubject, Guards, Inventory, Item, NameSubject, PathSubject, Plan
from legacy_codemod.tasks import Rules, rules
from legacy_codemod.testing import is_test
from legacy_codemod.workspace import Workspace

SAID = "kept by decision"


@dataclass(frozen=True, eq=False)
class Keeping:
    """The inventory that is left, and what each of its items must not change."""

    inventory: Inventory
    undone: Mapping[Item, str] = field(default_factory=dict)  # items that are not done, and why
    spared: Mapping[Item, frozenset[str]] = field(default_factory=dict)
    places: Mapping[Item, frozenset[Where]] = field(default_factory=dict)  # of each flag where nothing is kept
    possible: frozenset[Item] = frozenset()  # the items that nothing refuses where nothing is kept

    @property
    def unsettled(self) -> dict[Item, frozenset[Where]]:
        """The flags that some code goes on reading, and the functions where it does."""
        read = {item: where for item, where in self.places.items() if item in self.undone}
        for item, paths in self.spared.items():
            if item in self.places and any(map(is_python, paths)):
                read[item] = frozenset(where for where in self.places[item] if where[0] in paths)
        return read

    def told(self, world: World) -> Rules:
        """The rules of the inventory that is left."""
        read = rules(world, self.inventory)
        return replace(read, is_removed=self._is_removed) if self.spared else read

    def within(self, told: Rules, *items: Item) -> Rules:
        """``told`` for the work of ``items``: what one of them spares is under KEEP."""
        spared = frozenset().union(*(self.spared.get(item, frozenset()) for item in items))
        if not spared:
            return told
        return replace(told, is_kept=lambda path: path in spared or told.is_kept(path))

    def _is_removed(self, path: str) -> bool:
        return any(
            isinstance(item.subject, PathSubject)
            and path_matches(item.subject.path, path)
            and path not in self.spared.get(item, frozenset())
            for item in self.inventory.remove
        )


def keeping(workspace: Workspace, whole: Plan) -> Keeping:
    """What is left of the inventory under the workspace's decisions; ``whole`` is the plan without them."""
    world, inventory = World(workspace.tree), workspace.inventory
    items = (*inventory.flags, *inventory.remove)
    spared = {item: _spared(item, workspace.decisions) for item in items}
    undone = {item: why for item in items if (why := _why_undone(world, item, workspace.decisions))}
    left = replace(
        inventory,
        flags=tuple(item for item in inventory.flags if item not in undone),
        remove=tuple(item for item in inventory.remove if item not in undone),
    )
    return Keeping(
        left,
        undone,
        {item: paths for item, paths in spared.items() if paths and item not in undone},
        {change.item: changed_functions(change) for change in whole.changes if change.item in inventory.flags},
        frozenset(change.item for change in whole.changes if not change.refusals),
    )


def waits_for(draft: Draft, item: Item, unsettled: Mapping[Item, frozenset[Where]]) -> str:
    """Why ``item`` is not done while some flags are still read; empty where it does not depend on them.

    What stands in for the old path is right only where every flag is settled: otherwise that is no error path yet.
    """
    if isinstance(item.subject, (PathSubject, NameSubject, EnvSubject)):
        guards = isinstance(item.subject, NameSubject) and item.subject.guards is Guards.DROP
        flag = next(iter(unsettled), None) if draft.fallbacks or guards else None
        return f"{flag.title} is not folded everywhere, and the old path is in use" if flag else ""
    functions = drafted_functions(draft) if unsettled else frozenset()
    for flag, where in unsettled.items():
        if flag != item and (both := where & functions):
            path, name = min(both)
            return f"it decides together with {flag.title} in {name} ({path})"
    return ""


def _spared(item: Item, decisions: tuple[Decision, ...]) -> frozenset[str]:
    return frozenset(each.path for each in decisions if each.path and is_about(each, item))


def _why_undone(world: World, item: Item, decisions: tuple[Decision, ...]) -> str:
    """Why an item is left out as a whole: a kept test needs the code as it is, a kept definition is no removal."""
    spared = _spared(item, decisions)
    if any(not each.path and is_about(each, item) for each in decisions):
        return "it is left out"
    if tests := sorted(filter(is_test, spared)):
        return f"{tests[0]} stays, and a test needs the code that it was written for"
    match item.subject:
        case NameSubject(name) if (symbol := find_symbol(world, name)) and symbol.path in spared:
            return f"{symbol.path} stays, and {symbol.last} is defined there"
        case PathSubject(pattern):
            matched = [path for path in world.tree.paths if path_matches(pattern, path)]
            return "all of its files stay" if matched and spared.issuperset(matched) else ""
    return ""
