"""An inventory into the words that its plan is sure to ask for: one scan of the repository finds them all."""

from __future__ import annotations

from pathlib import PurePosixPath

from legacy_codemod.cascade.doubts import LOADS
from legacy_codemod.index.dynamic import WORDS
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    Inventory,
    NameFlag,
    NameSubject,
    PathSubject,
    SdkFlag,
    Subject,
)


def foreseen(inventory: Inventory) -> set[str]:
    """The names of the items, and what any name may be reached by at run time."""
    named = (_word(item.subject) for item in (*inventory.flags, *inventory.remove))
    return {*WORDS, *LOADS, *filter(None, named)}


def _word(subject: Subject) -> str:
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name) | SdkFlag(key=name):
            return name
        case NameFlag(name=name) | NameSubject(name=name):
            return name.rpartition(".")[2]
        case DecoratorFlag(decorator=source):
            return source.partition("(")[0].rpartition(".")[2]
        case PathSubject(path=path):
            stem = PurePosixPath(path).stem
            return stem if stem.isidentifier() else ""
    return ""
