"""A variable's text into what a library makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from legacy_codemod.env_readers import EnvReader, Words
from legacy_codemod.truth import OPAQUE, Known, Truth, Value, attempt

# Where libraries differ (spaces, signs, `1_000`, `1e3`, quotes, brackets), nothing is claimed.
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,12})?")
_ROW = re.compile(r"[\w./:-]+(,[\w./:-]+)*")
_BARE = re.compile(r"[A-Za-z][A-Za-z_-]*")
_NO_TOML_WORDS = frozenset({"true", "false", "inf", "nan", "none", "null", "empty"})


def converted(reader: EnvReader, to: str, text: str) -> Value:
    """What reading ``text`` gives; unknown where the library raises, or where it is not certain."""
    if reader.proxied and reader.proxied in text:
        return OPAQUE
    if to == "bool":
        return _bool(reader.words, text)
    return _CONVERSIONS[to](text) if to in _CONVERSIONS else OPAQUE


def _bool(words: Words | None, text: str) -> Value:
    if words is None:
        return OPAQUE
    number = attempt(int, (text,), ()) if words.numbers else OPAQUE
    if isinstance(number, Known):
        return Known(number.value != 0)
    text = text.strip() if "space" in words.ignores else text
    text = text.lower() if "case" in words.ignores else text
    if text in words.true:
        return Known(True)
    if text in words.false:
        return Known(False)
    return OPAQUE if words.otherwise is None else Known(words.otherwise)


def _text(text: str) -> Value:
    return Known(text)


def _bytes(text: str) -> Value:
    return Known(text.encode()) if text.isascii() else OPAQUE


def _whole(text: str) -> Value:
    return Known(int(text)) if _WHOLE.fullmatch(text) else OPAQUE


def _fraction(text: str) -> Value:
    return Known(float(text)) if _FRACTION.fullmatch(text) else OPAQUE


def _row(text: str) -> Value:
    return Truth(True) if _ROW.fullmatch(text) else OPAQUE


def _json(text: str) -> Value:
    try:
        value = json.loads(text)
    except ValueError:
        return OPAQUE
    if value is None:
        return OPAQUE  # which some take for an error
    return Truth(bool(value)) if isinstance(value, (list, dict)) else Known(value)


def _json_or_text(text: str) -> Value:
    found = _json(text)
    return Known(text) if found is OPAQUE else found


def _toml(text: str) -> Value:
    """A TOML scalar, or the text as it is."""
    if text.lower() in ("true", "false"):
        return Known(text.lower() == "true") if text in ("true", "false", "True", "False") else OPAQUE
    if _WHOLE.fullmatch(text):
        return Known(int(text))
    if _FRACTION.fullmatch(text):
        return Known(float(text))
    return Known(text) if _BARE.fullmatch(text) and text.lower() not in _NO_TOML_WORDS else OPAQUE


_CONVERSIONS: dict[str, Callable[[str], Value]] = {
    "": _text,
    "str": _text,
    "bytes": _bytes,
    "int": _whole,
    "float": _fraction,
    "list": _row,
    "json": _json,
    "json or text": _json_or_text,
    "toml": _toml,
}
