"""Nodes into texts, values, numbers and dates: the types that YAML 1.1 and 1.2 agree on, and nothing ambiguous."""

from __future__ import annotations

import math
import re
from datetime import date

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.nodes import Listing, Node, Text
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import UNKNOWN, Scalar, Unknown

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
# A word for one version of YAML, a boolean, a number or a date for the other.
_AMBIGUOUS = re.compile(
    r"(?i:yes|no|on|off)|[-+]?0[0-9]+|[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_.]*|[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?|[-+]?\.(?i:inf|nan)"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_MOST_DAYS = 3650


def wrong(node: Node, what: str, next_step: str) -> InventoryError:
    """The error that ``node`` cannot stand where it stands."""
    return InventoryError(what, place=node.place, next_step=next_step)


def text(node: Node) -> str:
    """A text that is one for certain.

    Raises:
        InventoryError: another type, or a control character.
    """
    if not isinstance(node, Text):
        raise wrong(node, f"{named(node)} stands where a text belongs", "write one text")
    if _resolve(node) is None:
        raise wrong(node, "a text is missing here", "write the text, or leave the key out")
    if not _is_text(node):
        raise wrong(node, f"{shown(node.value)} is not a text", f"put it in quotes: {_in_quotes(node)}")
    if found := _CONTROL.search(node.value):
        raise wrong(node, f"{shown(node.value)} holds the control character U+{ord(found[0]):04X}", "leave it out")
    return node.value


def filled_text(node: Node) -> str:
    """A text with something in it.

    Raises:
        InventoryError: as ``text``, and where it is empty.
    """
    if not text(node).strip():
        raise wrong(node, "the text is empty", "write it, or leave it out together with what it belongs to")
    return text(node)


def env_value(node: Node) -> str | None:
    """What an environment variable holds: a text, or ``None`` where it is unset.

    Raises:
        InventoryError: an unquoted boolean or number, a list or a mapping.
    """
    if not isinstance(node, Text) or _is_text(node):
        return text(node)
    if _resolve(node) is None:
        return None
    raise wrong(
        node,
        f"{shown(node.value)} is not a text, and an environment variable holds nothing else",
        f"put it in quotes: {_in_quotes(node)}",
    )


def scalar(node: Node) -> Scalar:
    """A text, number, boolean or null.

    Raises:
        InventoryError: a list, a mapping, or a word that YAML versions read differently.
    """
    if not isinstance(node, Text):
        raise wrong(node, f"{named(node)} stands where a value belongs", "write a text, number, true, false or null")
    if _is_ambiguous(node):
        raise wrong(
            node,
            f"YAML versions disagree about {shown(node.value)}",
            f"write true, false or a plain number, or put a text in quotes: {_in_quotes(node)}",
        )
    value = _resolve(node)
    if isinstance(value, Unknown):
        raise wrong(node, f"{shown(node.value)} is too large a number", "write the number as the code computes it")
    return text(node) if isinstance(value, str) else value


def boolean(node: Node) -> bool:
    """True or false.

    Raises:
        InventoryError: anything else.
    """
    if not isinstance(node, Text) or not isinstance(value := _resolve(node), bool):
        raise wrong(node, f"{named(node)} is neither true nor false", "write true or false, without quotes")
    return value


def days(node: Node) -> int:
    """A whole number of days from 0 to ten years.

    Raises:
        InventoryError: anything else.
    """
    value = _resolve(node) if isinstance(node, Text) else UNKNOWN
    if type(value) is not int or not 0 <= value <= _MOST_DAYS:
        raise wrong(node, f"{named(node)} is no number of days", f"write a whole number from 0 to {_MOST_DAYS}")
    return value


def day(node: Node) -> date:
    """A date, ``YYYY-MM-DD``, with or without quotes.

    Raises:
        InventoryError: anything else, and days that the calendar does not have.
    """
    try:
        if isinstance(node, Text) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.value):
            return date.fromisoformat(node.value)
    except ValueError:
        pass
    raise wrong(node, f"{named(node)} is no date", "write it as YYYY-MM-DD, for example 2026-11-01")


def named(node: Node) -> str:
    """How an error calls what stands there."""
    if isinstance(node, Text):
        return shown(node.value) if node.plain else _in_quotes(node)
    return "a list" if isinstance(node, Listing) else "a mapping"


def _in_quotes(node: Text) -> str:
    return shown(f'"{node.value}"')


def _is_text(node: Text) -> bool:
    value = _resolve(node)
    return isinstance(value, str) and not isinstance(value, Unknown) and not _is_ambiguous(node)


def _is_ambiguous(node: Text) -> bool:
    return node.plain and _AMBIGUOUS.fullmatch(node.value) is not None


def _resolve(node: Text) -> Scalar | Unknown:
    """The value of a scalar; UNKNOWN where it is a number that Python cannot hold."""
    if not node.plain:
        return node.value
    if node.value in _CONSTANTS:
        return _CONSTANTS[node.value]
    if _INTEGER.fullmatch(node.value):
        return int(node.value) if len(node.value) <= 100 else UNKNOWN
    if _FLOAT.fullmatch(node.value) and not _is_ambiguous(node):
        return number if math.isfinite(number := float(node.value)) else UNKNOWN
    return node.value
