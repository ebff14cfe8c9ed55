"""Rows and columns of a test's table into the splices that take them out."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection

from legacy_codemod.displays import take_out_elements
from legacy_codemod.index.module import Module
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup.forms.setting import argument
from legacy_codemod.tests_cleanup.rows import Table
from legacy_codemod.truth import Why


def take_rows(module: Module, table: Table, gone: Collection[int], why: Why) -> list[Splice]:
    """Remove some rows, and their ``ids`` with them; at least one row must stay."""
    indexes = sorted(gone)
    if isinstance(table.display, ast.Call):
        return take_out(module.text, [module.span(row) for row in table.elts], indexes, why)
    splices = take_out_elements(module, table.display, indexes, why)
    for keyword in table.call.keywords if isinstance(table.call, ast.Call) else ():
        ids = keyword.value if keyword.arg == "ids" else None
        if isinstance(ids, (ast.List, ast.Tuple)) and len(ids.elts) == len(table.elts):
            splices += take_out_elements(module, ids, indexes, why)
    return splices


def take_column(module: Module, table: Table, name: str, why: Why) -> list[Splice]:
    """Remove one of several columns from the names and from each row; rows that become equal stay."""
    index = table.names.index(name)
    splices = [] if table.unpacks else _take_name(module, table, index, why)
    unwrap = (
        not table.unpacks
        and len(table.names) == 2
        and isinstance(table.call, ast.Call)
        and isinstance(argument(table.call, 0, "argnames"), ast.Constant)
    )
    for row in table.elts:
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
    assert isinstance(table.call, ast.Call)
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
