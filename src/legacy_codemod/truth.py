"""What is known of a value, and what Python's own operators make of it."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

Why = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Exactly ``value``. ``why`` is the chain from a flag to here; without one no flag decided it."""

    value: Any
    why: Why = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """Some value of which only the truth is known."""

    truth: bool
    why: Why = ()


@dataclass(frozen=True, slots=True)
class Within:
    """A number from ``low`` to ``high``; ``below`` says that ``high`` itself is never reached."""

    low: float
    high: float
    below: bool
    why: Why = ()


@dataclass(frozen=True, slots=True)
class Opaque:
    """Nothing is known."""

    why: Why = ()


Value = Known | Truth | Within | Opaque
OPAQUE = Opaque()


def truth(value: Value) -> bool | None:
    """Whether ``value`` is true, as ``if`` would take it; ``None`` where that is not known."""
    match value:
        case Known(known):
            return bool(known)
        case Truth(known):
            return known
        case Within(low, high):
            return True if low > 0 or high < 0 else None
    return None


def settled(value: Value) -> bool:
    """Whether a flag decided this value: only such values are written into code."""
    return bool(value.why) and not isinstance(value, (Opaque, Within))


def because(value: Value, *why: str) -> Value:
    """The same value with more reasons, each once."""
    return replace(value, why=tuple(dict.fromkeys((*value.why, *why))))


def same(one: object, other: object) -> bool:
    """Whether two values are equal and of one type, so that one may stand for the other."""
    return type(one) is type(other) and repr(one) == repr(other)


# Scalars that can be written as a literal and read back as the same value.
LITERAL = (bool, int, float, str, bytes, type(None))


def literal(value: object) -> str | None:
    """How ``value`` is written in code; ``None`` where it has no plain literal."""
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    if isinstance(value, str):
        return quoted(value)
    return repr(value) if isinstance(value, LITERAL) else None


def shown(value: Value) -> str:
    """How a settled value is named in a chain of reasons."""
    if isinstance(value, Known) and literal(value.value) is None and hasattr(value.value, "symbol"):
        return str(value.value.symbol.name)
    return (literal(value.value) if isinstance(value, Known) else None) or "settled"


def quoted(value: str) -> str:
    """A string literal in double quotes where that needs no escape, as formatters write it."""
    text = repr(value)
    return f'"{text[1:-1]}"' if text[0] == "'" and '"' not in text and "\\" not in text else text


_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: lambda a, b: _is(a, b),
    ast.IsNot: lambda a, b: not _is(a, b),
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}


def compare(op: ast.cmpop, left: Value, right: Value) -> Value:
    """``left op right``."""
    why = tuple(dict.fromkeys((*left.why, *right.why)))
    match left, right:
        case Known(a), Known(b):
            if isinstance(op, (ast.Is, ast.IsNot)) and not (is_single(a) or is_single(b)):
                return OPAQUE  # identity of equal strings and numbers is the interpreter's affair
            return attempt(_COMPARE[type(op)], (a, b), why)
        case Within(), Known(int() | float()):
            answer = _within(op, left, right.value)
            return OPAQUE if answer is None else Known(answer, why)
        case Known(int() | float()), Within():
            mirrored = _MIRROR.get(type(op))
            answer = _within(mirrored(), right, left.value) if mirrored else None
            return OPAQUE if answer is None else Known(answer, why)
        case (Truth(known) as only, Known(single)) | (Known(single), Truth(known) as only):
            if isinstance(op, (ast.Is, ast.IsNot)) and known and not single and is_single(single):
                return Known(isinstance(op, ast.IsNot), only.why)
    return OPAQUE


_MIRROR: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE}


def is_single(value: object) -> bool:
    """Whether the value exists once only."""
    return value is None or value is True or value is False or value is Ellipsis or hasattr(value, "single")


def _is(left: object, right: object) -> bool:
    return left is right or (hasattr(left, "single") and bool(left.single(right)))


def _within(op: ast.cmpop, inside: Within, bound: float) -> bool | None:
    """``inside op bound``, where every number of the interval gives the same answer."""
    reaches_high = inside.high if not inside.below else None
    match op:
        case ast.Lt():
            return _decided(inside.high < bound or (inside.below and inside.high == bound), inside.low >= bound)
        case ast.LtE():
            above = inside.low > bound
            return _decided(inside.high <= bound, above)
        case ast.Gt():
            return _decided(inside.low > bound, inside.high <= bound)
        case ast.GtE():
            never = inside.high < bound or (reaches_high is None and inside.high == bound)
            return _decided(inside.low >= bound, never)
    return None


def _decided(always: bool, never: bool) -> bool | None:
    return True if always else False if never else None


_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}


def binary(op: ast.operator, left: Value, right: Value) -> Value:
    """``left op right`` for the arithmetic that thresholds are made of."""
    why = tuple(dict.fromkeys((*left.why, *right.why)))
    match left, right:
        case Known(a), Known(b) if type(op) in _BINARY and _small(a) and _small(b):
            return attempt(_BINARY[type(op)], (a, b), why)
        case (Within() as inside, Known(int() | float() as k)) | (Known(int() | float() as k), Within() as inside):
            if isinstance(op, ast.Mult) and k > 0:
                return Within(inside.low * k, inside.high * k, inside.below, why)
            if isinstance(op, ast.Add):
                return Within(inside.low + k, inside.high + k, below=False, why=why)  # a sum may be rounded up
    return OPAQUE


_TOO_LARGE = 10_000


def _small(value: object) -> bool:
    if isinstance(value, (str, bytes, tuple)):
        return len(value) < _TOO_LARGE
    return isinstance(value, (int, float)) and abs(value) < 10**12


def unary(op: ast.unaryop, operand: Value) -> Value:
    """``op operand``."""
    if isinstance(op, ast.Not):
        known = truth(operand)
        return OPAQUE if known is None else Known(not known, operand.why)
    if isinstance(operand, Known) and isinstance(operand.value, (int, float)):
        functions: dict[type[ast.unaryop], Callable[[Any], Any]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
        if type(op) in functions:
            return attempt(functions[type(op)], (operand.value,), operand.why)
    return OPAQUE


def attempt(function: Callable[..., Any], arguments: tuple[Any, ...], why: Why) -> Value:
    """Call; where Python itself would raise, nothing is known and the code stays as it is."""
    try:
        return Known(function(*arguments), tuple(dict.fromkeys(why)))
    except Exception:  # any error of the target's own expression
        return OPAQUE


# Methods of str without effects or look-ups.
STR_METHODS = frozenset(
    """
    capitalize casefold endswith isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper lower
    lstrip partition removeprefix removesuffix replace rpartition rsplit rstrip split startswith strip swapcase title
    upper
    """.split()  # noqa: SIM905  words read better than a list of strings
)
