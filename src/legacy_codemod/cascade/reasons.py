"""What one item left unused or idle into the chain of reasons that led there."""

from __future__ import annotations

import ast

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import Why


def why_unused(draft: Draft, before: Alive, symbol: Symbol) -> Why:
    """Why nothing uses a definition any more: the edit that took a line it was used on."""
    for use in before.outside(symbol, set()):
        if why := draft.because(use.path, [use.line]):
            return (*why, f"{symbol.last} unused")
    return (f"{symbol.last} unused",)


def why_emptied(draft: Draft, path: str) -> Why:
    """The chain of what was taken out of the file, or the first link where a package only lost its other files."""
    own = [edit.why for edit in draft.edits if edit.path == path]
    return own[0] if own else draft.edits[0].why[:1]


def why_changed(draft: Draft, module: Module, node: ast.stmt) -> Why:
    """The chain of the edit that changed ``node``."""
    lines = range(draft.line(module.path, node.lineno), draft.line(module.path, node.end_lineno or 0) + 1)
    return draft.because(module.path, lines)


def why_name(draft: Draft, earlier: Module, why: Why) -> Why:
    """Why a name of one file is unused: the edit that took a line it was read on."""
    name = why[0].partition(" ")[0].partition(".")[0]
    lines = [n.lineno for scope in earlier.scopes.of_node.values() for n in scope.loads.get(name, ())]
    return (*draft.because(earlier.path, lines), *why)


def why_idle(draft: Draft, path: str, statement: ast.stmt) -> Why:
    """The chain of the edit that made a statement idle, which lies among the lines from it to the next few."""
    first = draft.line(path, statement.lineno)
    return draft.because(path, range(first, first + 10))
