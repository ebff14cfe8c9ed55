"""An inventory whose entries are right one by one into what is wrong between them."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory import snippets
from legacy_codemod.inventory.paths import path_covers
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    SdkFlag,
    Subject,
)


def conflicts(inventory: Inventory) -> Iterator[InventoryError]:
    """Items given twice, two decisions about one thing, and fallbacks that use what is removed."""
    for items in (inventory.flags, inventory.remove, inventory.keep, inventory.wrap):
        yield from _repeated(items)
    for item in (*inventory.flags, *inventory.remove):
        yield from _kept(item, inventory.keep)
    for item in (*inventory.keep, *inventory.remove):
        yield from _wrapped(item, inventory.wrap)
    for item in inventory.remove:
        yield from _falls_back_on_removed(item, inventory.remove)


def _repeated(items: tuple[Item, ...]) -> Iterator[InventoryError]:
    first: dict[tuple[str, ...], Item] = {}
    for item in items:
        seen = first.setdefault(identity(item.subject), item)
        if seen is item:
            continue
        same = _says(seen) == _says(item)
        what = (
            f"{_called(item)} is listed twice"
            if same
            else f"{_called(item)} {_says(item)} here and {_says(seen)} before"
        )
        yield _error(item, what, f"keep one of them; the first is on line {seen.place.line}")


def identity(subject: Subject) -> tuple[str, ...]:
    """What two entries have in common when they are about the same thing."""
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return ("env", name)
        case NameFlag(name=name) | NameSubject(name=name):
            return ("name", name)
        case ExprFlag(expr=code):
            return ("expr", ast.dump(snippets.parsed(code)))
        case DecoratorFlag(decorator=code):
            return ("decorator", ast.dump(snippets.parsed(code)))
        case SdkFlag(sdk, key):
            return ("sdk", sdk, key)
        case PathSubject(path):
            return ("path", path)


def _says(item: Item) -> str:
    """What the entry decides, in words."""
    match item.subject:
        case ExprFlag(becomes=becomes) if becomes:
            return f"becomes {shown(becomes)}"
        case EnvFlag(value=value) | NameFlag(value=value) | ExprFlag(value=value) | DecoratorFlag(value=value):
            return f"is {shown(json.dumps(value, ensure_ascii=False))}"
        case SdkFlag(value=value):
            return f"is {shown(json.dumps(value, ensure_ascii=False))}"
        case NameSubject(fallback=fallback, guards=guards):
            return f"falls back on {shown(fallback or 'nothing')} with `guards: {guards}`"
    return "is listed"


def _called(item: Item) -> str:
    match item.subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return f"env {shown(name)}"
        case NameFlag(name=name) | NameSubject(name=name):
            return shown(name)
        case ExprFlag(expr=code) | DecoratorFlag(decorator=code):
            return shown(code)
        case SdkFlag(sdk, key):
            return f"{shown(key)} of {shown(sdk)}"
        case PathSubject(path):
            return shown(path)


def _kept(item: Item, keep: tuple[Item, ...]) -> Iterator[InventoryError]:
    for kept in keep:
        if _lies_in(item.subject, kept.subject):
            same = identity(item.subject) == identity(kept.subject)
            where = "is kept" if same else f"lies inside {_called(kept)}, which is kept"
            yield _error(
                item, f"{_called(item)} {where} (line {kept.place.line})", "decide: take it out of one of the two lists"
            )


def _lies_in(subject: Subject, kept: Subject) -> bool:
    """A flag's name may lie inside a kept module or class: its reads fold and its definition stays."""
    match subject, kept:
        case PathSubject(inner), PathSubject(outer):
            return path_covers(outer, inner)
        case NameSubject(name=inner), NameSubject(name=outer):
            return f"{inner}.".startswith(f"{outer}.")
    return identity(subject) == identity(kept)


def _wrapped(item: Item, wrap: tuple[Item, ...]) -> Iterator[InventoryError]:
    for wrapped in wrap:
        if identity(item.subject) == identity(wrapped.subject):
            what = f"{_called(item)} is wrapped too (line {wrapped.place.line})"
            yield _error(item, what, "decide: take it out of one of the two lists")


def _falls_back_on_removed(item: Item, remove: tuple[Item, ...]) -> Iterator[InventoryError]:
    if not isinstance(item.subject, NameSubject) or not item.subject.fallback:
        return
    used = snippets.dotted_names(item.subject.fallback)
    for removed in remove:
        match removed.subject:
            case NameSubject(name=name) if name in used:
                uses = f"the fallback {shown(item.subject.fallback)} uses {shown(name)}"
                what = f"{uses}, which is removed (line {removed.place.line})"
                yield _error(item, what, "fall back on something that stays")


def _error(item: Item, what: str, next_step: str) -> InventoryError:
    return InventoryError(what, place=item.place, next_step=next_step)
