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
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import settled

_UNSURE = "may read the flag, or what another import brings in under its name, so it stays: name what is read here"


def fold(draft: Draft, flag: Flag, is_kept: Callable[[str], bool]) -> Draft:
    """Fold ``flag`` everywhere but in kept files, where a read of it is a finding."""
    ask, files = spread(draft.world, flag)
    changed: dict[str, Pieces] = {}
    findings: list[Finding] = []
    for path, module in files.items():
        if is_kept(path):
            findings += _reads(ask, module, draft, "reads the flag and is under KEEP, so the read stays")
            continue
        spared = Spared(module)
        whole, said = keeps_its_nature(spared, partial(_folded, ask, spared))
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
