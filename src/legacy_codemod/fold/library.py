"""Builtins, methods of strings and functions of libraries that only compute, into what known arguments give."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from typing import Any

from legacy_codemod.truth import LITERAL, OPAQUE, STR_METHODS, Known, Value, attempt, truth

# What these do to a string, other objects may do with effects.
_TEXT_METHODS = frozenset(
    {"format", "count", "find", "rfind", "index", "zfill", "ljust", "rjust", "center", "splitlines"}
)
BUILTINS: dict[str, Callable[..., Any]] = {f.__name__: f for f in (bool, int, float, str, len, abs, round, min, max)}


def method(receiver: Value, name: str, arguments: tuple[Value, ...]) -> Value:
    """``receiver.name(*arguments)`` where the receiver is a known string."""
    known = [a.value for a in arguments if isinstance(a, Known)]
    if not (isinstance(receiver, Known) and isinstance(receiver.value, str)):
        return OPAQUE
    if name not in STR_METHODS | _TEXT_METHODS or not all(map(_plain, known)):
        return OPAQUE
    if len(known) != len(arguments):
        return OPAQUE
    why = tuple(dict.fromkeys((*receiver.why, *(w for a in arguments for w in a.why))))
    return attempt(lambda *a: getattr(receiver.value, name)(*a), tuple(known), why)


def builtin(name: str, arguments: tuple[Value, ...]) -> Value:
    """``name(*arguments)`` for the builtins that flag code is made of."""
    why = tuple(dict.fromkeys(w for a in arguments for w in a.why))
    if name == "bool" and len(arguments) == 1:
        known = truth(arguments[0])
        return OPAQUE if known is None else Known(known, why)
    values = tuple(a.value for a in arguments if isinstance(a, Known))
    if name not in BUILTINS or len(values) != len(arguments) or not values or not all(map(_plain, values)):
        return OPAQUE
    return attempt(BUILTINS[name], values, why)


def _strtobool(text: str) -> int:
    """As ``distutils.util`` had it."""
    if text.lower() in ("y", "yes", "t", "true", "on", "1"):
        return 1
    if text.lower() in ("n", "no", "f", "false", "off", "0"):
        return 0
    raise ValueError(text)


# Functions of libraries that only compute.
_LIBRARY: dict[str, Callable[..., Any]] = {
    "json.loads": json.loads,
    "ast.literal_eval": ast.literal_eval,
    "distutils.util.strtobool": _strtobool,
    "setuptools.distutils.util.strtobool": _strtobool,
}


def library(dotted: str, arguments: tuple[Value, ...]) -> Value:
    """``dotted(text)`` for the functions of libraries that flag code is made of."""
    match arguments:
        case (Known(str(text), why),) if dotted in _LIBRARY:
            return attempt(_LIBRARY[dotted], (text,), why)
    return OPAQUE


def _as_it_is(value: Any) -> Any:
    return value


_CONVERSIONS: dict[int, Callable[[Any], Any]] = {ord("r"): repr, ord("s"): str, ord("a"): ascii}


def formatted(value: Value, conversion: int, spec: Value) -> Value:
    """``{value!conversion:spec}`` of an f-string."""
    if not isinstance(value, Known) or not isinstance(spec, Known) or not _plain(value.value):
        return OPAQUE
    shape = _CONVERSIONS.get(conversion, _as_it_is)
    return attempt(lambda v, s: format(shape(v), s), (value.value, spec.value), (*value.why, *spec.why))


def _plain(value: object) -> bool:
    return isinstance(value, (*LITERAL, tuple, frozenset))
