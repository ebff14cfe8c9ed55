"""A workspace into the plan: each item's change, made on the tree that the item before it left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from legacy_codemod.cascade.asked import without_asking
from legacy_codemod.cascade.cascade import cascade
from legacy_codemod.cascade.variables import asked_variables
from legacy_codemod.changes import change_of, first_reason
from legacy_codemod.config_lines import drop_config_lines, may_be_read
from legacy_codemod.draft import Draft
from legacy_codemod.env_reads.declared import without_declarations
from legacy_codemod.fold.decorators import fold_decorators
from legacy_codemod.fold.flags import Flag, compile_flag, find_symbol
from legacy_codemod.fold.fold import fold, is_read
from legacy_codemod.fold.left import left_names
from legacy_codemod.fold.mixins import fold_mixins
from legacy_codemod.fold.prose import named_in_prose
from legacy_codemod.fold.rebinds import rebinds
from legacy_codemod.foreseen import foreseen
from legacy_codemod.index.world import World, is_python
from legacy_codemod.inventory.paths import path_matches
from legacy_codemod.keeping import SAID, Keeping, keeping, waits_for
from legacy_codemod.kept import telling
from legacy_codemod.model import (
    Change,
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    Finding,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    Plan,
    Refusal,
    SdkFlag,
)
from legacy_codemod.removal.absent import near_name, near_path
from legacy_codemod.removal.beyond import calling_field, is_column, known_beyond, line_of
from legacy_codemod.removal.doomed import Doomed, of_files, of_name
from legacy_codemod.removal.env import of_env
from legacy_codemod.removal.remove import remove
from legacy_codemod.soundness import flaws
from legacy_codemod.tasks import Rules
from legacy_codemod.tests_cleanup.flag import clean_flag
from legacy_codemod.tests_cleanup.variable import setting_lines, without_variable
from legacy_codemod.truth import Why
from legacy_codemod.workspace import Workspace

Walk = Callable[[Sequence[Item]], Iterable[Item]]


def make(workspace: Workspace, walk: Walk = iter) -> Plan:
    """Plan every item in the inventory's order, flags first and variables last, less what a reviewer keeps.

    ``walk`` goes through the items, and may tell how far it is.
    """
    whole = _made(workspace, Keeping(workspace.inventory), walk)
    if not workspace.decisions:
        return whole
    kept = keeping(workspace, whole)
    return telling(_made(workspace, kept, iter), whole, (workspace, kept))


def _made(workspace: Workspace, kept: Keeping, walk: Walk) -> Plan:
    world = World(workspace.tree)
    world.tree.foresee(foreseen(workspace.inventory))
    told = kept.told(world)
    changes: list[Change] = []
    starts: dict[Item, Why] = {}
    folded: list[Item] = []
    unsettled = dict(kept.unsettled)
    for item in walk(kept.inventory.in_order):
        draft = _drafted(Draft(world, world), item, folded, partial(kept.within, told))
        why = "" if draft.refusals else waits_for(draft, item, unsettled)
        draft = Draft(world, world).noting([Finding(item.place, f"{SAID}: not done: {why}")]) if why else draft
        if why or (draft.refusals and item in kept.possible):
            unsettled |= {item: kept.places[item]} if item in kept.places else {}
        elif item in kept.inventory.flags and not draft.refusals:
            folded.append(item)
        starts[item] = first_reason(world, item)
        changes.append(change_of(item, draft, starts))
        world = draft.world if not draft.refusals else world
    return Plan(
        workspace.inventory, workspace.tree.sources.base, tuple(changes), (*workspace.findings, *_unreadable(world))
    )


def _drafted(draft: Draft, item: Item, folded: Sequence[Item], told: Callable[..., Rules]) -> Draft:
    """The draft of one item, with what a flag that was folded before it, or it itself, may now reach."""
    begun = _one(draft, item, told(item))
    is_flag = not isinstance(item.subject, (PathSubject, NameSubject, EnvSubject)) and not begun.refusals
    draft = _onward(begun, [*folded, item] if is_flag else folded, partial(told, item))
    return draft if draft.refusals else named_in_prose(draft, item.subject).noting(refusals=flaws(draft))


def _unreadable(world: World) -> tuple[Finding, ...]:
    """Files that the plan looked into and that Python cannot parse."""
    seen: World | None = world
    paths: set[str] = set()
    while seen is not None:
        paths |= {
            p for p, module in seen.modules.items() if module is None and p in seen.tree.path_set and is_python(p)
        }
        seen = seen.earlier
    reason = "Python cannot parse this file: it is left as it is, and what it mentions stays"
    return tuple(Finding(Place(path, 1), reason) for path in sorted(paths))


def _one(draft: Draft, item: Item, told: Rules) -> Draft:
    match item.subject:
        case PathSubject(path):
            return _remove_path(draft, item, path, told)
        case NameSubject(name):
            return _remove_name(draft, item, name, told)
        case EnvSubject(env):
            return _remove_env(draft, env, told)
    folded = _fold(draft, item, told)
    silent = folded.world is draft.world and not (folded.refusals or folded.findings)
    return folded.noting(_unread_flag(draft.world, item)) if silent else folded


def _unread_flag(world: World, item: Item) -> list[Finding]:
    """What is said of a flag that nothing reads or defines, which a misspelt one is."""
    flag = compile_flag(world, item.subject)
    if flag is None or flag.symbol is not None or is_read(world, flag):
        return []
    near = near_name(world, flag.label) if isinstance(item.subject, NameFlag) else ""
    meant = f"; did you mean {near}?" if near else ""
    return [Finding(item.place, f"nothing here reads {flag.label}: it is gone already, or misspelt{meant}")]


def _onward(draft: Draft, folded: Sequence[Item], told: Callable[[Item], Rules]) -> Draft:
    """What an item took out may let it, or a flag that was folded before it, reach further."""
    waiting = list(folded) if draft.world is not draft.start else []
    while waiting and not draft.refusals:
        item = waiting.pop(0)
        later = _fold(draft, item, told(item))
        if later.world is not draft.world and not later.refusals:
            draft, waiting = later, list(folded)
    return draft


def _fold(draft: Draft, item: Item, told: Rules) -> Draft:
    flag = compile_flag(draft.world, item.subject)
    if flag is None:
        return draft.noting(refusals=[Refusal(item.place, "the catalogue has no entry for this")])
    if refusals := [r for r in rebinds(draft.world, flag) if not told.is_removed(r.place.path)]:
        return draft.noting(refusals=refusals)
    draft = clean_flag(draft, flag, told.is_kept)
    again = compile_flag(draft.world, item.subject)
    assert again is not None  # the same subject
    if isinstance(item.subject, DecoratorFlag):
        later = fold_decorators(draft, again, told.is_kept)
        return later if later.refusals else cascade(later, told.limits)
    draft = fold(draft, again, told.is_kept)
    if draft.refusals:
        return draft
    if isinstance(item.subject, SdkFlag):
        return _fold_sdk(draft, again, told)
    draft = cascade(draft, told.limits)
    if isinstance(item.subject, EnvFlag):
        draft = _without_lines(draft, item.subject.env, told)
    for env in asked_variables(draft, again.given):
        draft = _without_lines(draft, env, told)
    return draft


def _without_lines(draft: Draft, env: str, told: Rules) -> Draft:
    """What is left of a variable in config files and in declarations, once nothing reads it."""
    later = without_declarations(draft, env, told.is_kept)
    later = later if later.world is draft.world else cascade(later, told.limits)
    return drop_config_lines(later, env, told.is_kept, setting_lines)


def _fold_sdk(draft: Draft, flag: Flag, told: Rules) -> Draft:
    """What asks for a flag of an SDK besides its reads; what is left of its key is said."""
    draft = fold_mixins(fold_decorators(draft, flag, told.is_kept), flag, told.is_kept)
    if draft.refusals:
        return draft
    asked = without_asking(cascade(draft, told.limits), flag, told.limits)
    return left_names(cascade(asked, told.limits), flag)


def _remove_path(draft: Draft, item: Item, pattern: str, told: Rules) -> Draft:
    paths = [p for p in draft.world.tree.paths if path_matches(pattern, p) and not told.is_kept(p)]
    if not paths:
        was_there = any(path_matches(pattern, p) for p in told.first.tree.paths)
        return draft.noting([_absent(item, pattern, near_path(draft.world, pattern), was_there=was_there)])
    return _removed(draft, of_files(draft.world, paths, (f"{pattern} is REMOVE",)), told)


def _remove_name(draft: Draft, item: Item, name: str, told: Rules) -> Draft:
    symbol = find_symbol(draft.world, name)
    if symbol is None:
        was_there = find_symbol(told.first, name) is not None
        return draft.noting([_absent(item, name, near_name(draft.world, name), was_there=was_there)])
    if not symbol.name:
        return draft.noting(refusals=[Refusal(item.place, f"{name} is a module: name it by its path")])
    if is_column(draft.world, symbol):
        place = Place(symbol.path, line_of(draft.world, symbol))
        return draft.noting(
            refusals=[Refusal(place, f"{symbol.name} is a column of a table: it needs a migration to go")]
        )
    if field := calling_field(draft.world, symbol):
        place = Place(field.path, line_of(draft.world, field))
        return draft.noting(refusals=[Refusal(place, f"the field {field.last} calls {symbol.last}")])
    doomed = of_name(draft.world, symbol, (f"{symbol.last} is REMOVE",))
    if doomed is None:
        return draft.noting(
            refusals=[Refusal(Place(symbol.path, 1), f"{name} is bound in a way that cannot simply go")]
        )
    place = Place(symbol.path, line_of(draft.world, symbol))
    beyond = [Finding(place, reason) for reason in known_beyond(draft.world, symbol)]
    later = _removed(draft, doomed, told)
    return later if later.refusals else later.noting(beyond)


def _remove_env(draft: Draft, env: str, told: Rules) -> Draft:
    doomed, reads = of_env(draft.world, env, told.limits.roots)
    if reads:
        refusals = [Refusal(Place(u.path, u.line), f"live code still reads {env}") for u in reads]
        return draft.noting(refusals=refusals)
    why = (f"{env} is REMOVE", "nothing reads it")
    if doomed.symbols:
        draft = _removed(draft, doomed, told)
    if draft.refusals:
        return draft
    if not may_be_read(draft.world, env):
        draft = cascade(without_variable(draft, env, why, told.is_kept), told.limits)
    return _without_lines(draft, env, told)


def _absent(item: Item, what: str, near: str, *, was_there: bool) -> Finding:
    """No refusal: once the branch is merged every item of the inventory is absent, and that is as it should be."""
    if was_there:
        return Finding(item.place, f"{what} is gone already: an earlier item took it")
    meant = f"; did you mean {near}?" if near else ""
    return Finding(
        item.place, f"{what} is not in this repository: it is gone already, or the inventory misspells it{meant}"
    )


def _removed(draft: Draft, doomed: Doomed, told: Rules) -> Draft:
    later = remove(draft, doomed, told.bounds)
    return later if later.refusals else cascade(later, told.limits)
