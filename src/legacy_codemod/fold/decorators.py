"""``@required("new-router")`` → no decorator where it lets everything through; a refusal where it lets none through."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from legacy_codemod.draft import Draft, pieces
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.module import Module
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import DecoratorFlag, Finding, Place, Refusal
from legacy_codemod.shapes import Matcher

_Decorated = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def fold_decorators(draft: Draft, flag: Flag, is_kept: Callable[[str], bool]) -> Draft:
    """Take the decorator off every function and class that carries it."""
    assert isinstance(flag.subject, DecoratorFlag)
    changed: dict[str, list[Splice]] = {}
    findings: list[Finding] = []
    refusals: list[Refusal] = []
    for path, _held in draft.world.mentioning(flag.words):
        module = draft.world.module(path)
        for node, decorator in _carriers(draft, flag, module) if module else ():
            place = Place(path, draft.line(path, decorator.lineno))
            if is_kept(path):
                findings.append(Finding(place, "carries the decorator and is under KEEP, so it stays"))
            elif not flag.subject.value:
                reason = (
                    f"the decorator makes {node.name} unreachable: remove it by name, with a fallback where it is used"
                )
                refusals.append(Refusal(place, reason))
            elif module is not None:
                changed.setdefault(path, []).append(_off(module, decorator, (*flag.why, "decorator gone")))
    if refusals:
        return draft.noting(findings, refusals)
    parsed = {path: draft.world.module(path) for path in changed}
    return draft.spliced({p: pieces(m, changed[p]) for p, m in parsed.items() if m}).noting(findings)


def _carriers(draft: Draft, flag: Flag, module: Module) -> Iterator[tuple[_Decorated, ast.expr]]:
    matcher = Matcher(draft.world, module, Evaluator(draft.world).literal)
    for node in module.nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for decorator in node.decorator_list:
                if any(matcher.match(shape, decorator) is not None for _, shape in flag.shapes):
                    yield node, decorator


def _off(module: Module, decorator: ast.expr, why: tuple[str, ...]) -> Splice:
    last = decorator.end_lineno or decorator.lineno
    return Splice(module.text.start(decorator.lineno), module.text.start(last + 1), "", why)
