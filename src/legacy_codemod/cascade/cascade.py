"""A folded draft into the draft without what became unused, sweep after sweep until nothing moves."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.declarations import idle_declarations, without_names
from legacy_codemod.cascade.definitions import unused_definitions
from legacy_codemod.cascade.dropped import dropped
from legacy_codemod.cascade.elsewhere import without_settings
from legacy_codemod.cascade.exports import exports_and_imports, take_out_entries
from legacy_codemod.cascade.files import emptied_files
from legacy_codemod.cascade.idle import idle_statements
from legacy_codemod.cascade.imports import acting_imports, idle_stars, take_out_aliases, unused_aliases
from legacy_codemod.cascade.inherited import inherited_methods
from legacy_codemod.cascade.locals import unused_locals
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.overwritten import overwritten
from legacy_codemod.cascade.parameters import unread_parameters, without
from legacy_codemod.cascade.question import Limits, Question, Unused
from legacy_codemod.cascade.stubs import orphaned_stubs, stub_statements
from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import is_python
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.prune import prune
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup.removed import without_tests_of
from legacy_codemod.tests_cleanup.waiting import without_waiting_tests
from legacy_codemod.truth import Why


def cascade(draft: Draft, limits: Limits) -> Draft:
    """Remove what the draft left unused; deterministic, and a no-op on its own result."""
    before = Alive(draft.start, limits.roots)
    while True:
        later = _sweep(draft, before, limits)
        if later.world is draft.world:
            return later
        draft = later


def _sweep(draft: Draft, before: Alive, limits: Limits) -> Draft:
    if not draft.edits:
        return draft
    now = Alive(draft.world, limits.roots)
    question = Question(before, now, dropped(draft), limits)
    unused, findings = unused_definitions(question)
    whys = {u.symbol: _why_unused(draft, before, u.symbol) for u in unused}
    tested = without_tests_of(draft, {**whys, **_idle_handlers(draft, now)}, limits.roots.is_kept)
    if tested.world is not draft.world:
        return tested
    unused, held = _untested(now, unused)
    findings += held
    changed = _pieces(draft, (before, now), {u: whys[u.symbol] for u in unused})
    later = draft.spliced(changed[0])
    if later.world is draft.world:
        later = _without_parameters(later, now)
    if later.world is draft.world:
        later = without_settings(later, (before, now), limits.given)
    if later.world is not draft.world:
        return later
    for path in emptied_files(draft):
        if not (limits.roots.is_kept(path) or limits.roots.is_wrapped(path) or limits.is_removed(path)):
            return draft.removed(path, (*_why_emptied(draft, path), "nothing is left in the file", "file removed"))
    for stub, path in orphaned_stubs(draft):
        if not limits.roots.is_kept(stub):
            return draft.removed(stub, (*_why_emptied(draft, path), "stub of a file that is gone"))
    waited = without_waiting_tests(later, limits.roots.is_kept)
    if waited.world is not draft.world:
        return waited
    return waited.noting((*_moved(draft, findings), *changed[1]))  # what is said is said of the end


def _why_emptied(draft: Draft, path: str) -> Why:
    """The chain of what was taken out of the file, or the first link where a package only lost its other files."""
    own = [edit.why for edit in draft.edits if edit.path == path]
    return own[0] if own else draft.edits[0].why[:1]


def _untested(now: Alive, unused: list[Unused]) -> tuple[list[Unused], list[Finding]]:
    """Those that no test is left to use; a test that could not be cut keeps what it exercises."""
    free: list[Unused] = []
    findings: list[Finding] = []
    for one in unused:
        tests = [u for u in _tests_of(now, one.symbol) if u.node not in {entry.node for entry in one.entries}]
        if is_test(one.symbol.path) or not tests:
            free.append(one)
        else:
            where = f"{tests[0].path}:{tests[0].line}"
            reason = f"{one.symbol.name} is used by nothing but a test ({where}) that cannot be cut cleanly"
            findings.append(Finding(Place(one.symbol.path, one.statements[0].lineno), reason))
    return free, findings


def _tests_of(now: Alive, symbol: Symbol) -> list[Use]:
    return [u for u in now.every(symbol) if is_test(u.path) and u.how not in (How.IMPORT, How.EXPORT)]


def _without_parameters(draft: Draft, now: Alive) -> Draft:
    """One parameter at a time: a call may pass several."""
    for path, module in _modules(draft, now).items():
        earlier = draft.start.module(path)
        for unread in unread_parameters(earlier, module) if earlier else ():
            why = _why_name(draft, earlier, (f"{unread.name} unused", "parameter unused")) if earlier else ()
            if splices := without(unread, now, why):
                parsed = {p: now.world.module(p) for p in splices}
                return draft.spliced({p: pieces(m, splices[p]) for p, m in parsed.items() if m})
    return draft


def _moved(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    return [replace(f, place=replace(f.place, line=draft.line(f.place.path, f.place.line))) for f in findings]


@dataclass(eq=False)
class _Sweep:
    """What one sweep takes out, by file."""

    statements: dict[str, dict[ast.stmt, Why]] = field(default_factory=lambda: defaultdict(dict))
    splices: dict[str, list[Splice]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, dict[ast.alias, Why]] = field(default_factory=lambda: defaultdict(dict))
    entries: dict[str, dict[ast.Constant, Why]] = field(default_factory=lambda: defaultdict(dict))
    findings: list[Finding] = field(default_factory=list)


def _pieces(
    draft: Draft, worlds: tuple[Alive, Alive], unused: Mapping[Unused, Why]
) -> tuple[Mapping[str, Pieces], list[Finding]]:
    sweep = _Sweep()
    for item, why in unused.items():
        sweep.statements[item.symbol.path].update(dict.fromkeys(item.statements, why))
        for entry in item.entries:
            sweep.entries[entry.path][entry.node] = (*why, "entry unused")
    for module in _modules(draft, worlds[1]).values():
        _sweep_module(draft, worlds, module, sweep)
        _sweep_idle(draft, worlds[1], module, sweep)
        _sweep_inherited(draft, worlds[1], module, sweep)
    for path, statement, symbol in stub_statements(draft):
        why = (f"{symbol.last} unused", "stub unused")
        sweep.statements[path][statement] = (*_why_emptied(draft, symbol.path)[:-1], *why)
    _sweep_exports(worlds[1], {item.symbol: why for item, why in unused.items()}, sweep)
    return _made(worlds[1], sweep), sweep.findings


def _why_unused(draft: Draft, before: Alive, symbol: Symbol) -> Why:
    for use in before.outside(symbol, set()):
        if why := draft.because(use.path, [use.line]):
            return (*why, f"{symbol.last} unused")
    return (f"{symbol.last} unused",)


def _sweep_module(draft: Draft, worlds: tuple[Alive, Alive], module: Module, sweep: _Sweep) -> None:
    earlier, path = draft.start.module(module.path), module.path
    if earlier is None:
        return
    found = unused_locals(worlds[1].world, earlier, module)
    sweep.statements[path].update({s: _why_name(draft, earlier, w) for s, w in found.gone.items()})
    for name, statement in overwritten(worlds[1].world, earlier, module, lambda line: draft.line(path, line)):
        why = (*draft.because(path, _around(draft, path, statement)), f"{name} is assigned again before it is read")
        sweep.statements[path][statement] = why
    sweep.splices[path] += [replace(s, why=_why_name(draft, earlier, s.why)) for s in found.splices]
    for declaration, names in idle_declarations(earlier, module):
        why = _why_name(draft, earlier, (f"{names[0]} unused", "declaration unused"))
        if names == declaration.names:
            sweep.statements[path][declaration] = why
        else:
            sweep.splices[path].append(Splice(*module.span(declaration), without_names(declaration, names), why))
    unneeded = unused_aliases(earlier, module, worlds[1])
    held = acting_imports(module, unneeded, worlds[1].world)
    sweep.findings += _moved(draft, held.values())
    for alias, brought in idle_stars(draft.start, module, worlds[1].world):
        sweep.aliases[path][alias] = (*_why_emptied(draft, brought), f"{brought} brings nothing", "import unused")
    for alias in unneeded:
        if alias not in held:
            name = alias.asname or alias.name.split(".")[0]
            sweep.aliases[path][alias] = _why_name(draft, earlier, (f"{name} unused", "import unused"))


def _idle_handlers(draft: Draft, now: Alive) -> dict[Symbol, Why]:
    """Handlers that do nothing any more, and go though nothing calls them: their tests go first."""
    return {
        symbol: (*_because(draft, module, statement), f"{symbol.last} does nothing")
        for module in _modules(draft, now).values()
        if (earlier := draft.start.module(module.path)) is not None
        for symbol, _other, statement in idle_statements(earlier, module, now)
        if statement is definition(now.world, symbol)
    }


def _sweep_idle(draft: Draft, now: Alive, module: Module, sweep: _Sweep) -> None:
    """What only calls a function that does nothing any more."""
    earlier = draft.start.module(module.path)
    for symbol, other, statement in idle_statements(earlier, module, now) if earlier else ():
        node = definition(now.world, symbol)
        because = _because(draft, module, node) if isinstance(node, ast.stmt) else ()
        gone = "handler unused" if statement is node else "call unused"
        if statement is not node or not _tests_of(now, symbol):
            sweep.statements[other.path][statement] = (*because, f"{symbol.last} does nothing", gone)


def _sweep_inherited(draft: Draft, now: Alive, module: Module, sweep: _Sweep) -> None:
    """Methods that only call what they override."""
    earlier = draft.start.module(module.path)
    for name, node in inherited_methods(now.world, earlier, module) if earlier else ():
        if not now.roots.holds(Symbol(module.path, name)):
            why = (*_because(draft, module, node), f"{name} only calls what it overrides", "method unused")
            sweep.statements[module.path][node] = why


def _because(draft: Draft, module: Module, node: ast.stmt) -> Why:
    """The chain of the edit that changed ``node``."""
    lines = range(draft.line(module.path, node.lineno), draft.line(module.path, node.end_lineno or 0) + 1)
    return draft.because(module.path, lines)


def _around(draft: Draft, path: str, statement: ast.stmt) -> range:
    """The lines from a statement to the next few, where the edit that made it idle lies."""
    first = draft.line(path, statement.lineno)
    return range(first, first + 10)


def _why_name(draft: Draft, earlier: Module, why: Why) -> Why:
    """Why a name of one file is unused: the edit that took a line it was read on."""
    name = why[0].partition(" ")[0]
    lines = [n.lineno for scope in earlier.scopes.of_node.values() for n in scope.loads.get(name, ())]
    return (*draft.because(earlier.path, lines), *why)


def _sweep_exports(now: Alive, whys: Mapping[Symbol, Why], sweep: _Sweep) -> None:
    brought, exported = exports_and_imports(now.world, whys)
    for path, module in now.world.modules.items():
        if module is not None:
            sweep.aliases[path].update({a: w for a, w in brought.items() if a in module.scopes.parents})
            sweep.entries[path].update({e: w for e, w in exported.items() if e in module.scopes.parents})


def _made(now: Alive, sweep: _Sweep) -> dict[str, Pieces]:
    kinds = (sweep.statements, sweep.splices, sweep.aliases, sweep.entries)
    made: dict[str, Pieces] = {}
    for path in sorted({path for kind in kinds for path, part in kind.items() if part}):
        module = now.world.module(path)
        if module is None or now.roots.is_kept(path):
            continue
        gone = sweep.statements[path]
        aliases = {
            a: w for a, w in sweep.aliases[path].items() if not any(o in gone for o in module.scopes.ancestors(a))
        }
        single, whole = take_out_aliases(module, aliases)
        entries, emptied = take_out_entries(module, sweep.entries[path])
        splices = [*sweep.splices[path], *single, *entries]
        splices += prune(module, {**gone, **whole, **emptied}, _purity(now, module))
        made[path] = pieces(module, splices)
    return made


def _purity(now: Alive, module: Module) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, ast.expr) and acts_on_nothing(now.world, module, node)


def _modules(draft: Draft, now: Alive) -> dict[str, Module]:
    """The changed Python files that are still there."""
    found = {p: now.world.module(p) for p in draft.changed() if is_python(p) and p in now.world.tree.path_set}
    return {path: module for path, module in found.items() if module is not None}
