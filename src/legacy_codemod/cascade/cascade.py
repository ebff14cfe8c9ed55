"""A folded draft into the draft without what became unused, sweep after sweep until nothing moves."""

from __future__ import annotations

from dataclasses import replace

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.definitions import unused_definitions
from legacy_codemod.cascade.dropped import dropped
from legacy_codemod.cascade.elsewhere import without_settings
from legacy_codemod.cascade.files import emptied_files, started_files
from legacy_codemod.cascade.mentions import mentions_of
from legacy_codemod.cascade.parameters import Unread, from_signature, in_stub, unread_parameters, without
from legacy_codemod.cascade.question import Limits, Question
from legacy_codemod.cascade.reasons import why_emptied, why_name, why_unused
from legacy_codemod.cascade.stubs import orphaned_stubs, stub_of
from legacy_codemod.cascade.sweep import moved, swept
from legacy_codemod.cascade.tested import idle_handlers, untested
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.model import Finding, Place
from legacy_codemod.tests_cleanup.removed import without_tests_of
from legacy_codemod.tests_cleanup.waiting import without_waiting_tests


def cascade(draft: Draft, limits: Limits) -> Draft:
    """Remove what the draft left unused; deterministic, and a no-op on its own result."""
    before = Alive(draft.start, limits.roots)
    while draft.rested != (draft.world, draft.edits, limits):
        later = _sweep(draft, before, limits)
        rests = later.world is draft.world
        draft = replace(later, rested=(later.world, later.edits, limits)) if rests else later
    return draft


def _sweep(draft: Draft, before: Alive, limits: Limits) -> Draft:
    if not draft.edits:
        return draft
    now = Alive(draft.world, limits.roots)
    question = Question(before, now, dropped(draft), limits)
    unused, findings = unused_definitions(question)
    whys = {u.symbol: why_unused(draft, before, u.symbol) for u in unused}
    tested = without_tests_of(draft, {**whys, **idle_handlers(draft, now)}, limits.roots.is_kept)
    if tested.world is not draft.world:
        return tested
    unused, held = untested(now, unused)
    findings += held
    gone, said = swept(draft, (before, now), {u: whys[u.symbol] for u in unused})
    later = draft.spliced(gone)
    if later.world is draft.world:
        later = _without_parameters(later, now)
    if later.world is draft.world:
        later = without_settings(later, (before, now), limits.given)
    if later.world is not draft.world:
        return later
    emptied = _without_file(draft, limits)
    if emptied.world is not draft.world:
        return emptied
    waited = without_waiting_tests(later, limits.roots.is_kept)
    if waited.world is not draft.world:
        return waited
    return waited.noting((*moved(draft, findings), *said, *started_files(draft)))  # what is said is said of the end


def _without_file(draft: Draft, limits: Limits) -> Draft:
    """One file at a time: what is left of a package depends on its other files."""
    for path in emptied_files(draft):
        if not (limits.roots.is_kept(path) or limits.roots.is_wrapped(path) or limits.is_removed(path)):
            named = moved(draft, mentions_of(draft.world, [path]))
            why = (*why_emptied(draft, path), "nothing is left in the file", "file removed")
            return draft.removed(path, why).noting(named)
    for stub, path in orphaned_stubs(draft):
        if not limits.roots.is_kept(stub):
            return draft.removed(stub, (*why_emptied(draft, path), "stub of a file that is gone"))
    return draft


def _held_by_stub(unread: Unread, stub: str) -> Finding:
    reason = f"{unread.name} is read no more, but {stub} says the signature in another way, so the parameter stays"
    return Finding(Place(unread.module.path, unread.function.lineno), reason)


def _without_parameters(draft: Draft, now: Alive) -> Draft:
    """One parameter at a time: a call may pass several."""
    for path, module in draft.modules().items():
        earlier = draft.start.module(path)
        for unread in unread_parameters(earlier, module) if earlier else ():
            why = why_name(draft, earlier, (f"{unread.name} unused", "parameter unused")) if earlier else ()
            splices = without(unread, now, why) or {}
            if splices and (stub := stub_of(draft, path)):
                beside = in_stub(unread, now)
                if beside is None:
                    draft = draft.noting(moved(draft, [_held_by_stub(unread, stub)]))
                    continue
                splices = {**splices, stub: from_signature(beside, why)}
            if splices:
                parsed = {p: now.world.module(p) for p in splices}
                return draft.spliced({p: pieces(m, splices[p]) for p, m in parsed.items() if m})
    return draft
