"""Items into the lines of YAML that say them, and texts into scalars that read back as what they are."""

from __future__ import annotations

import json
from collections.abc import Iterator

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.nodes import Listing, Text, compose
from legacy_codemod.inventory.scalars import text
from legacy_codemod.model import (
    UNKNOWN,
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Guards,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Scalar,
    SdkFlag,
)


def entry_lines(item: Item, indent: str) -> list[str]:
    """The lines of one entry, its dash behind ``indent``, without line ends."""
    pairs = [*_pairs(item), *_said(item)]
    heads = [f"{indent}- ", *[f"{indent}  "] * len(pairs)]
    return [f"{head}{key}: {value}" for head, (key, value) in zip(heads, pairs, strict=False)]


def in_yaml(written: str) -> str:
    """``written`` as a scalar on one line: plain where that reads back as the same text, else in quotes."""
    return written if _is_plain(written) else json.dumps(written, ensure_ascii=False)


def scalar_in_yaml(value: Scalar) -> str:
    """A value of a flag as a scalar of its own type."""
    return in_yaml(value) if isinstance(value, str) else json.dumps(value)


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    match item.subject:
        case EnvFlag(env, value):
            yield from (("env", env), ("value", "null" if value is None else json.dumps(value, ensure_ascii=False)))
        case NameFlag(name, value):
            yield from (("name", name), ("value", scalar_in_yaml(value)))
        case ExprFlag(expr, value, becomes):
            yield "expr", in_yaml(expr)
            yield ("becomes", in_yaml(becomes)) if value is UNKNOWN else ("value", scalar_in_yaml(value))
        case DecoratorFlag(decorator, value):
            yield from (("decorator", in_yaml(decorator)), ("value", scalar_in_yaml(value)))
        case SdkFlag(sdk, key, value):
            yield from (("sdk", sdk), ("key", in_yaml(key)), ("value", scalar_in_yaml(value)))
        case PathSubject(path):
            yield "path", in_yaml(path)
        case EnvSubject(env):
            yield "env", in_yaml(env)
        case NameSubject(name, fallback, guards):
            yield "name", name
            yield from [("fallback", in_yaml(fallback))] if fallback else []
            yield from [("guards", guards.value)] if guards is not Guards.REFUSE else []


def _said(item: Item) -> Iterator[tuple[str, str]]:
    yield from [("note", in_yaml(item.note))] if item.note else []
    yield from [("replaced_by", in_yaml(item.replaced_by))] if item.replaced_by else []


def _is_plain(written: str) -> bool:
    """Whether a parser reads the bare characters as this very text, in an entry as it is written here."""
    if not written.isprintable() or written != written.strip() or " #" in written:
        return False
    problems: list[InventoryError] = []
    try:
        match compose(f"- {written}", "", problems):
            case Listing(items=(Text(plain=True) as node,)):
                return not problems and text(node) == written
    except InventoryError:
        pass
    return False
