"""A ``try`` of which a flag leaves nothing to guard into the splices that leave its ``else`` and ``finally``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from legacy_codemod.fold.branches import clauses, keep_inside

if TYPE_CHECKING:
    from legacy_codemod.fold.suites import SuiteFold


def fold_try(fold: SuiteFold, node: ast.Try | ast.TryStar) -> None:
    """What a ``try`` guards may go: then no handler can run, but ``else`` and ``finally`` do."""
    idle = not node.handlers and not node.orelse and fold.gone.all_go(node.finalbody)
    if idle and any(map(fold.gone.goes, node.finalbody)):
        why = fold.gone.reason(next(s for s in node.finalbody if fold.gone.goes(s)))
        fold.hoist(node, clauses(fold.expressions.module, node), 0, why)
        return
    left = [name for name in ("orelse", "finalbody") if not fold.gone.all_go(getattr(node, name))]
    if not left or not fold.gone.empties(node):  # a handler stays for what it binds, though no error comes to it
        fold.parts(node)
        return
    module = fold.expressions.module
    branches = clauses(module, node)
    index = next(i for i, branch in enumerate(branches) if branch.body is getattr(node, left[0]))
    why = fold.gone.reason(next(s for s in node.body if fold.gone.goes(s)))
    if len(left) == 1:
        fold.hoist(node, branches, index, why)
    elif cut := keep_inside(module, branches, index, why):
        fold.add(cut.splices)
        for name in left:
            fold.clause(node, name, getattr(node, name))
    else:
        fold.parts(node)
