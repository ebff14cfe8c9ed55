"""Conditions on the flag that skip tests into the tests that never run, and the decorators that skip none."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, uses
from legacy_codemod.layout.splice import Splice
from legacy_codemod.prune import prune
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.judge import Judge
from legacy_codemod.tests_cleanup.marks import Mark, any_checks, class_of
from legacy_codemod.tests_cleanup.signatures import take_decorator
from legacy_codemod.truth import Why, settled, truth

Owner = (*FUNCTIONS, ast.ClassDef)


def never_run(judge: Judge, module: Module) -> Iterator[Mark]:
    """Tests that the kept value skips, by decorator, by mark or by their first lines."""
    why = (*judge.flag.why, "the test is skipped")
    for node in module.nodes:
        if isinstance(node, ast.Call) and _skips(judge, module, node):
            yield Mark(module, _marked(module, node), why)
        elif isinstance(node, ast.If) and isinstance(owner := module.scopes.parents[node], FUNCTIONS):
            before = owner.body[: owner.body.index(node)] if node in owner.body else owner.body
            if _is_skip(node.body[0]) and _holds(judge, module, node.test) and not any_checks(module, before):
                yield Mark(module, _skipped(module, owner), why)


def _marked(module: Module, call: ast.Call) -> ast.AST:
    """What a skipping mark stands on: a test, a class, or the assignment that names the mark."""
    owner = module.scopes.parents[call]
    return owner if isinstance(owner, Owner) else call


def _skipped(module: Module, function: parts.Function) -> ast.AST:
    """The class whose set-up skips, or the test or fixture itself."""
    return (class_of(module, function) or function) if parts.is_set_up(function) else function


def _skips(judge: Judge, module: Module, call: ast.Call) -> bool:
    condition = skip_condition(call)
    if condition is None:
        return False
    held = _held(judge, module, condition[0])
    return held is not None and held is condition[1] and condition[2]


def _holds(judge: Judge, module: Module, test: ast.expr) -> bool:
    return _held(judge, module, test) is True


def _held(judge: Judge, module: Module, test: ast.expr) -> bool | None:
    value = judge.ask.value(module, test)
    return truth(value) if settled(value) else None


def skip_condition(call: ast.Call) -> tuple[ast.expr, bool, bool] | None:
    """The condition of a mark, what it must be for the mark to count, and whether the mark then skips."""
    match call:
        case ast.Call(func=ast.Name(id="skipIf") | ast.Attribute(attr="skipIf" | "skipif"), args=[condition, *_]):
            return condition, True, True
        case ast.Call(func=ast.Name(id="skipUnless") | ast.Attribute(attr="skipUnless"), args=[condition, *_]):
            return condition, False, True
        case ast.Call(func=ast.Attribute(attr="xfail"), args=[condition, *_]):
            return condition, True, False
    return None


def _is_skip(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="skip" | "skipTest"))):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id="SkipTest") | ast.Attribute(attr="SkipTest"))):
            return True
    return False


def without_idle_marks(draft: Draft, judge: Judge, modules: list[Module]) -> Draft:
    """Take off the marks that the kept value makes skip nothing, with the names they were given."""
    changed: dict[str, Pieces] = {}
    for module in modules:
        splices: list[Splice] = []
        gone: dict[ast.stmt, Why] = {}
        for call in (node for node in module.nodes if isinstance(node, ast.Call)):
            condition = skip_condition(call)
            held = _held(judge, module, condition[0]) if condition else None
            if condition is None or held is None or held is condition[1]:
                continue
            _take(judge, module, call, (splices, gone))
        if splices or gone:
            changed[module.path] = pieces(module, [*splices, *prune(module, gone, lambda _: False)])
    return draft.spliced(changed)


def _take(judge: Judge, module: Module, call: ast.Call, cut: tuple[list[Splice], dict[ast.stmt, Why]]) -> None:
    why = (*judge.flag.why, "skips nothing")
    match module.scopes.parents[call]:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            cut[0].append(take_decorator(module, call, why))
        case ast.Assign(targets=[ast.Name(id=name)]) as statement if statement in module.tree.body:
            worn = _worn(judge, module, name)
            if worn is not None:
                cut[0].extend(take_decorator(module, node, why) for node in worn)
                cut[1][statement] = why


def _worn(judge: Judge, module: Module, name: str) -> list[ast.expr] | None:
    """The decorators that name a mark; ``None`` where it is used in another way or in another file."""
    found: list[ast.expr] = []
    for use in uses(judge.world, Symbol(module.path, name)):
        owner = module.scopes.parents.get(use.node) if use.node else None
        if use.path != module.path or use.how is not How.NAME or not isinstance(owner, Owner):
            return None
        if use.node not in owner.decorator_list:
            return None
        found.append(use.node)
    return found
