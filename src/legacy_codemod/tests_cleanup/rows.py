"""``pytest.mark.parametrize`` into its columns and rows, and rows and columns into the splices that take them out.

https://docs.pytest.org/en/stable/how-to/parametrize.html
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from legacy_codemod.displays import take_out_elements
from legacy_codemod.index.module import Module
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup.forms.setting import argument
from legacy_codemod.tests_cleanup.functions import Function, owner_class
from legacy_codemod.truth import Why

Display = ast.List | ast.Tuple | ast.Set


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """One ``parametrize`` of a test: the names of its columns and its rows as written."""

    call: ast.Call
    names: tuple[str, ...]
    display: Display

    @property
    def rows(self) -> list[dict[str, ast.expr]]:
        """Each row's values by column."""
        return [dict(zip(self.names, cells(row, len(self.names)), strict=False)) for row in self.display.elts]


def cells(row: ast.expr, count: int) -> list[ast.expr]:
    """The values of a row: of a tuple or list, of ``pytest.param``, or the row itself where there is one column."""
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
        if table := table_of(decorator):
            yield table


def table_of(decorator: ast.expr) -> Table | None:
    """The table that a decorator is, if it is one and its values are the test's own."""
    if not isinstance(decorator, ast.Call) or getattr(decorator.func, "attr", "") != "parametrize":
        return None
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


def take_rows(module: Module, table: Table, gone: Collection[int], why: Why) -> list[Splice]:
    """Remove some rows, and their ``ids`` with them; at least one row must stay."""
    indexes = sorted(gone)
    splices = take_out_elements(module, table.display, indexes, why)
    for keyword in table.call.keywords:
        ids = keyword.value if keyword.arg == "ids" else None
        if isinstance(ids, (ast.List, ast.Tuple)) and len(ids.elts) == len(table.display.elts):
            splices += take_out_elements(module, ids, indexes, why)
    return splices


def take_column(module: Module, table: Table, name: str, why: Why) -> list[Splice]:
    """Remove one of several columns from the names and from each row; rows that become equal stay."""
    index = table.names.index(name)
    splices = _take_name(module, table, index, why)
    unwrap = len(table.names) == 2 and isinstance(argument(table.call, 0, "argnames"), ast.Constant)
    for row in table.display.elts:
        if isinstance(row, ast.Call):
            spans = [module.span(part) for part in (*row.args, *row.keywords)]
            splices += take_out(module.text, spans, [index], why)
        elif isinstance(row, (ast.Tuple, ast.List)) and unwrap:
            start, end = module.span(row)
            low, high = module.span(row.elts[1 - index])
            splices += [Splice(start, low, "", why), Splice(high, end, "", why)]
        elif isinstance(row, (ast.Tuple, ast.List)):
            splices += take_out_elements(module, row, [index], why)
    return splices


def _take_name(module: Module, table: Table, index: int, why: Why) -> list[Splice]:
    names = argument(table.call, 0, "argnames")
    if isinstance(names, (ast.List, ast.Tuple)):
        return take_out_elements(module, names, [index], why)
    assert names is not None
    start, end = module.span(names)
    written = module.text.text[start:end]
    low, high = (start + offset for offset in _word(written, table.names[index]))
    if index + 1 < len(table.names):
        return [Splice(low, start + _word(written, table.names[index + 1])[0], "", why)]
    return [Splice(start + written.rindex(",", 0, low - start), high, "", why)]


def _word(text: str, name: str) -> tuple[int, int]:
    match = re.search(rf"\b{re.escape(name)}\b", text)
    assert match is not None
    return match.span()
