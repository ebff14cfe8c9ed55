"""A string in a test into the assertions that hold only where the code under test says it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import FUNCTIONS
from legacy_codemod.tests_cleanup.marks import function_of, statement_of
from legacy_codemod.tests_cleanup.rows import row_of_tables

_COMPARED = frozenset(
    {"assertEqual", "assertEquals", "assertDictEqual", "assertListEqual", "assertTupleEqual", "assertCountEqual"}
    | {"assertJSONEqual", "assertMultiLineEqual", "assertSequenceEqual"}
)
_FIRST = frozenset({"assertIn"})
_SECOND = frozenset({"assertContains", "assertRaisesMessage", "assertRaisesRegex", "assertRegex", "assertWarnsRegex"})
_CALLED = frozenset({"assert_called_with", "assert_called_once_with", "assert_any_call", "assert_awaited_with"})
_REGEX = frozenset(r"\^$*+?{}[]|()")
_HOLDERS = (ast.Dict, ast.List, ast.Tuple, ast.Set)


def expectations(module: Module, text: ast.Constant) -> list[ast.AST] | None:
    """The assertions, or rows of a table, that expect the string; ``None`` where it is used for anything else too."""
    found = list(_uses(module, text))
    return None if not found or None in found else [node for node in found if node is not None]


def _uses(module: Module, text: ast.Constant) -> Iterator[ast.AST | None]:
    row = row_of_tables(module, text)
    if row is not None:
        yield from _of_column(module, text, row)
        return
    whole = _outermost(module, text)
    holder = module.scopes.parents[whole]
    match holder:
        case ast.Assign(targets=[ast.Name(id=name)]):
            scope = module.scopes.enclosing(holder)
            loads = scope.loads.get(name, [])
            yield from (_asserted(module, load, str(text.value)) for load in loads)
            if len(scope.bindings.get(name, ())) != 1 or name in module.exported:
                yield None
        case _:
            yield _asserted(module, whole, str(text.value))


def _of_column(module: Module, text: ast.Constant, row: tuple[ast.expr, str]) -> Iterator[ast.AST | None]:
    """The row, where every read of the column it fills expects the value."""
    element, column = row
    function = next((o for o in module.scopes.ancestors(text) if isinstance(o, FUNCTIONS)), None)
    loads = module.scopes.of_node[function].loads.get(column, []) if function else []
    held = [_asserted(module, load, str(text.value)) for load in loads]
    yield element if held and None not in held else None


def _outermost(module: Module, node: ast.AST) -> ast.AST:
    """The display that holds a string as one of its values, or the string itself."""
    while isinstance(parent := module.scopes.parents[node], _HOLDERS):
        if isinstance(parent, ast.Dict) and node in parent.keys:
            return node
        node = parent
    return node


def _asserted(module: Module, node: ast.AST, value: str) -> ast.stmt | None:
    """The assertion that fails where nothing equals, holds or says ``node``."""
    outer = _outermost(module, node)
    parent = module.scopes.parents[outer]
    positive = False
    match parent:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            equal = isinstance(op, ast.Eq) and outer in (left, right)
            positive = (equal or (isinstance(op, ast.In) and outer is left)) and _is_claimed(module, parent)
        case ast.Call(func=ast.Attribute(attr=name), args=args, keywords=keywords):
            positive = _is_expected_by(name, args, outer) and not any(k.arg == "count" for k in keywords)
            positive = positive and (not name.endswith("Regex") or not _REGEX & set(value))
        case ast.keyword(arg="match"):
            call = module.scopes.parents[parent]
            raises = isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("raises", "warns")
            positive = raises and not _REGEX & set(value)
    statement = statement_of(module, node)
    return statement if positive and _is_unconditional(module, statement) else None


def _is_expected_by(name: str, args: list[ast.expr], node: ast.AST) -> bool:
    position = args.index(node) if node in args else -1
    return (
        (name in _COMPARED and position in (0, 1))
        or (name in _FIRST and position == 0)
        or (name in _SECOND and position == 1)
        or (name in _CALLED and position >= 0)
    )


def _is_claimed(module: Module, compare: ast.Compare) -> bool:
    """Whether a comparison is what ``assert`` says, alone or beside others that must hold too."""
    parent = module.scopes.parents[compare]
    while isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
        parent = module.scopes.parents[parent]
    return isinstance(parent, ast.Assert)


def _is_unconditional(module: Module, statement: ast.stmt) -> bool:
    """Whether the test always comes by: nothing but ``with`` stands around it."""
    for outer in module.scopes.ancestors(statement):
        if isinstance(outer, FUNCTIONS):
            return parts.is_test_function(outer) and function_of(module, statement) is outer
        if not isinstance(outer, (ast.With, ast.AsyncWith)):
            return False
    return False
