"""A test file and a flag into what each setting of it forces."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.fold.claims import is_claim
from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.class_values import class_forcers
from legacy_codemod.tests_cleanup.forms import settings
from legacy_codemod.tests_cleanup.forms.cleanups import DEFERS
from legacy_codemod.tests_cleanup.forms.setting import Entry, Key, Setting, method_name
from legacy_codemod.tests_cleanup.helper_calls import Forcer, forcers
from legacy_codemod.tests_cleanup.judge import Forced, Judge, substituted
from legacy_codemod.tests_cleanup.marks import any_checks, function_of
from legacy_codemod.tests_cleanup.rows import Table, loop_table, tables
from legacy_codemod.truth import settled, truth


@dataclass(frozen=True, eq=False, slots=True)
class Forcing:
    """A setting, what it forces, and the rows of a parametrized test in which it forces another value."""

    setting: Setting
    forced: Forced
    other_rows: tuple[ast.expr, ...] = ()
    calls: tuple[Forcer, ...] = ()  # of the helper that it stands in

    @property
    def node(self) -> ast.AST:
        """The call or statement."""
        return self.setting.node

    @property
    def others(self) -> tuple[Forcer, ...]:
        """Calls of its helper that force another value."""
        return tuple(call for call in self.calls if call.forced is Forced.OTHER)


def forcings(judge: Judge, module: Module) -> list[Forcing]:
    """Everything in ``module`` that forces the flag, in the order it is written."""
    hot = judge.ask.hot(module).nodes
    every = settings(judge.world, module, [node for node in module.nodes if node in hot])
    found = [f for setting in every for f in _forcing(judge, module, setting)]
    found.sort(key=lambda f: (getattr(f.node, "lineno", 0), getattr(f.node, "col_offset", 0)))
    return [_as_it_counts(judge, module, forcing, found) for forcing in found]


def _forcing(judge: Judge, module: Module, setting: Setting) -> Iterator[Forcing]:
    forced = judge.forced(module, setting)
    if forced is None:
        return
    if forced is Forced.KEPT:
        branch = (_rows_by_branch(judge, module, setting.node) if _is_switched(module, setting.node) else None) or ()
        yield Forcing(setting, forced, tuple(row for row, runs in branch if not runs))
        return
    table = _table(module, setting) if forced is Forced.UNCLEAR else None
    if forced is Forced.OTHER or table is None:
        yield from [Forcing(setting, forced)] if forced is Forced.OTHER else _by_call(judge, module, setting)
        return
    by_row = [judge.forced(module, setting, row) for row in table.rows]
    if Forced.UNCLEAR in by_row:
        yield Forcing(setting, Forced.UNCLEAR)
    elif all(held is Forced.OTHER for held in by_row):
        yield Forcing(setting, Forced.OTHER)
    else:
        rows = zip(table.elts, by_row, strict=True)
        yield Forcing(setting, Forced.KEPT, tuple(row for row, held in rows if held is Forced.OTHER))


def _by_call(judge: Judge, module: Module, setting: Setting) -> Iterator[Forcing]:
    """What a setting forces where its value comes from calls of its helper, or from the classes that run it."""
    calls = forcers(judge, module, setting)
    calls = class_forcers(judge, module, setting) if calls is None else calls
    if calls is None:
        yield Forcing(setting, Forced.UNCLEAR)
    elif calls:
        only = all(call.forced is Forced.OTHER for call in calls)
        yield Forcing(setting, Forced.OTHER if only else Forced.KEPT, calls=tuple(calls))


def _table(module: Module, setting: Setting) -> Table | None:
    """The one table whose columns the value is made of."""
    function = function_of(module, setting.node)
    if function is None or setting.value is None:
        return None
    names = {ast.unparse(n) for n in ast.walk(setting.value) if isinstance(n, (ast.Name, ast.Attribute))}
    around = [o for o in module.scopes.ancestors(setting.node) if isinstance(o, ast.For) and any_checks(module, o.body)]
    loops = [t for o in around if (t := loop_table(o))]
    found = [t for t in (*tables(module, function), *loops) if names & set(t.names)]
    return found[0] if len(found) == 1 else None


def _is_switched(module: Module, node: ast.AST) -> bool:
    """Whether ``if column:`` stands around: other conditions may tell the rows apart by something else."""
    branch = next((o for o in module.scopes.ancestors(node) if isinstance(o, ast.If)), None)
    match branch and branch.test:
        case ast.Name() | ast.UnaryOp(op=ast.Not(), operand=ast.Name()):
            return True
    return False


def _rows_by_branch(judge: Judge, module: Module, node: ast.AST) -> list[tuple[ast.expr, bool]] | None:
    """Each row of a test's table, and whether ``if column:`` lets ``node`` run in it; ``None`` where that is open."""
    branch = next((o for o in module.scopes.ancestors(node) if isinstance(o, ast.If)), None)
    function = function_of(module, node)
    if branch is None or function is None:
        return None
    names = {n.id for n in ast.walk(branch.test) if isinstance(n, ast.Name)}
    found = [t for t in tables(module, function) if names & set(t.names)]
    if len(found) != 1:
        return None
    chain = [node, *module.scopes.ancestors(node)]
    wanted = any(s in chain for s in branch.body)
    held = [judge.plain.truth(module, substituted(branch.test, row)) for row in found[0].rows]
    return None if None in held else [(row, value is wanted) for row, value in zip(found[0].elts, held, strict=True)]


