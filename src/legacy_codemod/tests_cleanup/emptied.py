"""Tests, fixtures, set-up methods and helpers of which nothing is left into the draft without them."""

from __future__ import annotations

import ast
from collections import defaultdict

from legacy_codemod.displays import take_out_elements
from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.splice import Splice
from legacy_codemod.prune import prune
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.marks import Mark
from legacy_codemod.tests_cleanup.signatures import take_decorator, take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of
from legacy_codemod.tests_cleanup.spoiled import without
from legacy_codemod.truth import Why


def without_emptied(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Tests, fixtures, set-up methods and helpers of which nothing but the signature is left."""
    changed: dict[str, _Cuts] = defaultdict(_Cuts)
    marks: list[Mark] = []
    for earlier, later in changed_tests(draft, before, is_kept):
        for was, function in pairs(earlier, later):
            if not _is_empty(function) or _is_empty(was):
                continue
            why = why_of(draft, was, later.path, f"nothing is left of {function.name}")
            if parts.is_test_function(function):
                marks.append(Mark(later, function, why))
            elif parts.is_fixture(function):
                _fixture_goes(draft.world, (later, function), why, changed)
            elif parts.is_set_up(function):
                changed[later.path].gone[function] = why
            elif parts.owner_class(later, function) is None:
                _helper_goes(draft.world, (later, function), why, changed)
    spliced = draft.spliced({path: cuts.pieces(draft.world, path) for path, cuts in changed.items()})
    return spliced if spliced.world is not draft.world else without(draft, marks, is_kept)


def _is_empty(function: Function) -> bool:
    return all(_is_nothing(s) for s in function.body)


def _is_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant() | ast.Yield(value=None)) | ast.Return(value=None):
            return True
        case ast.Return(value=ast.Constant(value=None)):
            return True
    return False


class _Cuts:
    """What goes in one file: statements, strings of ``usefixtures``, parameters."""

    def __init__(self) -> None:
        self.gone: dict[ast.stmt, Why] = {}
        self.names: dict[ast.Constant, Why] = {}
        self.parameters: dict[ast.arg, Why] = {}

    def pieces(self, world: World, path: str) -> Pieces:
        module = world.module(path)
        assert module is not None
        splices: list[Splice] = []
        for name, why in self.names.items():
            splices += self._use_fixtures(module, name, why)
        for function in parts.functions(module):
            held = [a for a in parts.parameters(function) if a in self.parameters]
            if held and function not in self.gone:
                splices += take_parameters(module, function, held, self.parameters[held[0]]) or []
        return pieces(module, [*splices, *prune(module, self.gone, lambda _: False)])

    def _use_fixtures(self, module: Module, name: ast.Constant, why: Why) -> list[Splice]:
        call = module.scopes.parents[name]
        assert isinstance(call, ast.Call)
        left = [a for a in call.args if a not in self.names]
        holder = module.scopes.parents[call]
        if left:
            indexes = [i for i, a in enumerate(call.args) if a in self.names]
            return take_out(module.text, [module.span(a) for a in call.args], indexes, why)
        if isinstance(holder, ast.Assign):
            self.gone[holder] = why
        elif isinstance(holder, (ast.List, ast.Tuple)):
            statement = module.scopes.parents[holder]
            if len(holder.elts) == 1 and isinstance(statement, ast.Assign):
                self.gone[statement] = why
                return []
            return take_out_elements(module, holder, [holder.elts.index(call)], why)
        elif isinstance(holder, (*parts.FUNCTIONS, ast.ClassDef)):
            return [take_decorator(module, call, why)]
        return []


def _fixture_goes(world: World, fixture: tuple[Module, Function], why: Why, changed: dict[str, _Cuts]) -> None:
    module, function = fixture
    requests = list(parts.requests(world, parts.symbol_of(module, function), parts.fixture_name(function)))
    if not all(_can_go(other, node) for other, node in requests):
        return
    changed[module.path].gone[function] = why
    for other, node in requests:
        if isinstance(node, ast.arg):
            changed[other.path].parameters[node] = why
        elif isinstance(node, ast.Constant):
            changed[other.path].names[node] = why


def _can_go(module: Module, node: ast.AST) -> bool:
    """Whether a request of a fixture may go: nothing reads its value."""
    if isinstance(node, ast.arg):
        function = module.scopes.parents[module.scopes.parents[node]]
        return node.arg not in module.scopes.of_node[function].loads and _is_droppable(module, function, node)
    call = module.scopes.parents[node]
    return isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "usefixtures"


def _is_droppable(module: Module, function: ast.AST, node: ast.arg) -> bool:
    return isinstance(function, parts.FUNCTIONS) and take_parameters(module, function, [node], ()) is not None


def _helper_goes(world: World, helper: tuple[Module, Function], why: Why, changed: dict[str, _Cuts]) -> None:
    module, function = helper
    found = [u for u in uses(world, Symbol(module.path, function.name)) if u.how is not How.IMPORT]
    statements: list[tuple[Module, ast.stmt]] = []
    for use in found:
        other = use.module
        call = other.scopes.parents.get(use.node) if other and use.node else None
        statement = other.scopes.parents.get(call) if other and call else None
        if (
            other is None
            or not isinstance(call, ast.Call)
            or call.func is not use.node
            or not isinstance(statement, ast.Expr)
        ):
            return
        statements.append((other, statement))
    changed[module.path].gone[function] = why
    for other, statement in statements:
        changed[other.path].gone[statement] = why
