"""Statements that are to go into splices, together with the blocks that they leave empty."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from legacy_codemod.index.module import Module
from legacy_codemod.layout.runs import runs
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.statements import Suite, header_line, remove
from legacy_codemod.truth import Why

Gone = Mapping[ast.stmt, Why]
_FIELDS = ("body", "orelse", "finalbody")


def prune(module: Module, gone: Gone, is_pure: Callable[[ast.AST], bool]) -> list[Splice]:
    """Take the statements ``gone`` out, each for its reason."""
    every = dict(gone)
    _escalate(module, every, is_pure)
    splices: list[Splice] = []
    for owner, field in dict.fromkeys(_place(module, s) for s in every):
        if any(outer in every for outer in (owner, *module.scopes.ancestors(owner))):
            continue
        splices += _in_suite(module, (owner, field), every)
    return splices


def _place(module: Module, node: ast.stmt) -> tuple[ast.AST, str]:
    parent = module.scopes.parents[node]
    return parent, next(f for f in _FIELDS if node in getattr(parent, f, ()))


def _in_suite(module: Module, place: tuple[ast.AST, str], gone: Gone) -> Iterable[Splice]:
    owner, field = place
    body: Sequence[ast.stmt] = getattr(owner, field)
    header = 0 if isinstance(owner, ast.Module) else _header(module, owner, field)
    suite = Suite(body, header)
    indexes = [i for i, s in enumerate(body) if s in gone]
    if len(indexes) == len(body) and field == "orelse" and not isinstance(owner, ast.Try):
        start = module.text.start(module.text.line_of(module.span(body[0])[0]) if suite.on_header else header)
        end = module.text.start((body[-1].end_lineno or 0) + 1)
        return _reasoned(module, body, gone, [Splice(start, end, "", gone[body[0]])])
    if len(indexes) == len(body) and header:
        return _reasoned(module, body, gone, remove(module.text, suite, indexes, gone[body[0]]))
    return [
        piece
        for a, b in runs(indexes)
        for piece in _reasoned(
            module, body[a : b + 1], gone, remove(module.text, suite, range(a, b + 1), gone[body[a]])
        )
    ]


def _reasoned(module: Module, run: Sequence[ast.stmt], gone: Gone, made: Iterable[Splice]) -> list[Splice]:
    """The pieces of a run of statements, each of which goes for its own reason."""
    turns = [
        (_begin(module, before, after), gone[after]) for before, after in pairwise(run) if gone[before] != gone[after]
    ]
    return [replace(piece, turns=tuple(turns)) for piece in made]


def _begin(module: Module, before: ast.stmt, after: ast.stmt) -> int:
    """Where a statement begins, with the comments above it."""
    start = module.span(after)[0]
    below = module.text.line_of(module.span(before)[1]) + 1
    return start if module.text.line_of(start) < below else module.text.start(below)


def _header(module: Module, owner: ast.AST, field: str) -> int:
    if isinstance(owner, ast.match_case):
        last = owner.guard or owner.pattern
        return module.text.line_of(module.text.text.index(":", module.span(last)[1]))
    return header_line(module.text, owner, field)


def _escalate(module: Module, gone: dict[ast.stmt, Why], is_pure: Callable[[ast.AST], bool]) -> None:
    """A block all of whose statements go, goes too, where its own header does nothing."""
    waiting = list(gone)
    while waiting:
        owner = module.scopes.parents.get(waiting.pop())
        if isinstance(owner, ast.stmt) and owner not in gone and _empties(owner, gone, is_pure):
            gone[owner] = next(gone[s] for s in ast.iter_child_nodes(owner) if s in gone)
            waiting.append(owner)


def _empties(owner: ast.stmt, gone: Gone, is_pure: Callable[[ast.AST], bool]) -> bool:
    match owner:
        case ast.If(test=test, body=body, orelse=orelse):
            return all(s in gone for s in (*body, *orelse)) and is_pure(test)
        case ast.Try(body=body, orelse=[], finalbody=[]):
            return all(s in gone for s in body)
    return False