def _as_it_counts(judge: Judge, module: Module, forcing: Forcing, every: list[Forcing]) -> Forcing:
    """What a forcing means where it stands.

    Tear-down only restores; of several in one fixture the last one counts; one that depends on a condition is unclear.
    """
    function = function_of(module, forcing.node)
    if function is not None and _restores(module, function, forcing.node):
        return Forcing(forcing.setting, Forced.RESTORED)
    if forcing.forced is not Forced.OTHER or function is None:
        return forcing
    if any(isinstance(o, (ast.If, ast.IfExp, ast.Match)) for o in module.scopes.ancestors(forcing.node)):
        rows = _rows_by_branch(judge, module, forcing.node)
        spoiled = tuple(row for row, runs in rows or () if runs)
        return Forcing(forcing.setting, Forced.UNCLEAR if rows is None else Forced.KEPT, spoiled)
    if parts.is_test_function(function):
        return Forcing(forcing.setting, Forced.AMONG) if _is_among_others(judge, module, forcing) else forcing
    mine = [f for f in every if function_of(module, f.node) is function]
    running = [f for f in mine if not _restores(module, function, f.node)]
    return Forcing(forcing.setting, Forced.KEPT) if running[-1].forced is Forced.KEPT else forcing


_SEVERAL = 2


def _is_among_others(judge: Judge, module: Module, forcing: Forcing) -> bool:
    """Whether the test sets several other flags in the same store, or by the same function."""
    what, function = forcing.setting.what, function_of(module, forcing.node)
    if function is None or not isinstance(what, (Entry, Key)):
        return False
    every = [s.what for s in settings(judge.world, module, ast.walk(function))]
    same = [w for w in every if isinstance(w, type(what)) and _holder(w) == _holder(what)]
    return len({ast.unparse(w.node) for w in same} - {ast.unparse(what.node)}) >= _SEVERAL


def _holder(what: Entry | Key) -> str:
    return what.store if isinstance(what, Entry) else what.setter


def _restores(module: Module, function: parts.Function, node: ast.AST) -> bool:
    if function.name.lower().startswith("teardown"):
        return True
    chain = [node, *module.scopes.ancestors(node)]
    if any(isinstance(outer, ast.Try) and set(outer.finalbody) & set(chain) for outer in chain):
        return True
    if any(isinstance(outer, ast.Call) and method_name(outer) in DEFERS for outer in chain):
        return True
    yields = [n.lineno for n in ast.walk(function) if isinstance(n, ast.Yield)]
    return parts.is_fixture(function) and any(line < node.lineno for line in yields)  # type: ignore[attr-defined]


def asserts_other(judge: Judge, module: Module) -> Iterator[ast.stmt]:
    """Assertions of tests that the kept value makes fail."""
    for node in module.nodes:
        function = function_of(module, node) if isinstance(node, (ast.Assert, ast.Expr)) else None
        if function and parts.is_test_function(function) and _asserted(judge, module, node) is False:
            yield node  # type: ignore[misc]


def asserts_nothing(judge: Judge, module: Module) -> Iterator[parts.Function]:
    """Tests that assert nothing but what the kept value makes true."""
    for function in parts.functions(module):
        if parts.is_test_function(function):
            asserted = [s for s in function.body if _is_assertion(s)]
            checked = [_asserted(judge, module, s) and not is_claim(judge.ask, module, s) for s in asserted]
            if checked and all(checked) and not any(_other_check(s) for s in function.body):
                yield function


def _is_assertion(statement: ast.AST) -> bool:
    return isinstance(statement, ast.Assert) or _unittest_assertion(statement) is not None


def _other_check(statement: ast.stmt) -> bool:
    """Whether a statement may be there for more than to set something up."""
    simple = isinstance(
        statement, (ast.Assert, ast.Expr, ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.Pass)
    )
    name = ""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        name = getattr(statement.value.func, "attr", getattr(statement.value.func, "id", ""))
    return not simple or (name.lower().startswith("assert") and not _is_assertion(statement))


def _asserted(judge: Judge, module: Module, statement: ast.AST) -> bool | None:
    """Whether an assertion holds, where the flag's value says so."""
    if isinstance(statement, ast.Assert):
        value = judge.ask.value(module, statement.test)
        return truth(value) if settled(value) else None
    known = _unittest_assertion(statement)
    if known is None:
        return None
    value = judge.ask.value(module, known[0])
    held = truth(value) if settled(value) else None
    return None if held is None else held is known[1]


def _unittest_assertion(statement: ast.AST) -> tuple[ast.expr, bool] | None:
    match statement:
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(attr="assertTrue" | "assertFalse" as name), args=[asserted, *_])
        ):
            return asserted, name == "assertTrue"
    return None
