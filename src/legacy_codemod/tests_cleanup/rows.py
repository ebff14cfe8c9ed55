"""``pytest.mark.parametrize`` and its like, and loops over displays, into columns and rows.

https://docs.pytest.org/en/stable/how-to/parametrize.html, https://ddt.readthedocs.io,
https://github.com/wolever/parameterized
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.tests_cleanup.forms.setting import argument
from legacy_codemod.tests_cleanup.functions import FUNCTIONS, Function, owner_class

REQUESTED = "request.param"
Display = ast.List | ast.Tuple | ast.Set


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """One ``parametrize`` of a test: the names of its columns and its rows as written.

    ``ddt.data`` has its rows as arguments, and like ``parameterized.expand`` it names no columns: the parameters do.
    A fixture with ``params`` has the column ``request.param``, and a loop over a display those of its target.
    """

    call: ast.Call | ast.For
    names: tuple[str, ...]
    display: Display | ast.Call
    unpacks: bool = False  # the columns are the parameters, and a row is a tuple of them

    @property
    def is_loop(self) -> bool:
        """Whether it is a loop in a test."""
        return isinstance(self.call, ast.For)

    @property
    def elts(self) -> list[ast.expr]:
        """The rows as written."""
        return self.display.args if isinstance(self.display, ast.Call) else self.display.elts

    @property
    def rows(self) -> list[dict[str, ast.expr]]:
        """Each row's values by column."""
        return [dict(zip(self.names, self.cells(row), strict=False)) for row in self.elts]

    def cells(self, row: ast.expr) -> list[ast.expr]:
        """The values of a row: of a tuple or list, of ``pytest.param``, or the row where there is one column."""
        return cells(row, 2 if self.unpacks else len(self.names))


def cells(row: ast.expr, count: int) -> list[ast.expr]:
    """The values of a row that has one column, or several."""
    match row:
        case ast.Call(func=ast.Attribute(attr="param") | ast.Name(id="param"), args=args):
            return args
        case ast.Tuple(elts=elts) | ast.List(elts=elts) if count > 1:
            return elts
    return [row]


def tables(module: Module, function: Function) -> Iterator[Table]:
    """The tables of a test, of its class too, whose rows stand where they are used."""
    owner = owner_class(module, function)
    for decorator in (*function.decorator_list, *(owner.decorator_list if owner else ())):
        if table := table_of(decorator, function):
            yield table


def table_of(decorator: ast.expr, owner: ast.AST) -> Table | None:
    """The table that a decorator of ``owner`` is, if it is one and its values are the test's own."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr="parametrize")):
            return _parametrized(decorator)
        case ast.Call(func=ast.Attribute(attr="fixture"), keywords=keywords):
            params = next((k.value for k in keywords if k.arg == "params"), None)
            return Table(decorator, (REQUESTED,), params) if isinstance(params, (ast.List, ast.Tuple)) else None
        case ast.Call(func=ast.Attribute(value=ast.Name(id="ddt"), attr="data") | ast.Name(id="data"), keywords=[]):
            return _nameless(decorator, decorator, owner)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="parameterized"), attr="expand"), args=[ast.List() as rows]):
            return _nameless(decorator, rows, owner)
    return None


def row_of(module: Module, node: ast.AST) -> tuple[Table, int] | None:
    """The table and row that hold ``node``."""
    chain = [node, *module.scopes.ancestors(node)]
    for outer in chain:
        owner = module.scopes.parents.get(outer)
        table = loop_table(outer) or (table_of(outer, owner) if isinstance(outer, ast.Call) and owner else None)
        if table is not None and table.display in chain:
            row = next((e for e in table.elts if e in chain), None)
            return (table, table.elts.index(row)) if row is not None else None
    return None


def row_of_tables(module: Module, node: ast.AST) -> tuple[ast.expr, str] | None:
    """The row of a test's table that holds ``node``, and the column whose value is or holds it."""
    chain = [node, *module.scopes.ancestors(node)]
    for function in (o for o in chain if isinstance(o, FUNCTIONS)):
        for table in tables(module, function):
            for element, row in zip(table.elts, table.rows, strict=True):
                for name, cell in row.items():
                    if cell in chain:
                        return element, name
    return None


