"""Marks in test files into the draft without the rows, tests, fixtures, helpers and classes that they spoil."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.importers import imported
from legacy_codemod.index.module import Module
from legacy_codemod.index.named_by import namings
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.prune import prune
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.called import uncalled
from legacy_codemod.tests_cleanup.functions import FUNCTIONS, Function
from legacy_codemod.tests_cleanup.marks import (
    Mark,
    any_checks,
    bound,
    class_of,
    function_of,
    reads_first,
    rest_after,
    statement_in,
    statement_of,
)
from legacy_codemod.tests_cleanup.regions import emptied_classes, only_works_on, region_of
from legacy_codemod.tests_cleanup.rows import Table, row_of
from legacy_codemod.tests_cleanup.take_rows import take_rows
from legacy_codemod.truth import Why


def without(draft: Draft, marks: Iterable[Mark], is_kept: Callable[[str], bool]) -> Draft:
    """Remove what the marks spoil, and what depends on that; what cannot be cut is a finding and stays."""
    removal = _Removal(draft.world, is_kept)
    removal.spread(marks)
    later = draft.spliced(removal.pieces()).noting(
        Finding(Place(f.place.path, draft.line(f.place.path, f.place.line)), f.reason) for f in removal.findings
    )
    for path, why in removal.emptied().items():
        named = [naming.finding(path) for naming in namings(draft.world, path)]
        later = later.removed(path, (*why, "no test is left in the file")).noting(named)
    return later


@dataclass(eq=False)
class _Removal:
    """Grows until no mark spreads any further."""

    world: World
    is_kept: Callable[[str], bool]
    gone: dict[str, dict[ast.stmt, Why]] = field(default_factory=lambda: defaultdict(dict))
    rows: dict[str, dict[ast.expr, tuple[Table, dict[int, Why]]]] = field(default_factory=lambda: defaultdict(dict))
    findings: list[Finding] = field(default_factory=list)
    waiting: list[Mark] = field(default_factory=list)
    whole: dict[Function, Mark] = field(default_factory=dict)  # tests that go, unless one that stays calls them

    def spread(self, marks: Iterable[Mark]) -> None:
        self.waiting += marks
        while self.waiting:
            mark = self.waiting.pop(0)
            if self.is_kept(mark.module.path):
                self._stays(mark, "is under KEEP, so the test stays")
            elif not (self._is_gone(mark.module, mark.node) or function_of(mark.module, mark.node) in self.whole):
                self._take(mark)
        self._take_whole()

    def _is_gone(self, module: Module, node: ast.AST) -> bool:
        gone = self.gone[module.path]
        return node in gone or any(outer in gone for outer in module.scopes.ancestors(node))

    def _stays(self, mark: Mark, reason: str) -> None:
        line = getattr(mark.node, "lineno", 1)
        self.findings.append(Finding(Place(mark.module.path, line), f"{mark.why[-1]}; {reason}"))

    def _take_whole(self) -> None:
        free = uncalled(self.world, {test: mark.module for test, mark in self.whole.items()}, self._is_gone)
        for test, mark in self.whole.items():
            if test in free:
                self._whole(mark, test)
            elif not self._is_gone(mark.module, test):
                self._stays(mark, "another test calls this one: cut it by hand")

    # --- from a mark to what it spoils ----------------------------------------------------------

    def _take(self, mark: Mark) -> None:
        if row := row_of(mark.module, mark.node):
            self._row(mark, *row)
        elif function := function_of(mark.module, mark.node):
            self._function(mark, function)
        elif owner := class_of(mark.module, mark.node):
            self._in_class(mark, owner)
        else:
            self._statement(mark, statement_of(mark.module, mark.node))

    def _row(self, mark: Mark, table: Table, index: int) -> None:
        _, gone = self.rows[mark.module.path].setdefault(table.display, (table, {}))
        gone[index] = mark.why
        if len(gone) == len(table.elts):
            owner = next(
                o for o in mark.module.scopes.ancestors(table.call) if isinstance(o, (*FUNCTIONS, ast.ClassDef))
            )
            self._take(Mark(mark.module, table.call if table.is_loop else owner, mark.why, alone=table.is_loop))

    def _function(self, mark: Mark, function: Function) -> None:
        if parts.is_test_function(function):
            self._test(mark, function)
        elif (parts.is_fixture(function) and parts.is_autouse(function)) or parts.is_set_up(function):
            self._set_up(mark, function)
        elif parts.is_fixture(function):
            self._whole(mark, function)
            symbol, name = parts.symbol_of(mark.module, function), parts.fixture_name(function)
            self._also((*mark.why, f"fixture {name} removed"), parts.requests(self.world, symbol, name))
        else:
            self._definition(mark, function)

    def _test(self, mark: Mark, test: Function) -> None:
        region = region_of(mark, test) if mark.onward or mark.alone else None
        rest = [s for s in test.body if region is not None and s not in region]
        if region == []:
            self._stays(mark, "inside a block of a test that also checks the kept side: cut it by hand")
        elif region is None or not any_checks(mark.module, rest):
            self.whole.setdefault(test, mark)
        elif reads_first(rest_after(test.body, region), set(bound(region))):
            self._stays(mark, "what follows in the test uses what this part binds: cut it by hand")
        else:
            self.gone[mark.module.path].update(dict.fromkeys(region, mark.why))

    def _set_up(self, mark: Mark, function: Function) -> None:
        """Every test of a class or folder runs it: only the statement goes, and what needs what it stores."""
        statement = statement_of(mark.module, mark.node)
        match statement:
            case ast.Expr():
                self.gone[mark.module.path][statement] = mark.why
            case ast.Assign(targets=[ast.Subscript()]) if statement is mark.node and parts.is_fixture(function):
                self.gone[mark.module.path][statement] = mark.why
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)]):
                self.gone[mark.module.path][statement] = mark.why
                self._members(mark, function, name)
            case ast.Assign(targets=[stored]) if (work := only_works_on(function, statement, stored)) is not None:
                self.gone[mark.module.path].update(dict.fromkeys([statement, *work], mark.why))
            case ast.Import() | ast.ImportFrom():
                pass
            case _:
                self._stays(mark, "every test here runs this set-up, so it stays: cut it by hand")

    def _definition(self, mark: Mark, node: Function | ast.ClassDef) -> None:
        """A helper or class of the tests goes with everything that uses it."""
        self._whole(mark, node)
        owner = parts.owner_class(mark.module, node)
        why = (*mark.why, f"{node.name} removed")
        if owner is not None:
            self._members(Mark(mark.module, mark.node, why), node, node.name)
        else:
            self._users(why, parts.symbol_of(mark.module, node))

    def _members(self, mark: Mark, inside: ast.AST, name: str) -> None:
        owner = parts.owner_class(mark.module, inside)
        for node in mark.module.attributes.get(name, ()):
            mine = owner is not None and parts.owner_class(mark.module, node) is owner
            if mine and isinstance(node.ctx, ast.Load) and getattr(node.value, "id", "") in ("self", "cls"):
                self.waiting.append(Mark(mark.module, node, mark.why))

    def _users(self, why: Why, symbol: Symbol) -> None:
        found = uses(self.world, symbol)
        certain = (How.NAME, How.ATTRIBUTE)
        self._also(
            why,
            (
                (u.module, u.node)
                for u in found
                if u.module and u.node and u.how in certain and is_test_file(self.world, u.path)
            ),
        )

    def _also(self, why: Why, nodes: Iterable[tuple[Module, ast.AST]]) -> None:
        self.waiting += [Mark(module, node, why) for module, node in nodes]

    def _in_class(self, mark: Mark, owner: ast.ClassDef) -> None:
        statement = statement_in(mark.module, owner, mark.node)
        name = getattr(statement.targets[0], "id", "") if isinstance(statement, ast.Assign) else ""
        if statement is None or name == "pytestmark":
            self._definition(mark, owner)
        elif name:
            self.gone[mark.module.path][statement] = mark.why
            self._members(mark, statement, name)
        else:
            self._stays(mark, "it stands in the body of a test class: cut it by hand")

    def _statement(self, mark: Mark, statement: ast.stmt) -> None:
        match statement:
            case ast.Import() | ast.ImportFrom():
                return
            case ast.Assign(targets=[ast.Name(id="pytestmark")]):
                self._also(
                    mark.why, ((mark.module, f) for f in parts.functions(mark.module) if parts.is_test_function(f))
                )
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if name != "__all__":
                self.gone[mark.module.path][statement] = mark.why
                self._users((*mark.why, f"{name} removed"), Symbol(mark.module.path, name))
            case _:
                self._stays(mark, "it stands at the top level of a test file: cut it by hand")

    def _whole(self, mark: Mark, node: ast.stmt) -> None:
        kind = "test" if parts.is_test_function(node) else "fixture" if parts.is_fixture(node) else "helper"
        self.gone[mark.module.path][node] = (*mark.why, f"{kind} removed")

    # --- from what goes to splices --------------------------------------------------------------

    def pieces(self) -> dict[str, Pieces]:
        """The splices by file; a test class that loses every test goes."""
        made = {}
        for path in sorted({*self.gone, *self.rows}):
            module = self.world.module(path)
            if module is None or not (self.gone[path] or self.rows[path]):
                continue
            gone = self.gone[path]
            gone.update(emptied_classes(module, gone))
            splices = prune(module, gone, lambda _: False)
            for table, rows in self.rows[path].values():
                if not any(o in gone for o in module.scopes.ancestors(table.call)):
                    splices += take_rows(module, table, rows, next(iter(rows.values())))
            made[path] = pieces(module, splices)
        return made

    def emptied(self) -> dict[str, Why]:
        """Test files that lose every test and that no other file imports, with why."""
        found = {}
        for path, gone in sorted(self.gone.items()):
            module = self.world.module(path)
            tests = [f for f in parts.functions(module) if parts.is_test_function(f)] if module else []
            lost = [f for f in tests if module and any(o in gone for o in (f, *module.scopes.ancestors(f)))]
            if (
                tests
                and len(lost) == len(tests)
                and not imported(self.world, path)
                and not path.endswith("conftest.py")
            ):
                found[path] = next(iter(gone.values()))
        return found
