"""Expressions into whether they may stand without parentheses where another one stood."""

from __future__ import annotations

import ast

_OPERATORS: dict[type[ast.operator], int] = {
    ast.BitOr: 7,
    ast.BitXor: 8,
    ast.BitAnd: 9,
    ast.LShift: 10,
    ast.RShift: 10,
    ast.Add: 11,
    ast.Sub: 11,
    ast.Mult: 12,
    ast.MatMult: 12,
    ast.Div: 12,
    ast.FloorDiv: 12,
    ast.Mod: 12,
    ast.Pow: 14,
}
ATOM = 20


def binding_strength(node: ast.expr) -> int:
    """How tightly the operator of ``node`` binds; the language reference's table, weakest first."""
    match node:
        case ast.NamedExpr() | ast.Yield() | ast.YieldFrom():
            return 0
        case ast.Starred() | ast.Lambda():
            return 1
        case ast.Tuple():
            return 0
        case ast.IfExp():
            return 2
        case ast.BoolOp(op=op):
            return 3 if isinstance(op, ast.Or) else 4
        case ast.UnaryOp(op=ast.Not()):
            return 5
        case ast.Compare():
            return 6
        case ast.BinOp(op=op):
            return _OPERATORS[type(op)]
        case ast.UnaryOp():
            return 13
        case ast.Await():
            return 15
    return ATOM


def needed_strength(parent: ast.AST, child: ast.AST) -> int:
    """The weakest binding that ``child``'s place in ``parent`` takes without parentheses."""
    match parent:
        case ast.BoolOp(op=op):
            return 4 if isinstance(op, ast.Or) else 5
        case ast.UnaryOp(op=ast.Not()):
            return 5
        case ast.Compare():
            return 7
        case ast.BinOp(op=op):
            return _OPERATORS[type(op)] + (parent.right is child)
        case ast.UnaryOp():
            return 13
        case ast.Await() | ast.Attribute() | ast.Subscript() if getattr(parent, "value", None) is child:
            return ATOM
        case ast.Call(func=func) if func is child:
            return ATOM
        case ast.IfExp():
            return _ANY if parent.orelse is child else 3
        case ast.comprehension():
            return 3
        case ast.FormattedValue() | ast.Slice():  # where the colon of a lambda would be theirs
            return 2
        case ast.Starred():
            return 7
        case ast.Dict(keys=keys, values=values):
            return 7 if any(key is None and value is child for key, value in zip(keys, values, strict=True)) else _ANY
    return _ANY if isinstance(parent, _TAKES_ANY) else ATOM


_ANY = 1  # any expression but a walrus, a yield and a bare tuple
_TAKES_ANY = (
    ast.stmt,
    ast.keyword,
    ast.Call,
    ast.withitem,
    ast.Lambda,
    ast.List,
    ast.Tuple,
    ast.Set,
    ast.Subscript,
    ast.match_case,
    ast.ExceptHandler,
    ast.arguments,
    ast.arg,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.NamedExpr,
    ast.Yield,
    ast.YieldFrom,
)
_GROUPS_ONLY = (
    *_TAKES_ANY,
    ast.BoolOp,
    ast.UnaryOp,
    ast.Compare,
    ast.BinOp,
    ast.IfExp,
    ast.comprehension,
    ast.Await,
    ast.Dict,
    ast.Attribute,
    ast.Slice,
    ast.Starred,
    ast.FormattedValue,
)


def groups_only(parent: ast.AST) -> bool:
    """Whether parentheses around a child of ``parent`` can be nothing but grouping (and no call's or tuple's own)."""
    return isinstance(parent, _GROUPS_ONLY)