def loop_table(node: ast.AST) -> Table | None:
    """The table that ``for on, expected in ((True, 1), (False, 3)):`` is."""
    match node:
        case ast.For(target=ast.Name(id=name), iter=ast.List() | ast.Tuple() as display):
            names: tuple[str, ...] = (name,)
        case ast.For(target=ast.Tuple(elts=elts), iter=ast.List() | ast.Tuple() as display):
            names = tuple(e.id for e in elts if isinstance(e, ast.Name))
            if len(names) != len(elts) or not all(isinstance(row, (ast.Tuple, ast.List)) for row in display.elts):
                return None
        case _:
            return None
    return Table(node, names, display)


def _nameless(call: ast.Call, display: ast.List | ast.Call, owner: ast.AST) -> Table | None:
    """Rows whose columns are the first parameters of a method."""
    if not isinstance(owner, FUNCTIONS):
        return None
    rows = display.args if isinstance(display, ast.Call) else display.elts
    unpacks = display is not call or any(last_name(d) == "unpack" for d in owner.decorator_list)
    widths = {_width(row) for row in rows}
    if display is not call and widths == {0}:
        unpacks, widths = False, {1}
    width = 1 if not unpacks else widths.pop() if len(widths) == 1 else 0
    names = tuple(argument.arg for argument in owner.args.args[1 : width + 1])
    fits = width > 0 and len(names) == width and not any(isinstance(row, ast.Starred) for row in rows)
    return Table(call, names, display, unpacks) if fits else None


def _width(row: ast.expr) -> int:
    """How many values a row holds; 0 where it is a value itself."""
    held = cells(row, 2)
    return -1 if isinstance(row, ast.Call) and row.keywords else 0 if held == [row] else len(held)


def _parametrized(decorator: ast.Call) -> Table | None:
    names, values = argument(decorator, 0, "argnames"), argument(decorator, 1, "argvalues")
    if any(k.arg == "indirect" for k in decorator.keywords) or not isinstance(values, (ast.List, ast.Tuple, ast.Set)):
        return None
    columns = _columns(names)
    return Table(decorator, columns, values) if columns and values.elts else None


def _columns(names: ast.expr | None) -> tuple[str, ...]:
    match names:
        case ast.Constant(value=str(text)):
            return tuple(part.strip() for part in text.split(",") if part.strip())
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            return tuple(str(e.value) for e in elts if isinstance(e, ast.Constant))
    return ()


def fed_names(module: Module, function: Function) -> frozenset[str] | None:
    """Parameters that a ``parametrize`` of the test, its class or its file fills; ``None`` where any may be filled."""
    found: set[str] = set()
    for mark in _marks_on(module, function):
        for call in (n for n in ast.walk(mark) if isinstance(n, ast.Call)):
            match call.func:
                case ast.Attribute(attr="parametrize"):
                    columns = _columns(argument(call, 0, "argnames"))
                    if not columns:
                        return None
                    found.update(columns)
                case ast.Attribute(attr="data" | "idata" | "expand") | ast.Name(id="data" | "idata" | "expand"):
                    table = table_of(call, function)
                    if table is None:
                        return None
                    found.update(table.names)
    return frozenset(found)


def _marks_on(module: Module, function: Function) -> Iterator[ast.AST]:
    """Decorators of a test and its class, and what ``pytestmark`` of its class and file says."""
    yield from function.decorator_list
    owner = owner_class(module, function)
    yield from owner.decorator_list if owner else ()
    for statement in (*module.tree.body, *(owner.body if owner else ())):
        match statement:
            case ast.Assign(targets=[ast.Name(id="pytestmark")], value=value):
                yield value
