"""The items of an inventory into the words by which lines of any language mention them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

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
)

_WILDCARDS = re.compile(r"\$\$\$|\$\w+(?:\.\w+)*")  # "$P.has_feature": a method of anything says nothing of the flag
_TEXT = re.compile(r"""["']([^"']+)["']""")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+")
_OWN = re.compile(r"\w[-_.:]\w|[a-z][A-Z]")  # LEGACY_RESOLVE, LegacyRouter, new-router: words that only it has


def words_of(inventory: Inventory) -> tuple[str, ...]:
    """The words, sorted, each once; a name that other things may have is given with what stands before it."""
    items = (*inventory.flags, *inventory.remove)
    return tuple(sorted({word for item in items for word in _words(item) if word}))


def _words(item: Item) -> Iterator[str]:
    match item.subject:
        case EnvFlag(env=name) | EnvSubject(env=name) | SdkFlag(key=name):
            yield name
        case NameFlag(name=name) | NameSubject(name=name):
            yield _short(name)
        case ExprFlag(expr=text) | DecoratorFlag(decorator=text):
            yield from _of_code(text)
        case PathSubject(path):
            yield from _of_path(path)


def _of_code(text: str) -> Iterator[str]:
    """The texts in it that can only be keys; without one, the names; without those, whatever it has."""
    texts = _TEXT.findall(text)
    names = [_short(name) for name in _DOTTED.findall(_WILDCARDS.sub(" ", _TEXT.sub(" ", text)))]
    of_anything = [name.rpartition(".")[2] for name in _DOTTED.findall(text)]
    yield from [key for key in texts if _OWN.search(key)] or names or texts or of_anything


def _of_path(path: str) -> Iterator[str]:
    """By which a file or folder is imported; nothing for a glob, which has no name."""
    if not set("*?[") & set(path):
        yield _short(".".join(PurePosixPath(path).with_suffix("").parts))


def _short(name: str) -> str:
    parts = name.split(".")
    return parts[-1] if _OWN.search(parts[-1]) else ".".join(parts[-2:])
