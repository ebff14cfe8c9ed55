"""A flag and a world into the draft in which every reachable read of the flag is folded."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.fold.calls import returned
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.expressions import ExpressionFold
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.live import is_ruled_out
from legacy_codemod.fold.names import symbol_value
from legacy_codemod.fold.nature import keeps_its_nature
from legacy_codemod.fold.sparing import Spared
from legacy_codemod.fold.spread import spread
from legacy_codemod.fold.suites import SuiteFold
from legacy_codemod.fold.templates import template_reads
from legacy_codemod.fold.tighten import tightened
from legacy_codemod.fold.unsure import unsure_reads
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place, Refusal
from legacy_codemod.truth import Known, Value, settled

_UNSURE = "may read the flag, or what another import brings in under its name, so it stays: name what is read here"


def fold(draft: Draft, flag: Flag, is_kept: Callable[[str], bool]) -> Draft:
    """Fold ``flag`` everywhere but in kept files, where a read of it is a finding; a read that is called is refused."""
    ask, files = spread(draft.world, flag)
    changed: dict[str, Pieces] = {}
    findings: list[Finding] = []
    refusals = [r for path, module in files.items() if not is_kept(path) for r in _called(ask, module, draft)]
    if refusals:
        return draft.noting(refusals=refusals)
    for path, module in files.items():
        if is_kept(path):
            findings += _reads(ask, module, draft, "reads the flag and is under KEEP, so the read stays")
            continue
        whole, said = folded(ask, module)
        findings += said
        if whole is not None:
            changed[path] = whole
    findings += _unread(ask)
    findings += [
        Finding(place, "reads the flag, and a template stays as it is") for place in template_reads(draft.world, flag)
    ]
    findings += [
        Finding(Place(path, draft.line(path, line)), _UNSURE) for path, line in unsure_reads(draft.world, flag)
    ]
    return draft.spliced(changed).noting(findings)


def _called(ask: Evaluator, module: Module, draft: Draft) -> Iterator[Refusal]:
    """Where a read decorates something or is called: its value cannot stand there.

    A name that holds nothing where the flag is on may be called all the same, where that is asked first.
    """
    for node in module.nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                given = [(part, ask.value(module, part)) for part in node.decorator_list]
                parts = [part for part, value in given if _is_read(ask, part, value) or _is_truth(value)]
                reason = f"the flag's value cannot decorate {node.name}: an entry for this is a `decorator`, no `expr`"
            case ast.Call(func=func):
                parts = [func] if _is_read(ask, func, ask.value(module, func)) else []
                reason = "the flag's value cannot be called"
            case _:
                continue
        for part in parts:
            yield Refusal(Place(module.path, draft.line(module.path, part.lineno)), reason)


def _is_read(ask: Evaluator, node: ast.expr, value: Value) -> bool:
    return node in ask.reads and settled(value)


def _is_truth(value: Value) -> bool:
    return settled(value) and isinstance(value, Known) and isinstance(value.value, bool)


def folded(ask: Evaluator, module: Module) -> tuple[Pieces | None, list[Finding]]:
    """What the answers of ``ask`` make of one file, which keeps its nature; ``None`` where that is nothing."""
    spared = Spared(module)
    return keeps_its_nature(spared, partial(_folded, ask, spared), partial(is_ruled_out, ask, module))


def _folded(ask: Evaluator, spared: Spared) -> tuple[Pieces, list[Finding]]:
    """What a fold of one file does to it, and what it says of places that it leaves alone."""
    folded = SuiteFold(ExpressionFold(ask, spared.module, spared))
    folded.module()
    splices = folded.expressions.splices
    whole = pieces(spared.module, tightened(spared.module, splices) if splices else (), folded.dedents)
    return whole, folded.expressions.findings


def is_read(world: World, flag: Flag) -> bool:
    """Whether any expression of the repository reads the flag, or a file that cannot be parsed mentions it."""
    draft, (ask, files) = Draft(world, world), spread(world, flag)
    found = (read for module in files.values() for read in _reads(ask, module, draft, "reads it"))
    return next(found, None) is not None or next(_unread(ask), None) is not None


def _reads(ask: Evaluator, module: Module, draft: Draft, reason: str) -> Iterator[Finding]:
    for node in module.nodes:
        if isinstance(node, ast.expr):
            ask.value(module, node)
            if node in ask.reads:
                yield Finding(Place(module.path, draft.line(module.path, node.lineno)), reason)
            elif isinstance(node, (ast.Name, ast.Attribute)) and (name := _settled_name(ask, module, node)):
                held = f"reads {name}, which the flag settles, and is under KEEP, so {name} stays"
                yield Finding(Place(module.path, draft.line(module.path, node.lineno)), held)


def _settled_name(ask: Evaluator, module: Module, node: ast.Name | ast.Attribute) -> str:
    """The name of another file that ``node`` reads, where it holds or gives the flag's value."""
    found = resolve.target(ask.world, module, node) if isinstance(node.ctx, ast.Load) else None
    if not isinstance(found, Symbol) or not found.name or found.path == module.path:
        return ""
    function, owner = symbols.definition(ask.world, found), ask.world.module(found.path)
    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) and owner:
        return found.last if settled(returned(ask, owner, function)) else ""
    return found.last if settled(symbol_value(ask, found)) else ""


def _unread(ask: Evaluator) -> Iterator[Finding]:
    """Files that mention the flag and cannot be parsed."""
    for path, _held in ask.world.mentioning(ask.flag.words if ask.flag else ()):
        if ask.world.module(path) is None:
            yield Finding(Place(path, 1), "mentions the flag, but Python cannot parse this file: it is left as it is")
