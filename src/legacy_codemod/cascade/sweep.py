"""What is unused by now into all that one sweep takes out, file by file."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from legacy_codemod.cascade.acting import acting_imports
from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.declarations import idle_declarations, without_names
from legacy_codemod.cascade.exports import exports_and_imports, take_out_entries
from legacy_codemod.cascade.idle import idle_statements
from legacy_codemod.cascade.imports import idle_stars, take_out_aliases, unused_aliases
from legacy_codemod.cascade.inherited import inherited_methods
from legacy_codemod.cascade.locals import unused_locals
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.overwritten import overwritten
from legacy_codemod.cascade.question import Unused
from legacy_codemod.cascade.reasons import why_changed, why_emptied, why_idle, why_name
from legacy_codemod.cascade.stubs import stub_statements
from legacy_codemod.cascade.targets import Bound, without_targets
from legacy_codemod.cascade.tested import tests_of
from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding
from legacy_codemod.prune import prune
from legacy_codemod.truth import Why


@dataclass(eq=False)
class _Sweep:
    """What one sweep takes out, by file."""

    statements: dict[str, dict[Bound, Why]] = field(default_factory=lambda: defaultdict(dict))
    splices: dict[str, list[Splice]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, dict[ast.alias, Why]] = field(default_factory=lambda: defaultdict(dict))
    entries: dict[str, dict[ast.Constant, Why]] = field(default_factory=lambda: defaultdict(dict))
    findings: list[Finding] = field(default_factory=list)


def swept(
    draft: Draft, worlds: tuple[Alive, Alive], unused: Mapping[Unused, Why]
) -> tuple[Mapping[str, Pieces], list[Finding]]:
    """The pieces of one sweep, and what it has to say; ``worlds`` are where the item began, and the one now."""
    sweep = _Sweep()
    for item, why in unused.items():
        sweep.statements[item.symbol.path].update(dict.fromkeys(item.statements, why))
        for entry in item.entries:
            sweep.entries[entry.path][entry.node] = (*why, "entry unused")
    for module in draft.modules().values():
        _sweep_module(draft, worlds, module, sweep)
        _sweep_idle(draft, worlds[1], module, sweep)
        _sweep_inherited(draft, worlds[1], module, sweep)
    for path, statement, symbol in stub_statements(draft):
        why = (f"{symbol.last} unused", "stub unused")
        sweep.statements[path][statement] = (*why_emptied(draft, symbol.path)[:-1], *why)
    _sweep_exports(worlds[1], {item.symbol: why for item, why in unused.items()}, sweep)
    return _made(worlds[1], sweep), sweep.findings


def _sweep_module(draft: Draft, worlds: tuple[Alive, Alive], module: Module, sweep: _Sweep) -> None:
    earlier, path = draft.start.module(module.path), module.path
    if earlier is None:
        return
    found = unused_locals(worlds[1].world, earlier, module)
    sweep.statements[path].update({s: why_name(draft, earlier, w) for s, w in found.gone.items()})
    for name, statement in overwritten(worlds[1].world, earlier, module, lambda line: draft.line(path, line)):
        why = (*why_idle(draft, path, statement), f"{name} is assigned again before it is read")
        sweep.statements[path][statement] = why
    sweep.splices[path] += [replace(s, why=why_name(draft, earlier, s.why)) for s in found.splices]
    for declaration, names in idle_declarations(earlier, module):
        why = why_name(draft, earlier, (f"{names[0]} unused", "declaration unused"))
        if names == declaration.names:
            sweep.statements[path][declaration] = why
        else:
            sweep.splices[path].append(Splice(*module.span(declaration), without_names(declaration, names), why))
    unneeded = unused_aliases(earlier, module, worlds[1])
    held = acting_imports(module, unneeded, worlds[1].world)
    sweep.findings += moved(draft, held.values())
    for alias, brought in idle_stars(draft.start, module, worlds[1].world):
        sweep.aliases[path][alias] = (*why_emptied(draft, brought), f"{brought} brings nothing", "import unused")
    for alias in unneeded:
        if alias not in held:
            why = (f"{alias.asname or alias.name} unused", "import unused")
            sweep.aliases[path][alias] = why_name(draft, earlier, why)


def _sweep_idle(draft: Draft, now: Alive, module: Module, sweep: _Sweep) -> None:
    """What only calls a function that does nothing any more."""
    earlier = draft.start.module(module.path)
    for symbol, other, statement in idle_statements(earlier, module, now) if earlier else ():
        node = definition(now.world, symbol)
        because = why_changed(draft, module, node) if isinstance(node, ast.stmt) else ()
        gone = "handler unused" if statement is node else "call unused"
        if statement is not node or not tests_of(now, symbol):
            sweep.statements[other.path][statement] = (*because, f"{symbol.last} does nothing", gone)


def _sweep_inherited(draft: Draft, now: Alive, module: Module, sweep: _Sweep) -> None:
    """Methods that only call what they override."""
    earlier = draft.start.module(module.path)
    for name, node in inherited_methods(now.world, earlier, module) if earlier else ():
        if not now.roots.holds(Symbol(module.path, name)):
            why = (*why_changed(draft, module, node), f"{name} only calls what it overrides", "method unused")
            sweep.statements[module.path][node] = why


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
        gone, targets = without_targets(now.world, module, sweep.statements[path])
        aliases = {
            a: w for a, w in sweep.aliases[path].items() if not any(o in gone for o in module.scopes.ancestors(a))
        }
        single, whole = take_out_aliases(module, aliases)
        entries, emptied = take_out_entries(module, sweep.entries[path])
        splices = [*sweep.splices[path], *targets, *single, *entries]
        splices += prune(module, {**gone, **whole, **emptied}, _purity(now, module))
        made[path] = pieces(module, splices)
    return made


def _purity(now: Alive, module: Module) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, ast.expr) and acts_on_nothing(now.world, module, node)


def moved(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    """Findings of now at the lines where the item began."""
    return [replace(f, place=replace(f.place, line=draft.line(f.place.path, f.place.line))) for f in findings]
