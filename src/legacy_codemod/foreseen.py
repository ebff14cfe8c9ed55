"""An inventory into the words that its plan is sure to ask for: one scan of the repository finds them all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from legacy_codemod.cascade.doubts import LOADS
from legacy_codemod.config_lines import spellings
from legacy_codemod.index.dynamic import WORDS
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Inventory,
    NameFlag,
    NameSubject,
    PathSubject,
    SdkFlag,
    Subject,
)
from legacy_codemod.shapes import compile_shape


def foreseen(inventory: Inventory) -> set[str]:
    """The names of the items, and what any name may be reached by at run time."""
    return {*WORDS, *LOADS, *(word for item in (*inventory.flags, *inventory.remove) for word in _of(item.subject))}


def _of(subject: Subject) -> Iterable[str]:
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return spellings(name)
        case SdkFlag(key=name):
            return {name}
        case NameFlag(name=name) | NameSubject(name=name):
            return {name.rpartition(".")[2]}
        case ExprFlag(expr=source) | DecoratorFlag(decorator=source):
            return compile_shape(source).anchors
        case PathSubject(path=path):
            return {stem} if (stem := PurePosixPath(path).stem).isidentifier() else ()
