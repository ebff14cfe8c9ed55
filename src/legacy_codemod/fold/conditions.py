"""``if`` chains and ``while`` loops whose tests a flag decided into the splices that leave what still runs."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legacy_codemod.fold.branches import Branch, as_else, chain, keep_none, keep_some
from legacy_codemod.fold.effects import effects
from legacy_codemod.fold.sparing import fold_condition
from legacy_codemod.layout.statements import Suite, clause_start, header_line
from legacy_codemod.truth import Why

if TYPE_CHECKING:
    from legacy_codemod.fold.suites import SuiteFold


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of a chain, by index: with ``closed`` the last always runs, the ``spared`` are decided in vain."""

    kept: Sequence[int]
    spared: Sequence[int]
    closed: bool
    why: Why


def fold_if(fold: SuiteFold, node: ast.If, suite: Suite) -> None:
    """Leave the branches that may still run; one that always does becomes the ``else``, or stands alone."""
    first, *others = chain(fold.expressions.module, node)
    branches = [_with_effect(fold, first), *others]
    left = _left(fold, branches, _emptied(fold, node))
    if left.why:
        _cut_chain(fold, node, branches, left)
    if left.why and not left.spared:
        fold.comment_above(node, suite, left.why, [branch.test for branch in branches if branch.test is not None])
    for index in left.kept:
        if index in left.spared:
            fold_condition(fold.expressions, branches[index].test)
            fold.suite(Suite(branches[index].body, branches[index].header))
        else:
            _fold_branch(fold, branches[index], alone=index == 0 or bool(left.why))


def _emptied(fold: SuiteFold, node: ast.If) -> Sequence[ast.If]:
    """The ``elif`` from which on the flag leaves nothing of the chain, with those behind it."""
    emptied: list[ast.If] = []
    while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        node = node.orelse[0]
        if emptied or fold.gone.goes(node):
            emptied.append(node)
    return emptied


def _left(fold: SuiteFold, branches: Sequence[Branch], emptied: Sequence[ast.If]) -> _Left:
    tests = [node.test for node in emptied]
    end = next((index for index, branch in enumerate(branches) if branch.test in tests), len(branches))
    spared = [index for index in range(len(branches)) if _is_spared(fold, branches, index)]
    hiding = next((index for index in spared if _decided(fold, branches[index])), len(branches))
    kept: list[int] = []
    why: Why = ()
    closed = False
    for index, branch in enumerate(branches):
        known = None if index in spared else _decided(fold, branch)
        hidden = index > hiding and not _stays(fold, branch)
        decided_by = branches[hiding].test if hidden else branch.test if known is not None else None
        if decided_by is not None:
            why = why or fold.expressions.why(decided_by)
        if index == end:
            why = why or fold.gone.reason(emptied[0])
        if known is False or closed or hidden or index >= end:
            continue
        kept.append(index)
        closed = known is True
    if why and closed and len(kept) > 1 and branches[kept[-1]].test and fold.gone.all_go(branches[kept[-1]].body):
        kept.pop()  # an `else` of which nothing is left
        closed = False
    return _Left(kept, spared, closed, why)


def _is_spared(fold: SuiteFold, branches: Sequence[Branch], index: int) -> bool:
    """Whether the flag decides a branch, but not so as to take what must stay: in it, or in what it hides."""
    around = fold.expressions.spared.around
    known = _decided(fold, branches[index]) if around else None
    if known is None:
        return False
    taken = branches[index + 1 :] if known else branches[index : index + 1]
    return branches[index].test in around or any(_stays(fold, branch) for branch in taken)


def _stays(fold: SuiteFold, branch: Branch) -> bool:
    return any(part in fold.expressions.spared.around for part in (branch.test, *branch.body))


def fold_while(fold: SuiteFold, node: ast.While) -> None:
    """A loop that never runs leaves its ``else``, which then always does."""
    module = fold.expressions.module
    first = _with_effect(fold, Branch(node.test, node.body, module.span(node)[0], header_line(module.text, node)))
    if _decided(fold, first) is not False:
        fold.parts(node)
        return
    why = (*fold.expressions.why(node.test), "loop never runs")
    if not node.orelse:
        fold.add(keep_none(module, [first], why).splices)
        return
    start, header = clause_start(module.text, node, "orelse"), header_line(module.text, node, "orelse")
    fold.hoist(node, [first, Branch(None, node.orelse, start, header)], 1, why)


def _with_effect(fold: SuiteFold, first: Branch) -> Branch:
    """What the first test does before the flag decides it can be done by a statement in front."""
    if first.test is None or fold.gone.decided(first.test) is not None:
        return first
    return replace(first, effects=effects(fold.expressions.ask, fold.expressions.module, first.test))


def _decided(fold: SuiteFold, branch: Branch) -> bool | None:
    """Whether a branch is always or never taken once it is reached."""
    if branch.test is None:
        return True
    return (
        fold.expressions.ask.truth(fold.expressions.module, branch.test)
        if branch.effects
        else fold.gone.decided(branch.test)
    )


def _fold_branch(fold: SuiteFold, branch: Branch, *, alone: bool) -> None:
    if branch.test is not None and _decided(fold, branch) is None:
        fold.expressions.fold(branch.test, boolean=True)
    if branch.test is None and not alone and all(map(fold.gone.goes, branch.body)):
        fold.drop_clause(branch.start, branch.body)
    else:
        fold.suite(Suite(branch.body, branch.header))


def _cut_chain(fold: SuiteFold, node: ast.If, branches: Sequence[Branch], left: _Left) -> None:
    module, kept = fold.expressions.module, left.kept
    ending = "branch unreachable" if len(kept) < len(branches) else "the condition always holds"
    why = tuple(dict.fromkeys((*left.why, ending)))
    if not kept:
        fold.add(keep_none(module, branches, why).splices)
        return
    if len(kept) == 1 and left.closed:
        fold.keep_one(node, branches, kept[0], why)
        return
    fold.add(keep_some(module, branches, kept, why).splices)
    last = branches[kept[-1]]
    if left.closed and last.test is not None:
        fold.add([as_else(module, last, why)])
