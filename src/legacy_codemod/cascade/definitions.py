"""Names of modules and classes that became unused into the statements that go."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from legacy_codemod.cascade.ahead import look_ahead
from legacy_codemod.cascade.alive import closed_base
from legacy_codemod.cascade.along import Along, goes_along, stays_for
from legacy_codemod.cascade.candidates import candidates_of, namesakes, was_a_setting
from legacy_codemod.cascade.doubts import dynamic_doubt
from legacy_codemod.cascade.given import given_statements
from legacy_codemod.cascade.guarded import is_guarded, never_raises
from legacy_codemod.cascade.inherited import takes_over
from legacy_codemod.cascade.making import acts_on_nothing, is_quiet, is_transparent
from legacy_codemod.cascade.question import Question, Unused
from legacy_codemod.cascade.registers import is_case, registers
from legacy_codemod.cascade.targets import Bound, binds_several, shared_target
from legacy_codemod.cascade.together import Statements, without_outside_use
from legacy_codemod.env_reads.needed import filled, filled_doubt
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind
from legacy_codemod.index.symbols import Symbol, bindings, class_node, instance_stores, qualified
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test

_Said = list[tuple[Symbol, Finding]]  # findings with what they are about


def unused_definitions(question: Question) -> tuple[list[Unused], list[Finding]]:
    """Definitions that were used where the item began and are not any more.

    Definitions that only use each other go together.
    """
    look_ahead(question)
    candidates: dict[Symbol, Statements] = {}
    findings: _Said = []
    staying: set[Symbol] = set()
    every = list(candidates_of(question))
    for module, symbol in every:
        statements = _goes_whole(question, module, symbol)
        bound = [b.node for b in bindings(question.now.world, symbol)]
        if not (statements or bound) or not (question.before.is_needed(symbol) or was_a_setting(question, symbol)):
            continue
        if is_case(question.now.world, symbol) or takes_over(question.before, question.now.world, symbol):
            continue
        if not (reason := _doubt(question, symbol) if statements else _why_held(question.now.world, module, bound)):
            candidates.update({symbol: statements} if statements else {})
        elif not question.now.is_needed(symbol):
            findings.append((symbol, Finding(Place(symbol.path, _line(statements or bound)), reason)))
            staying.add(symbol)
    for symbol in [s for s in candidates if Symbol(s.path, s.name.rpartition(".")[0]) in staying]:
        del candidates[symbol]  # a class that stays in doubt stays whole
    unused, held = _certain(question, candidates)
    unsaid = namesakes(question, [symbol for _, symbol in every])
    return unused, [finding for symbol, finding in (*findings, *held) if symbol not in unsaid]


def _certain(question: Question, candidates: dict[Symbol, Statements]) -> tuple[list[Unused], _Said]:
    """Those of ``candidates`` that go: what may be reached without its name stays, and so does what that uses."""
    along = {symbol: goes_along(question.now, symbol) for symbol in candidates if question.limits.given_by(symbol)}
    nodes = {node for each in along.values() for node in each.nodes}
    doubtful: set[Symbol] = set()
    findings: _Said = []

    def may_go(symbol: Symbol) -> Statements:
        return () if symbol in doubtful else _may_go(question, symbol)

    while True:
        fresh = {symbol: statements for symbol, statements in candidates.items() if symbol not in doubtful}
        gone, held = without_outside_use(question.now, fresh, may_go, nodes)
        doubts = {s: found for s in gone if (found := _doubts(question, s, gone[s], along.get(s)))}
        if not doubts:
            break
        findings += [(symbol, finding) for symbol, found in doubts.items() for finding in found]
        doubtful.update(doubts)
    for symbol in [s for s in along if s not in gone and s not in doubtful]:
        doomed = {*candidates[symbol], *nodes}
        stays = stays_for(question.now, symbol, _line(candidates[symbol]), doomed)
        findings += [(symbol, finding) for finding in stays]
    unused = [Unused(s, gone[s], along[s].entries if s in along else ()) for s in gone]
    return unused, [*findings, *held]


def _doubts(question: Question, symbol: Symbol, statements: Statements, along: Along | None) -> list[Finding]:
    reason = _base_doubt(question, symbol) or dynamic_doubt(question.now, symbol)
    found = [Finding(Place(symbol.path, _line(statements)), reason)] if reason else []
    return [*found, *(along.held if along else ())]


def _line(nodes: Sequence[ast.AST]) -> int:
    return next((getattr(node, "lineno", 1) for node in nodes), 1)


def _may_go(question: Question, symbol: Symbol) -> Statements:
    module = question.now.world.module(symbol.path)
    if module is None or question.now.roots.holds(symbol) or not question.before.is_needed(symbol):
        return ()
    doubt = _doubt(question, symbol) or _base_doubt(question, symbol)
    return () if doubt else _goes_whole(question, module, symbol)


def _goes_whole(question: Question, module: Module, symbol: Symbol) -> Statements:
    world, given = question.now.world, question.limits.given_by(symbol)
    return removable(world, module, symbol) or (given_statements(world, module, given) if given else ())


def _why_held(world: World, module: Module, nodes: Sequence[ast.AST]) -> str:
    """Why what binds a name cannot simply go; empty where that is nothing to tell."""
    for node in nodes:
        if not all(map(is_transparent, getattr(node, "decorator_list", ()))) and not _runs_by_itself(module, node):
            return "now unused, but its decorator may register it, so it stays"
        if isinstance(node, ast.ClassDef) and registers(world, Symbol(module.path, qualified(module, node))):
            return "now unused, but making the class may register it, so it stays"
        if isinstance(node, ast.ClassDef):
            return "now unused, but its base or its body may do more when the class is made, so it stays"
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not is_quiet(world, module, node):
            return "now unused, but a default of it may do more when it is made, so it stays"
        if binds_several(module, node):
            return "now unused, but its statement binds other names too, so it stays"
        if isinstance(module.scopes.parents.get(node), ast.Assign):
            return "now unused, but the statement that makes it may do more, so it stays"
    return ""


def _doubt(question: Question, symbol: Symbol) -> str:
    """Why a definition stays although no use of it is left, or an empty string."""
    if symbol in question.limits.reserved or question.limits.is_removed(symbol.path):
        return "now unused; a later item of the inventory removes it"
    if symbol.last.startswith("__") and symbol.last.endswith("__"):
        return "now unused, but Python calls it by its name"
    return ""


def _base_doubt(question: Question, symbol: Symbol) -> str:
    """Which base outside the repository may call a member by its name, as the reason why that stays; else empty."""
    private = symbol.last.isupper() or symbol.last.startswith("_")
    field = filled(question.now.world, symbol) if question.limits.given_by(symbol) else None
    if field is not None:
        return filled_doubt(question.now.world, field)
    if "." in symbol.name and not private and (base := closed_base(question.now.world, symbol)):
        return f"{symbol.name} is now unused here, but {base}, which is not in this repository, may call it"
    return ""


def removable(world: World, module: Module, symbol: Symbol) -> Statements:
    """What binds ``symbol``, where all of that can go; else nothing."""
    bound = [b for b in bindings(world, symbol) if b.kind is not Kind.DECLARE]
    found = [_statement(world, module, b) for b in bound] if bound else _stores(world, module, symbol)
    return tuple(s for s in found if s is not None) if all(found) else ()


def _stores(world: World, module: Module, symbol: Symbol) -> list[Bound | None]:
    """``self.name = …`` in the methods of its class: an attribute that nothing reads."""
    owner = class_node(world, Symbol(symbol.path, symbol.name.rpartition(".")[0]))
    found: list[Bound | None] = []
    for store in instance_stores(module, owner, symbol.last) if owner else ():
        statement = module.scopes.parents[store]
        single = isinstance(statement, ast.AnnAssign) or (
            isinstance(statement, ast.Assign) and len(statement.targets) == 1
        )
        value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
        plain = single and value is not None and acts_on_nothing(world, module, value)
        alone = statement if plain and isinstance(statement, ast.stmt) else None
        found.append(alone or shared_target(world, module, store))
    return found


def _statement(world: World, module: Module, binding: Binding) -> Bound | None:
    node = binding.node
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        free = all(map(is_transparent, node.decorator_list)) and not _runs_by_itself(module, node)
        free = free and is_quiet(world, module, node)
        named = Symbol(module.path, qualified(module, node))
        return None if not free or (isinstance(node, ast.ClassDef) and registers(world, named)) else node
    statement = module.scopes.parents.get(node)
    if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is not None:
        if isinstance(statement, ast.Assign) and len(statement.targets) > 1:
            return shared_target(world, module, node)
        if is_guarded(module, statement, {binding.name}) and not never_raises(statement.value):
            return None
        return statement if acts_on_nothing(world, module, statement.value) else None
    return shared_target(world, module, node)


def _runs_by_itself(module: Module, node: ast.AST) -> bool:
    name = getattr(node, "name", "")
    return is_test(module.path) and name.lower().startswith(("test", "setup", "teardown", "pytest_"))
