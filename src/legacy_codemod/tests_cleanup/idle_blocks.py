"""Blocks whose purpose went out of them into what they held.

``try: … finally: pass`` → ``…``, ``with monkeypatch.context() as m: …`` without ``m`` → ``…``, a loop once → ``…``
"""

from __future__ import annotations

import ast

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.fold.branches import Branch, keep_one
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.layout.statements import header_line
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of


def without_idle_blocks(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Blocks of tests that were not idle where the step began: one a round, since what they held moves."""
    changed: dict[str, Pieces] = {}
    for earlier, later in changed_tests(draft, before, is_kept):
        for was, function in pairs(earlier, later):
            if later.path in changed or any(_is_idle(earlier, node) for node in ast.walk(was)):
                continue
            node = next((n for n in ast.walk(function) if _is_idle(later, n)), None)
            if isinstance(node, (ast.Try, ast.With, ast.For)):
                why = why_of(draft, was, later.path, "the block has nothing left to do")
                start, header = later.span(node)[0], header_line(later.text, node)
                branches = [Branch(None, node.body, start, header)]
                if isinstance(node, ast.Try):
                    line = header_line(later.text, node, "finalbody")
                    branches.append(Branch(None, node.finalbody, later.text.start(line), line))
                cut = keep_one(later, branches, 0, why)
                changed[later.path] = pieces(later, cut.splices, cut.dedents)
    return draft.spliced(changed)


def _is_idle(module: Module, node: ast.AST) -> bool:
    match node:
        case ast.Try(handlers=[], orelse=[], finalbody=last):
            return all(isinstance(s, ast.Pass) for s in last)
        case ast.With(
            items=[
                ast.withitem(
                    context_expr=ast.Call(func=ast.Attribute(value=base, attr="context"), args=[], keywords=[]),
                    optional_vars=ast.Name(id=name),
                )
            ]
        ):
            patches = last_name(base).lower() == "monkeypatch"
            return patches and not _loads(module, node, {name})
        case ast.For(target=target, iter=ast.List(elts=[_]) | ast.Tuple(elts=[_]), orelse=[]):
            names = {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            leaves = any(isinstance(n, (ast.Break, ast.Continue)) for n in ast.walk(node))
            return not leaves and not _loads(module, node, names)
    return False


def _loads(module: Module, node: ast.stmt, names: set[str]) -> bool:
    scope = module.scopes.enclosing(node)
    return any(scope.loads.get(name) for name in names)
